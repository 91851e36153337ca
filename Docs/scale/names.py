"""A task for each file: Spark hands over the names, and the tool reads the files. Rejects (status 1) are no failure here."""

import os
import pathlib

from pyspark import SparkContext

around = {name: os.environ[name] for name in ("PATH", "IN", "OUT")}
names = sorted(str(path) for path in pathlib.Path(around["IN"]).rglob("*.gz"))
tasks = SparkContext(appName="chatevents").parallelize(names, len(names))
one = """sh -c 'sh one.sh "$1" || test $? -eq 1' one"""
tasks.pipe(rf"xargs -r -d '\n' -n 1 {one}", around, checkCode=True).count()
