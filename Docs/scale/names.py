"""A task for each file: Spark hands over the names, and the tool reads the files."""

import os
import pathlib

from pyspark import SparkContext

around = {name: os.environ[name] for name in ("PATH", "IN", "OUT")}
names = sorted(str(path) for path in pathlib.Path(around["IN"]).rglob("*.gz"))
tasks = SparkContext(appName="chatevents").parallelize(names, len(names))
tasks.pipe(r"xargs -r -d '\n' -n 1 sh one.sh", around, checkCode=True).count()
