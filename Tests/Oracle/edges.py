"""Inputs written by hand, one fact each, where random ones seldom come."""

from __future__ import annotations

OK = b'{"kind":"Conversation","id":"c","visitor":{"id":"v"}}'
FORM = b"data=%7B%22kind%22:%22conversation%22,%22visitor%22:%7B%22id%22:7%7D%7D"


def nested(depth: int) -> bytes:
    """A transcript whose own object is the first of `depth` containers."""
    return OK[:-1] + b',"x":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


EDGES: dict[str, bytes] = {
    "nothing": b"",
    "only a byte order mark": b"\xef\xbb\xbf",
    "only white space": b" \n\r\n\t",
    "a second byte order mark": b"\xef\xbb\xbf\xef\xbb\xbf" + OK,
    "a reject after a byte order mark": b"\xef\xbb\xbf {}\n" + OK,
    "no newline at the end": OK,
    "touching documents": OK + OK + b"\n" + OK,
    "scalars": b'1 "a" null true [] ' + OK,
    "touching scalars": b"12truenull1.5.5\n" + OK,
    "a leading zero": b"01\n" + OK,
    "a number cut off": b"1.\n" + OK + b"\n-\n" + OK,
    "garbage on the line of a document": OK + b" garbage\n" + OK,
    "garbage on lines of its own": b"garbage\nmore\n  " + OK + b"\n" + OK,
    "a document cut off": OK[:-1] + b"\n" + OK,
    "a pretty document cut off": b'{\n  "kind": "Conversation",\n' + OK,
    "a string cut off": OK[:9] + b"\n" + OK,
    "an indented start line is none": OK[:9] + b"\n " + OK + b"\n" + OK,
    "a start inside a string": b'{"a":"x\n{"b":"\n' + OK,
    "depth 512": nested(512) + b"\n" + OK,
    "depth 513": nested(513) + b"\n" + OK,
    "depth 20000": b"[" * 20000 + b"\n" + OK,
    "objects of depth 513": OK[:-1] + b',"x":' + b'{"":' * 512 + b"1" + b"}" * 513 + b"\n" + OK,
    "an empty array": b"[]",
    "an array cut off": b"[" + OK + b",",
    "an array never closed": b"[" + OK,
    "an array that is only opened": b"[",
    "an array with white space behind it": b"[" + OK + b" \n ",
    "a missing first element": b"[," + OK + b"]",
    "a missing middle element": b"[" + OK + b" , ," + OK + b"]",
    "a missing last element": b"[" + OK + b"\n,\n]" + OK,
    "commas alone": b"[,][,,][1,,][,,1][,1,][1,,,2]" + OK,
    "a missing comma": b"[" + OK + b" " + OK + b"," + OK + b"]",
    "missing commas between lines": b"[\n" + b"\n".join([OK] * 4) + b"\n]",
    "missing commas before commas": b"[\n" + OK + b"\n" + OK + b" ,\n" + OK + b"\nx ,\n" + OK + b"\n[1] y,\n" + OK + b"]",
    "garbage for a comma": b"[" + OK + b" x, " + OK + b"]",
    "garbage behind a balanced element": b'[{"a" 1} y, ' + OK + b"]",
    "a number for an element": b"[1," + OK + b",01," + OK + b"]",
    "a broken word": b"[tru ," + OK + b"]",
    "an unbalanced element": b'[\n{"a":[1},\n' + OK + b",\n" + OK + b"\n]",
    "a brace too many": b"[" + OK + b"},\n" + OK + b"]\n" + OK,
    "a balanced broken element over lines": b'[{"a":\n01,\n"b":"]}"}\n, ' + OK + b"]",
    "a broken element, start lines inside": b'[{"a":[\n{"b":1},\n[2]],\n"c":01\n},\n' + OK + b"]",
    "a broken element, a start line behind the fault": b'[{"a":01,"b":[\n{"b":1}]},\n' + OK + b"]",
    "a start line at the fault that would balance": b'[\n{"a":{"b":1},\n{"c":2}},\n' + OK + b"\n]",
    "bytes that are no UTF-8": b"\n".join(
        OK[:-1] + b',"x":"' + text + b'"}'
        for text in (
            b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf",
            b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\xa6", b"\xff",
        )
    ),
    "the first and last of each length": OK[:-1]
    + ',"x":"\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"}'.encode(),
    "an element string cut off": b'[{"a":"x\n,' + OK + b",\n" + OK + b"]",
    "an escaped quote in a broken element": b'[{"a":01,"b":"\\"},"}, ' + OK + b"]",
    "a form inside an array": b"[" + OK + b",\n" + FORM + b"\n," + OK + b"]",
    "an array inside an array": b"[[" + OK + b"]," + OK + b"]",
    "two arrays": b"[" + OK + b"][" + OK + b"]",
    "a form": FORM,
    "an indented form": b"  " + FORM + b"\r\n" + OK,
    "a form, its line end cut in two": FORM + b"\r",
    "a form after a document": OK + b" " + FORM + b"\n" + OK,
    "a form of two fields": FORM + b"&" + FORM + b"\n" + OK,
    "an empty form": b"data=\ndata=&x=1\n" + OK,
    "a form's bad escape": b"data=%7\n" + FORM + b"%\n" + FORM,
    "a bad escape in another field": b"x=%&" + FORM + b"&y=%zz",
    "a form's white space": b"data=++%0A%7B%22kind%22:+1%7D+%09 \n" + OK,
    "a form of two documents": FORM + b"1\n" + OK,
    "a form of invalid UTF-8": b"data=%22%ff%22\n" + OK,
    "a form of a scalar": b"data=1\ndata=null\r\n" + OK,
    "no form": b"a=1\nb &data=1\n" + OK,
    "an unpacked transcript": b'{"data":"{\\"kind\\":\\"Conversation\\",\\"visitor\\":{\\"id\\":\\"\\\\u00e9\\u00e9\\"}}"}',
    "an unpacked text of two documents": b'{"data":"1 2"}\n{"data":"{"}\n' + OK,
    "an unpacked empty text": b'{"data":""}\n{"data":[""]}\n' + OK,
    "an unpacked list of two": b'{"data":["1","2"]}{"data":[]}{"data":[1]}{"data":1}{"data":null}',
    "a transcript with data": OK[:-1] + b',"data":"{}"}',
    "a null kind with data": b'{"kind":null,"data":"{}"}',
    "a lone surrogate in an unpacked text": b'{"data":"{\\"kind\\":\\"\\ud800\\"}"}\n' + OK,
    "an invisible visitor": b'{"kind":"conversation","visitor":{"id":" \\u200b\\u2028\\u0000"}}',
    "invalid UTF-8 in a key": b'{"\xc3":1}\n' + OK + b'{"a":"\xed\xa0\x80"}\n' + OK,
    "a NUL": OK + b"\n\x00\n" + OK,
    "a vertical tab is no white space": b"\x0b" + OK + b"\n" + OK,
}
