"""The whole record: chains, heads, tree, checkpoints, projections, files."""
import bisect
import os
from hashlib import sha256

from . import canonical
from .files import check_files
from .merkle import Tree, leaf
from .notes import Key, Note, seconds_of
from .projections import Projections, collect_files

FORMAT = "yimen-ledger/1"
# A server whose clock is ten minutes off signs nothing, so no honest entry is dated further away than that.
SLACK = 600
MOST_SIGNATURES = 500


class Record:
    def __init__(self, asked, seen, findings):
        self.asked, self.seen, self.findings = asked, seen, findings
        self.header = None
        self.checkpoints, self.sizes, self.times = [], [], []
        self.leaves, self.filled = bytearray(), bytearray()
        self.heads = {}
        self.entries = self.streams = self.pending = 0
        self.stream = None
        self.broken = False
        self.projections = Projections(findings)
        self.files = set()
        self.ended = False
        self.kinds = {"entry": self.entry, "head": self.head, "checkpoint": self.checkpoint, "header": self.begin}

    def take(self, line):
        try:
            object_, unusual = canonical.parse(line.decode("utf-8"))
            kind = object_["kind"]
        except (ValueError, KeyError, TypeError):
            return self.findings.add("unreadable", "a line of the export is not JSON of a known kind: %r" % line[:80])
        if kind == "entry":
            return self.entry(object_, unusual)
        if kind == "end":
            return self.end(object_)
        if kind in self.kinds:
            return self.kinds[kind](object_)
        return self.projections.take(object_)

    def begin(self, header):
        self.header = header
        if header.get("format") != FORMAT:
            self.findings.add("unreadable", "the export is of another format: %s" % header.get("format"))
        self.leaves, self.filled = bytearray(32 * header["size"]), bytearray(header["size"])

    def checkpoint(self, object_):
        try:
            note = Note(object_["note"], "the export")
        except ValueError as error:
            return self.findings.add("checkpoint", str(error))
        self.checkpoints.append(note)
        self.sizes.append(note.size)
        self.times.append(seconds_of(note.at))

    def entry(self, object_, unusual):
        entry, said = object_["entry"], object_["hash"]
        self.entries += 1
        name = (entry["jurisdiction"], entry["stream"])
        if self.stream is None or self.stream[0] != name:
            self.close_stream()
            self.stream = (name, 0, "")
            self.streams += 1
            self.broken = False
        hash_ = sha256(canonical.encode(entry, unusual).encode("utf-8"))
        _, revision, before = self.stream
        if not self.broken:
            self.link(entry, said, hash_.hexdigest(), revision, before)
        self.stream = (name, entry["revision"], said)
        self.place(object_["leaf"], hash_.digest(), entry)
        self.projections.entry(name, entry)
        collect_files(entry, self.files)

    def link(self, entry, said, hash_, revision, before):
        where = "%s %s #%s" % (entry["jurisdiction"], entry["stream"], entry["revision"])
        if entry["revision"] > revision + 1:
            self.fault("missing", "%s: the entries before it are missing from #%d" % (where, revision + 1))
        elif hash_ != said:
            self.fault("altered", "%s: its content is not what was hashed" % where)
        elif entry["revision"] != revision + 1 or entry["prevHash"] != before:
            self.fault("broken_chain", "%s: does not follow the entry before it" % where)

    def fault(self, code, words):
        self.broken = True
        self.findings.add(code, words)

    def close_stream(self):
        if self.stream is not None:
            self.heads[self.stream[0]] = self.stream[1:]

    def place(self, index, hash_, entry):
        at = seconds_of(entry["at"]) if not self.header["demo"] else None
        if index is None:
            self.pending += 1
            if self.times and at is not None and at < self.times[-1] - SLACK:
                self.findings.add("not_in_tree", "%s: dated before the last checkpoint and not under it" % _name(entry))
            return
        if not 0 <= index < len(self.filled):
            return self.findings.add("leaf", "%s: its leaf %d is outside the tree" % (_name(entry), index))
        if self.filled[index]:
            return self.findings.add("leaf", "%s: leaf %d belongs to another entry" % (_name(entry), index))
        self.filled[index] = 1
        self.leaves[32 * index : 32 * index + 32] = leaf(hash_)
        if at is not None:
            self.dated(index, at, entry)

    def dated(self, index, at, entry):
        """An entry came after the checkpoint before it and before the one over it: its date may not say otherwise."""
        over = bisect.bisect_right(self.sizes, index)
        if over > 0 and self.times[over - 1] is not None and at < self.times[over - 1] - SLACK:
            self.findings.add("back_dated", "%s: dated before a checkpoint that it came after" % _name(entry))
        if over < len(self.times) and self.times[over] is not None and at > self.times[over] + SLACK:
            self.findings.add("post_dated", "%s: dated after the checkpoint over it" % _name(entry))

    def head(self, head):
        self.finish_entries()
        name = (head["jurisdiction"], head["stream"])
        last = self.heads.pop(name, None)
        where = "%s %s" % name
        if last is None:
            self.findings.add("missing", "%s: has a head and no entry" % where)
        elif head["revision"] > last[0]:
            self.findings.add("missing", "%s: the end is missing from #%d" % (where, last[0] + 1))
        elif (head["revision"], head["hash"]) != last:
            self.findings.add("head_differs", "%s: the head is not the last entry" % where)
        self.projections.head(name, head["revision"])

    def finish_entries(self):
        if self.stream is not None:
            self.close_stream()
            self.stream = None

    def end(self, object_):
        self.ended = True
        del object_

    def finish(self):
        self.finish_entries()
        if self.header is None:
            return self.findings.add("unreadable", "the export has no header")
        if not self.ended:
            self.findings.add("unreadable", "the export is cut off")
        for name in self.heads:
            self.findings.add("no_head", "%s %s: the head is missing" % name)
        missing = self.filled.count(0)
        if missing:
            self.findings.add("missing", "%d leaves of the tree have no entry, the first is %d" % (missing, self.filled.index(0)))
        self.projections.finish()
        check_checkpoints(self)
        if self.asked.files is not None:
            check_files(self.asked.files, self.files, self.findings)
        elif self.files:
            self.findings.note("%d files were not checked: give --files" % len(self.files))

    def counts(self):
        return {
            "entries": self.entries,
            "streams": self.streams,
            "leaves": len(self.filled),
            "checkpoints": len(self.checkpoints),
            "witnessed": len(self.seen),
            "newer than the tree": self.pending,
            "rows recomputed": self.projections.rows,
            "files": len(self.files) if self.asked.files else 0,
        }


def _name(entry):
    return "%s %s #%s" % (entry["jurisdiction"], entry["stream"], entry["revision"])


def trusted_key(given, offered, findings):
    if given is not None:
        key = Key(given)
        if offered is not None and offered != key.text:
            findings.add("key", "the record names another key than the one given")
        return key
    if offered is None:
        return None
    findings.note("the key was taken from the record itself: give --key to be sure whose it is")
    return Key(offered)


def check_checkpoints(record):
    """Every checkpoint's root is that of the leaves; the newest, and all that witnesses kept, are signed."""
    findings, header = record.findings, record.header
    key = trusted_key(record.asked.key, header["verifierKey"], findings)
    notes = record.checkpoints + record.seen
    if not notes:
        if header["size"] or record.entries > record.pending:
            findings.add("unsigned", "the tree has %d leaves and no checkpoint" % header["size"])
        elif record.entries:
            findings.note("nothing was signed yet: the tree could not be checked")
        return
    if key is None:
        findings.add("key", "there are checkpoints and no key to check them with")
        return
    _signatures(record, key)
    wanted = {}
    for note in notes:
        wanted.setdefault(note.size, []).append(note)
    tree = Tree()
    for index in range(-1, len(record.filled)):
        if index >= 0:
            tree.add(bytes(record.leaves[32 * index : 32 * index + 32]))
        if tree.size in wanted:
            root = tree.root()
            for note in wanted.pop(tree.size):
                if note.root != root:
                    findings.add("tree", "%s: the first %d entries are not those that were signed" % (note.source, note.size))
    for size, late in sorted(wanted.items()):
        findings.add("rewound", "%s: %d entries were signed, the record has %d" % (late[0].source, size, len(record.filled)))
    if record.sizes and record.sizes[-1] < max(note.size for note in notes):
        findings.add("rewound", "a witness has a later checkpoint than the record")


def _signatures(record, key):
    findings = record.findings
    newest = record.checkpoints[-MOST_SIGNATURES:]
    if len(newest) < len(record.checkpoints):
        findings.note("signatures of the newest %d checkpoints were checked, roots of all %d" % (len(newest), len(record.checkpoints)))
    for note in newest + record.seen:
        if note.origin != key.name:
            findings.add("checkpoint", "%s: a checkpoint of another log, %s" % (note.source, note.origin))
        elif not note.signed_by(key):
            findings.add("signature", "%s: the checkpoint of size %d is not signed by the log" % (note.source, note.size))
    for text in record.asked.witness_key:
        witness = Key(text)
        if not any(note.signed_by(witness) for note in reversed(newest + record.seen)):
            findings.add("witness", "no checkpoint is signed by %s" % witness.name)


def check(lines, asked, seen, findings):
    record = Record(asked, seen, findings)
    for line in lines:
        record.take(line)
        if record.header is None:
            break
    record.finish()
    return record.counts()
