"""A task for each gzip file: Spark hands over its lines, after the number of the partition, which rdd.pipe does not reveal."""

import os
from itertools import chain

from pyspark import SparkContext

around = {name: os.environ[name] for name in ("PATH", "OUT")}
lines = SparkContext(appName="chatevents").textFile(os.environ["IN"] + "/*/*.gz")
numbered = lines.mapPartitionsWithIndex(lambda part, lines: chain([f"{part:05}"], lines))
numbered.pipe("sh part.sh", around, checkCode=True).saveAsTextFile(os.environ["OUT"] + "/events")
