"""The one table of what is measured: the tool's command, what runs beside it, the least ratio that passes, and what is wanted.

A ratio is how many times as fast as a yardstick of the same run the tool is; the worst variant counts. A floor is where the tool
was when it was last set, less a fifth for noise; raise it when the tool gets faster. `wanted` is for the reader, and not checked:
a ratio names its yardstick, and MB/s are those of the machine in Docs/performance.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpora import VARIANTS


@dataclass(frozen=True)
class Row:
    """A command of the tool on a corpus, with one job, and the yardsticks beside it.

    A yardstick is the file in `peers/` that does the same work and its words, or `tool` and another command of the tool. In
    words, {folder} is that of the corpora, and {email} the address of the first visitor.
    """

    words: str
    corpus: str
    beside: dict[str, str]
    floors: dict[str, float]
    wanted: str
    agreement: str = "events"  # how outputs are compared: a function of agreement.py
    variants: tuple[str, ...] = ("compact",)
    status: int = 0
    size: float = 1  # of the corpus, as a share of what --size says
    clock: str = "processor"  # what counts as time: of the "processor", or by the "wall" clock; of the latter, the fastest round

    @property
    def name(self) -> str:
        return self.words.replace("convert --from ", "").replace(" --to ", " -> ").replace(" {folder}/rejects", "")

    def label(self, variant: str) -> str:
        """The corpus, where the command does not say which it is, and the variant, where there are several."""
        source, _, container = self.corpus.partition(":")
        if container or f"from {source} " in self.words or f"as {source}" in f"{self.words} ".replace("-personal", ""):
            return container or variant
        return source if self.variants == ("compact",) else variant


def route(words: str, peer: str, floor: float, wanted: str = "500 MB/s") -> Row:
    """A route beside the same route on orjson, on all variants."""
    corpus = words.split()[2]
    return Row(words, corpus, {"orjson": peer}, {"orjson": floor}, wanted, variants=VARIANTS, size=2)


def from_olark(target: str, simdjson: float, orjson: float, peer: str, more: dict[str, str]) -> Row:
    """A route that has a peer on simdjson too, and perhaps more."""
    beside = {"simdjson": f"olark_simdjson {target}", "orjson": peer, **more}
    floors = {"simdjson": simdjson, "orjson": orjson}
    wanted = "0.7 simdjson, aim 0.8, compact 1.0"
    return Row(f"convert --from olark --to {target}", "olark", beside, floors, wanted, variants=VARIANTS, size=4)


def layout(words: str, form: str, floor: float, wanted: str = "0.7 ndjson") -> Row:
    """A layout beside the route's lines."""
    row, lines = f"{words} --format {form}", f"tool {words}"
    return Row(row, words.split()[2], {"ndjson": lines}, {"ndjson": floor}, wanted, agreement=form, size=4)


def command(words: str, corpus: str, floor: float, wanted: str, agreement: str, **more: object) -> Row:
    """A command that has no peer, beside a program that only reads the corpus with orjson."""
    return Row(words, corpus, {"loads": "loads_orjson.py"}, {"loads": floor}, wanted, agreement, **{"size": 2, **more})  # type: ignore[arg-type]


def two_jobs(words: str, container: str, floors: dict[str, float], wanted: str = "1.85 one job") -> Row:
    """Two jobs beside one, and beside two runs at once, which show what the machine gives; gzip also beside zlib."""
    beside = {"one job": f"tool {words}", "two runs": f"tool {words}"}
    if container == "gzip":
        beside["zlib"] = "inflate.py"
    return Row(f"{words} --jobs 2", f"olark:{container}", beside, floors, wanted, "same_bytes", size=5, clock="wall")


_IN_NODE = {"jq": "olark.jq", "Node": "olark.js"}

# fmt: off
ROUTES = [
    #          to             simdjson  orjson  peer
    from_olark("rudderstack", 0.33,     3.8,    "rudderstack_orjson.py", _IN_NODE),
    from_olark("segment",     0.27,     6.5,    "segment_orjson.py olark", {}),
    #     words                                                        peer                                          orjson  wanted
    route("convert --from olark --to rudderstack --lossless",          "rudderstack_orjson.py --lossless",           3.7),
    route("convert --from olark-js --to segment",                      "segment_orjson.py olark-js",                 3.3),
    route("convert --from userlike --to segment",                      "segment_orjson.py userlike",                 5.6, "366 MB/s"),
    route("convert --from userlike --to segment --timezone Europe/Berlin", "segment_orjson.py userlike --timezone Europe/Berlin", 4.6, "366 MB/s"),
    route("convert --from userlike-js --to segment",                   "segment_orjson.py userlike-js",              3,   "344 MB/s"),
    route("convert --from segment --to olark-js",                      "widgets_orjson.py olark-js",                 3),
    route("convert --from segment --to olark-js --pageview --track",   "widgets_orjson.py olark-js --pageview --track", 2.2),
    route("convert --from segment --to userlike-js",                   "widgets_orjson.py userlike-js",              2.5),
    route("convert --from rudderstack --to olark",                     "olark_orjson.py",                            3.1),
]

LAYOUTS = [
    #      words                                    form      ndjson  wanted
    layout("convert --from olark --to rudderstack", "json",   0.7),
    layout("convert --from olark --to rudderstack", "batch",  0.62),
    layout("convert --from olark --to rudderstack", "pretty", 0.5, "500 MB/s"),
    layout("convert --from olark --to segment",     "json",   0.7),
    layout("convert --from olark --to segment",     "batch",  0.67),
    layout("convert --from olark --to segment",     "pretty", 0.43, "500 MB/s"),
    layout("convert --from segment --to olark-js",  "js",     0.7),
]

_TO_SEGMENT = "convert --from olark --to segment"
_TO_RUDDERSTACK = "convert --from olark --to rudderstack"
_NOW = "--now 2026-11-21T10:00:00Z"
COMMANDS = [
    #       words                              corpus            loads  wanted      agreement
    command(f"validate --as olark {_NOW}",     "olark",          1.1,   "500 MB/s", "counts"),
    command(f"validate --as segment {_NOW}",   "segment",        0.7,   "500 MB/s", "counts"),
    command(f"validate --as userlike {_NOW}",  "userlike",       0.85,  "500 MB/s", "counts"),
    command("redact --as segment",             "segment",        0.31,  "478 MB/s", "redacted"),
    command("redact --as userlike",            "userlike",       0.45,  "500 MB/s", "redacted"),
    command("export --as olark --email {email} --format json", "olark", 2.8, "500 MB/s", "exported"),
    command(f"{_TO_RUDDERSTACK} --rejects {{folder}}/rejects", "rejected", 0.4, "200 MB/s", "rejected", status=1),
    Row("redact --as olark", "olark-personal", {"orjson": "redact_orjson.py"}, {"orjson": 1.9}, "500 MB/s", variants=VARIANTS, size=2),
    Row(f"{_TO_SEGMENT} --no-bodies", "olark", {"simdjson": "olark_simdjson segment"}, {"simdjson": 0.2}, "362 MB/s", "without_bodies", size=2),
]

SHAPES = [
    # Records of one size, and what takes a time that grows faster than its size or is far from the speed of other input.
    Row(_TO_RUDDERSTACK, "records-of-16-kB", {"simdjson": "olark_simdjson rudderstack"}, {"simdjson": 0.48}, "0.7 simdjson", size=2),
    Row(_TO_RUDDERSTACK, "records-of-1-MB",  {"simdjson": "olark_simdjson rudderstack"}, {"simdjson": 0.28}, "0.7 simdjson", size=2),
    Row(_TO_RUDDERSTACK, "a-record-of-60-MB", {"simdjson": "olark_simdjson rudderstack"}, {"simdjson": 0.28}, "0.7 simdjson", size=1.5),
    Row(_TO_SEGMENT, "operators-by-items", {"orjson": "segment_orjson.py olark"}, {"orjson": 0.18}, "linear", size=0.1),
    command(_TO_RUDDERSTACK, "cut-lines", 0.03, "no aim yet", "nothing", status=1, size=0.01),
]

# Floors but those of two runs are looked at only where there are two idle processors.
TWO_JOBS = [
    #        words            container         floors                            wanted
    two_jobs(_TO_RUDDERSTACK, "lines",          {"one job": 1.5, "two runs": 0.8}),
    two_jobs(_TO_SEGMENT,     "lines",          {"one job": 1.4, "two runs": 0.75}),
    two_jobs(_TO_RUDDERSTACK, "array",          {"one job": 1.3, "two runs": 0.7}),
    two_jobs(_TO_RUDDERSTACK, "array-one-line", {"one job": 1.2, "two runs": 0.6}),
    two_jobs(_TO_RUDDERSTACK, "pretty",         {"one job": 1.2, "two runs": 0.6}),
    two_jobs(_TO_RUDDERSTACK, "gzip",           {"zlib": 0.5},                    "0.95 zlib"),
]

# Beside the start of Python without its site; milliseconds of the processor.
START = {
    #  words                                    floor  wanted
    "--version":                                (1.2,  "8 ms"),
    _TO_RUDDERSTACK:                            (0.58,  "8 ms"),
    _TO_SEGMENT:                                (0.54,  "8 ms"),
    "validate --as olark":                      (0.66,  "8 ms"),
}

# Megabytes at the peak, whatever the machine.
MEMORY = {
    #  words, corpus, jobs, megabytes of it:                   (limit, wanted)
    (_TO_RUDDERSTACK, "olark:lines", 1, 400):                  (28,    "32 MB"),
    (_TO_RUDDERSTACK, "olark:lines", 2, 400):                  (28,    "32 MB"),
    (_TO_RUDDERSTACK, "olark:array", 2, 400):                  (28,    "32 MB"),
    (_TO_RUDDERSTACK, "olark:gzip", 2, 400):                   (28,    "32 MB"),
    (f"{_TO_RUDDERSTACK} --lossless", "olark:lines", 2, 400):  (28,    "32 MB"),
    (_TO_SEGMENT, "olark:lines", 2, 400):                      (36,    "32 MB"),
    (_TO_RUDDERSTACK, "a-record-of-60-MB", 1, 60):             (330,   "no aim yet"),
}
# fmt: on

RATIOS = {"routes": ROUTES, "layouts": LAYOUTS, "commands": COMMANDS, "shapes": SHAPES, "jobs": TWO_JOBS}
