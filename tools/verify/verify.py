#!/usr/bin/env python3
"""Checks a record of Yimen without Yimen: Python's standard library only, no code shared with the server.

    yimen ledger export > record.ndjson
    python3 verify.py record.ndjson --key NAME+HASH+KEY --witness FOLDER --files DATA/files
    python3 verify.py --bundle evidence.zip --key NAME+HASH+KEY
    python3 verify.py --proof proof.json --key NAME+HASH+KEY

Exit code 0: everything checked is in order. 1: something is not; every finding is a line. 2: wrong usage.
How it works and what it cannot see: docs/how-to/verify.md. Python 3.9 or later.
"""
import argparse
import gzip
import json
import sys
import time
import zipfile

from yimen_verify import bundle, receipt, record, witnesses
from yimen_verify.findings import Findings


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", nargs="?", help="what `yimen ledger export` wrote; - for standard input; .gz is read too")
    parser.add_argument("--bundle", metavar="ZIP", help="an evidence bundle of one case instead of a whole export")
    parser.add_argument("--proof", metavar="JSON", help="the proof of one entry, from the page that verifies a paper")
    parser.add_argument("--key", metavar="NAME+HASH+KEY", help="the log's public key, from its people or a printed sheet")
    parser.add_argument("--witness", action="append", default=[], metavar="PATH", help="a note, or a folder of notes, a witness kept")
    parser.add_argument("--witness-key", action="append", default=[], metavar="NAME+HASH+KEY", help="demand this witness's signature")
    parser.add_argument("--files", metavar="FOLDER", help="the file store: hash every file the record names")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def opened(path):
    if path == "-":
        return sys.stdin.buffer
    return gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")


def main():
    asked = arguments()
    if sum(one is not None for one in (asked.export, asked.bundle, asked.proof)) != 1:
        sys.stderr.write("give an export, --bundle ZIP or --proof JSON; --help shows the usage\n")
        return 2
    began = time.perf_counter()
    findings = Findings()
    try:
        seen = witnesses.read(asked.witness, findings)
        if asked.bundle is not None:
            counts = bundle.check(asked, seen, findings)
        elif asked.proof is not None:
            counts = receipt.check(asked, seen, findings)
        else:
            with opened(asked.export) as lines:
                counts = record.check(lines, asked, seen, findings)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        findings.add("unreadable", str(error))
        counts = {}
    counts["seconds"] = round(time.perf_counter() - began, 2)
    counts["processor seconds"] = round(time.process_time(), 2)
    report(asked, findings, counts)
    return 0 if findings.none() else 1


def report(asked, findings, counts):
    if asked.json:
        print(json.dumps({"ok": findings.none(), "counts": counts, "findings": findings.all, "more": findings.more, "notes": findings.notes}, ensure_ascii=False))
        return
    for code, words in findings.all:
        print("FOUND %-18s %s" % (code, words))
    if findings.more:
        print("FOUND … and %d more" % findings.more)
    for words in findings.notes:
        print("note  %s" % words)
    print("%s %s" % ("OK" if findings.none() else "NOT IN ORDER", ", ".join("%s %s" % (value, name) for name, value in counts.items())))


if __name__ == "__main__":
    sys.exit(main())
