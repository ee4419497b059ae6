"""An evidence bundle: the entries of one case, each proved to be under one signed checkpoint, and the case's documents."""
import json
import zipfile
from base64 import b64decode
from hashlib import sha256

from . import canonical
from .merkle import leaf, root_of_inclusion
from .notes import Note
from .projections import collect_files
from .record import trusted_key

MOST_BYTES = 1 << 30


def check(asked, seen, findings):
    with zipfile.ZipFile(asked.bundle) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
            raise ValueError("the bundle is larger than a gigabyte")
        names = set(archive.namelist())
        for name in ("manifest.json", "entries.ndjson", "checkpoint.note"):
            if name not in names:
                raise ValueError("not an evidence bundle: %s is missing" % name)
        manifest = json.loads(archive.read("manifest.json"))
        note = Note(archive.read("checkpoint.note").decode("utf-8"), "checkpoint.note")
        check_signature(note, asked, manifest.get("verifierKey"), findings)
        files = set()
        count = _entries(archive.read("entries.ndjson"), note, findings, files)
        if count != manifest.get("entries"):
            findings.add("missing", "the bundle has %d entries, its manifest says %s" % (count, manifest.get("entries")))
        checked = _files(archive, names, files, manifest, findings)
    against_witnesses(note, seen, findings)
    return {"entries": count, "documents": checked, "signed entries": note.size}


def _entries(lines, note, findings, files):
    count, streams = 0, {}
    for line in lines.splitlines():
        object_, unusual = canonical.parse(line.decode("utf-8"))
        entry = object_["entry"]
        where = "%s #%s" % (entry["stream"], entry["revision"])
        hash_ = sha256(canonical.encode(entry, unusual).encode("utf-8"))
        if hash_.hexdigest() != object_["hash"]:
            findings.add("altered", "%s: its content is not what was hashed" % where)
        revision, before = streams.get(entry["stream"], (0, ""))
        if entry["revision"] != revision + 1 or entry["prevHash"] != before:
            findings.add("broken_chain", "%s: does not follow the entry before it" % where)
        streams[entry["stream"]] = (entry["revision"], object_["hash"])
        path = [b64decode(one) for one in object_["path"]]
        if root_of_inclusion(leaf(hash_.digest()), object_["leaf"], note.size, path) != note.root:
            findings.add("not_in_tree", "%s: is not under the checkpoint" % where)
        collect_files(entry, files)
        count += 1
    return count


def _files(archive, names, wanted, manifest, findings):
    """Every document is one that an entry names; every one an entry names is there, or said not to be."""
    inside = {}
    for name in names:
        if name.startswith("documents/"):
            inside[sha256(archive.read(name)).hexdigest()] = name
    for hash_, name in sorted(inside.items()):
        if hash_ not in wanted:
            findings.add("file_altered", "%s: no entry names a file with this content" % name)
    missing = wanted - set(inside)
    said = set(manifest.get("leftOut", []))
    for hash_ in sorted(missing - said):
        findings.add("file_missing", hash_)
    for hash_ in sorted(missing & said):
        findings.note("a document was left out of the bundle: %s" % hash_)
    return len(inside)


def check_signature(note, asked, offered, findings):
    """The one checkpoint that everything hangs on is signed by the log whose key was given, or by the key it names itself."""
    key = trusted_key(asked.key, offered, findings)
    if key is None or not note.signed_by(key) or note.origin != key.name:
        findings.add("signature", "the checkpoint is not signed by the log")


def against_witnesses(note, seen, findings):
    for one in seen:
        if one.origin == note.origin and one.size == note.size and one.root != note.root:
            findings.add("tree", "%s: the witness has another tree of this size" % one.source)
