"""What `rdd.pipe` does with statuses, text and partitions; `spark-submit spark_pipe.py FOLDER FILE` writes which claims hold."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from py4j.protocol import Py4JJavaError
from pyspark import RDD, SparkContext

CONVERT = "chatevents convert --to segment --jobs 1"
folder, result = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
spark = SparkContext(appName="claims")
AROUND = {"PATH": os.environ["PATH"]}


def events(rdd: RDD, command: str = CONVERT, check: bool = True) -> list[str] | None:
    """What comes out; nothing if the job fails."""
    try:
        return rdd.pipe(command, AROUND, checkCode=check).collect()
    except Py4JJavaError:
        return None


def text(name: str, parts: int = 1) -> RDD:
    return spark.textFile(str(folder / name), parts)


lenient = f"{CONVERT} --max-rejects 100% --rejects /dev/null"
killed = f"sh -c '{CONVERT} | head -n 500; kill -KILL $$'"
whole = events(text("lines.jsonl"))
pretty = text("pretty.json", 4)
latin = events(text("latin.jsonl"))
empty: RDD = spark.parallelize([], 3)
claims = {
    "a killed process is not noticed without checkCode": len(events(text("lines.jsonl"), killed, check=False) or []) == 500,
    "with checkCode it fails the job": events(text("lines.jsonl"), killed) is None,
    "status 1 fails the job": events(spark.parallelize(['{"kind":"Pod"}'], 1)) is None,
    "with --max-rejects 100% it does not": events(spark.parallelize(['{"kind":"Pod"}'], 1), lenient) == [],
    "no variable is passed": not any(line.startswith("PATH=") for line in spark.parallelize([""], 1).pipe("env").collect()),
    "standard error is not in the output": events(spark.parallelize([""], 1), "sh -c 'cat > /dev/null; echo lost >&2'") == [],
    "an empty partition starts a process": events(empty, "echo started") == ["started"] * empty.getNumPartitions() == ["started"] * 3,
    "the tool takes it": events(empty) == [],
    "bytes are sent as Python shows them": spark.parallelize([b"x"], 1).pipe("cat").collect() == ["b'x'"],
    "binaryFiles has whole files as bytes": spark.binaryFiles(str(folder / "lines.gz")).values().map(len).collect()
    == [(folder / "lines.gz").stat().st_size],
    "textFile puts U+FFFD in place of what is not UTF-8": latin is not None and sum("caf\ufffd" in line for line in latin) > 0,
    "lines of one file in several partitions are whole records": text("lines.jsonl", 4).getNumPartitions() >= 4
    and events(text("lines.jsonl", 4)) == whole,
    "other layouts are torn there": pretty.getNumPartitions() >= 4 and events(pretty, lenient) != whole,
    "a gzip file is one partition, in any layout": text("pretty.gz", 4).getNumPartitions() == 1 and events(text("pretty.gz", 4)) == whole,
    "a gzip file that is cut off fails the job": events(text("cut.gz")) is None,
}
result.write_text(json.dumps(claims))
