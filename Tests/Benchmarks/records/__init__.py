"""Records to measure with, one module a format.

Each module has `record`, which makes one from a random generator and the share of words that are not ASCII, and `owners`,
which names the objects of a record that may hold members nobody knows.
"""
