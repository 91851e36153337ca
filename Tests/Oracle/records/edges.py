"""Inputs written by hand, one fact each, where random ones seldom come."""

from __future__ import annotations

import json
from urllib.parse import quote_from_bytes

OK = b'{"kind":"Conversation","id":"c","visitor":{"id":"v"}}'


def nested(ok: bytes, depth: int) -> bytes:
    """A record whose own object is the first of `depth` containers."""
    return ok[:-1] + b',"x":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


def edges(ok: bytes) -> dict[str, bytes]:
    """The inputs around a record on one line, by what is special about them."""
    form = b"data=" + quote_from_bytes(ok, safe=":").encode()
    unended = ok[: ok.index(b'"', 2)]  # inside the first key
    return {
        "nothing": b"",
        "only a byte order mark": b"\xef\xbb\xbf",
        "only white space": b" \n\r\n\t",
        "a second byte order mark": b"\xef\xbb\xbf\xef\xbb\xbf" + ok,
        "marks between records": ok + b"\n\xef\xbb\xbf" + ok + b"\0\0\n\x1e" + ok + rb"\n" + ok + rb"\r\n[\n" + b"\x1e" + ok + b"]\0",
        "zero bytes at the start": b"\0\0\0" + ok,
        "a zero byte at the start": b"\0" + ok,
        "a zero byte in an array": b"[" + ok + b",\0" + ok + b"]",
        "a broken record before a separator": unended + b"\n\x1e" + ok + b"\n\x1e\xef\xbb\xbf" + ok,
        "a broken element before a separator": b"[" + unended + b"\n\x1e" + ok + b"]",
        "half a mark": ok + b"\xef\xbb" + ok + b"\n" + ok + b"\\",
        "a reject after a byte order mark": b"\xef\xbb\xbf {}\n" + ok,
        "no newline at the end": ok,
        "touching documents": ok + ok + b"\n" + ok,
        "scalars": b'1 "a" null true [] ' + ok,
        "touching scalars": b"12truenull1.5.5\n" + ok,
        "a leading zero": b"01\n" + ok,
        "a number cut off": b"1.\n" + ok + b"\n-\n" + ok,
        "garbage on the line of a document": ok + b" garbage\n" + ok,
        "garbage on lines of its own": b"garbage\nmore\n  " + ok + b"\n" + ok,
        "a document cut off": ok[:-1] + b"\n" + ok,
        "a pretty document cut off": b'{\n  "kind": "Conversation",\n' + ok,
        "a string cut off": unended + b"\n" + ok,
        "an indented start line is none": unended + b"\n " + ok + b"\n" + ok,
        "a start inside a string": b'{"a":"x\n{"b":"\n' + ok,
        "depth 508": nested(ok, 508) + b"\n" + ok,
        "depth 509": nested(ok, 509) + b"\n" + ok,
        "depth 512": nested(ok, 512) + b"\n" + ok,
        "depth 513": nested(ok, 513) + b"\n" + ok,
        "depth 20000": b"[" * 20000 + b"\n" + ok,
        "objects of depth 513": ok[:-1] + b',"x":' + b'{"":' * 512 + b"1" + b"}" * 513 + b"\n" + ok,
        "an empty array": b"[]",
        "an array cut off": b"[" + ok + b",",
        "an array never closed": b"[" + ok,
        "an array that is only opened": b"[",
        "an array with white space behind it": b"[" + ok + b" \n ",
        "a missing first element": b"[," + ok + b"]",
        "a missing middle element": b"[" + ok + b" , ," + ok + b"]",
        "a missing last element": b"[" + ok + b"\n,\n]" + ok,
        "commas alone": b"[,][,,][1,,][,,1][,1,][1,,,2]" + ok,
        "a missing comma": b"[" + ok + b" " + ok + b"," + ok + b"]",
        "missing commas between lines": b"[\n" + b"\n".join([ok] * 4) + b"\n]",
        "missing commas on one line": b"[" + ok * 3 + b"," + ok + b"\r\n" + ok + b"]" + ok,
        "missing commas in two arrays": b"[" + ok + ok + b"]\n[" + ok + b" " + ok + b"]",
        "values without commas": b'[1 2"a"true null[1][2]{"a":1}' + ok + b"-1 nope," + ok + b"]" + ok,
        "broken elements without commas": b"[\n" + ok + b"\n" + ok[:-1] + b',"a":01}\n' + ok + b"\n" + ok[:-1] + b"\n" + ok + b"\n]" + ok,
        "a missing comma, then one too many": b"[" + ok + b" " + ok + b",," + ok + b"," + b"]",
        "missing commas, an array never closed": b"[" + ok + b"\n" + ok + b"\n" + ok + b"\n",
        "missing commas before commas": b"[\n" + ok + b"\n" + ok + b" ,\n" + ok + b"\nx ,\n" + ok + b"\n[1] y,\n" + ok + b"]",
        "garbage for a comma": b"[" + ok + b" x, " + ok + b"]",
        "garbage behind a balanced element": b'[{"a" 1} y, ' + ok + b"]",
        "a number for an element": b"[1," + ok + b",01," + ok + b"]",
        "a broken word": b"[tru ," + ok + b"]",
        "an unbalanced element": b'[\n{"a":[1},\n' + ok + b",\n" + ok + b"\n]",
        "a brace too many": b"[" + ok + b"},\n" + ok + b"]\n" + ok,
        "a balanced broken element over lines": b'[{"a":\n01,\n"b":"]}"}\n, ' + ok + b"]",
        "a broken element, start lines inside": b'[{"a":[\n{"b":1},\n[2]],\n"c":01\n},\n' + ok + b"]",
        "a broken element, a start line behind the fault": b'[{"a":01,"b":[\n{"b":1}]},\n' + ok + b"]",
        "a start line at the fault that would balance": b'[\n{"a":{"b":1},\n{"c":2}},\n' + ok + b"\n]",
        "bytes that are no UTF-8": b"\n".join(
            ok[:-1] + b',"x":"' + text + b'"}'
            for text in (
                b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf",
                b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\xa6", b"\xff",
            )
        ),
        "the first and last of each length": ok[:-1]
        + ',"x":"\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"}'.encode(),
        "an element string cut off": b'[{"a":"x\n,' + ok + b",\n" + ok + b"]",
        "an escaped quote in a broken element": b'[{"a":01,"b":"\\"},"}, ' + ok + b"]",
        "a form inside an array": b"[" + ok + b",\n" + form + b"\n," + ok + b"]",
        "an array inside an array": b"[[" + ok + b"]," + ok + b"]",
        "two arrays": b"[" + ok + b"][" + ok + b"]",
        "a form": form,
        "an indented form": b"  " + form + b"\r\n" + ok,
        "a form, its line end cut in two": form + b"\r",
        "a form after a document": ok + b" " + form + b"\n" + ok,
        "a form of two fields": form + b"&" + form + b"\n" + ok,
        "an empty form": b"data=\ndata=&x=1\n" + ok,
        "a form's bad escape": b"data=%7\n" + form + b"%\n" + form,
        "a bad escape in another field": b"x=%&" + form + b"&y=%zz",
        "a form's white space": b"data=++%0A%7B%22kind%22:+1%7D+%09 \n" + ok,
        "a form of two documents": form + b"1\n" + ok,
        "a form of invalid UTF-8": b"data=%22%ff%22\n" + ok,
        "a form of a scalar": b"data=1\ndata=null\r\n" + ok,
        "lines of a log": b"".join(
            prefix + ok + b"\n" for prefix in (b"INFO ", b"2026-01-01T08:00:00Z ", b"[error] ", b"  host: ", b"a={} ", b"12:00 [x] ")
        )
        + ok,
        "lines of a log and none": ok + b"\nx\n" + ok + b"\n1 2 " + ok + b"\nx " + ok + b"\n[1,2] " + ok + b"\n[x] " + ok + b"\n[\n" + ok + b"]",
        "no form": b"a=1\nb &data=1\n" + ok,
        "an unpacked transcript": b'{"data":"{\\"kind\\":\\"Conversation\\",\\"visitor\\":{\\"id\\":\\"\\\\u00e9\\u00e9\\"}}"}',
        "an unpacked text of two documents": b'{"data":"1 2"}\n{"data":"{"}\n' + ok,
        "an unpacked empty text": b'{"data":""}\n{"data":[""]}\n' + ok,
        "an unpacked list of two": b'{"data":["1","2"]}{"data":[]}{"data":[1]}{"data":1}{"data":null}',
        "a transcript with data": ok[:-1] + b',"data":"{}"}',
        "a null kind with data": b'{"kind":null,"data":"{}"}',
        "a lone surrogate in an unpacked text": b'{"data":"{\\"kind\\":\\"\\ud800\\"}"}\n' + ok,
        "an invisible visitor": b'{"kind":"conversation","visitor":{"id":" \\u200b\\u2028\\u0000"}}',
        "invalid UTF-8 in a key": b'{"\xc3":1}\n' + ok + b'{"a":"\xed\xa0\x80"}\n' + ok,
        "a NUL": ok + b"\n\x00\n" + ok,
        "a vertical tab is no white space": b"\x0b" + ok + b"\n" + ok,
        "a form of an unpacked form": b"data=%7B%22data%22:%22%7B%7D%22%7D\ndata="
        + quote_from_bytes(unpacked(ok)).encode(),
        "null marks and data": b'{"kind":null,"type":null,"event":null,' + unpacked(ok)[1:],
        "any mark and data": b"".join(
            b'{"%b":"x",%b\n' % (mark, unpacked(ok)[1:])
            for mark in (b"kind", b"type", b"batch", b"callback", b"getDetails", b"_type", b"event")
        ),
        "what is no list": b"".join(
            b'{"kind":"Conversation","id":"c","visitor":{"id":"v"},"%b":%b}\n' % (key, value)
            for key in (b"items", b"groups")
            for value in (b"false", b"1", b'"x"', b"{}", b"null", b"[1]", b"[null]", b"[]")
        ),
        "an empty array for an object": b"".join(
            b'{"kind":"Conversation","id":"c","visitor":{"id":"v"%b},"items":[{"kind":"MessageToVisitor","operatorId":1}%b]%b}\n' % places
            for places in (
                (b',"customFields":[ ]', b"", b""), (b"", b",[]", b""), (b"", b"", b',"operators":[]'),
                (b"", b"", b',"operators":{"1":[]}'), (b"", b"", b',"operators":{"1":[1]}'), (b"", b"", b',"groups":[[]]'),
                (b',"customFields":[[]]', b"", b""), (b"", b"", b',"visitor":[]'),
            )
        )
        + b'{"kind":"Conversation","id":"c","visitor":[]}\n[[]]\n',
        "an operator twice": b'{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToVisitor",'
        b'"operatorId":1}],"operators":{"1":{"nickname":"N"},"\\u0031":{"nickname":"M"}}}',
        "leap days": b"".join(
            b'{"_type":"chat_meta","client_uuid":"c","created_at":"%b-02-29 00:00:00"}\n' % year
            for year in (b"1900", b"2000", b"2004", b"2014", b"2100", b"0000", b"9996")
        ),
        "a mark twice": b"".join(
            ok.replace(b'{"', b'{"%b":null,"' % key, 1) + ok[:-1] + b',"%b":null}' % key
            for key in [ok[2 : ok.index(b'"', 2)]]
        ),
    }


def unpacked(ok: bytes) -> bytes:
    """The record as a gateway hands it on that took a form apart."""
    return b'{"data":%b}' % json.dumps(ok.decode()).encode()


EDGES = edges(OK)
