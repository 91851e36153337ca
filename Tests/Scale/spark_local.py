"""A task that fails when it is first tried; `spark-submit spark_local.py FILE`, which need not be there."""

import sys

from pyspark import SparkContext

tried = sys.argv[1]
task = SparkContext(appName="repeats").parallelize([1], 1)
task.pipe(f"sh -c 'cat > /dev/null; test -e {tried} || {{ touch {tried}; exit 7; }}'", {"PATH": "/usr/bin:/bin"}, checkCode=True).count()
