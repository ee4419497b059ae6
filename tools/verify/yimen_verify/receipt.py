"""One entry, proved to be under one signed checkpoint: what a citizen downloads for the paper in hand."""
import json
from base64 import b64decode

from .bundle import against_witnesses, check_signature
from .merkle import leaf, root_of_inclusion
from .notes import Note

FORMAT = "yimen-proof/1"
MOST_BYTES = 1 << 20


def check(asked, seen, findings):
    with open(asked.proof, encoding="utf-8") as file:
        object_ = json.loads(file.read(MOST_BYTES))
    if not isinstance(object_, dict) or object_.get("format") != FORMAT:
        raise ValueError("not a proof of Yimen: %s" % asked.proof)
    if not isinstance(object_.get("proof"), dict):
        raise ValueError("nothing is proved yet: %s" % object_.get("words", {}).get("en"))
    proof, hash_ = object_["proof"], bytes.fromhex(object_["hash"])
    note = Note(proof["note"], asked.proof)
    check_signature(note, asked, proof.get("verifierKey"), findings)
    path = [b64decode(one) for one in proof["path"]]
    if root_of_inclusion(leaf(hash_), proof["index"], note.size, path) != note.root:
        findings.add("not_in_tree", "entry %d is not under the checkpoint" % (proof["index"] + 1))
    against_witnesses(note, seen, findings)
    findings.note("it is about the entry %s: compare with the paper" % _short(hash_))
    return {"entry": proof["index"] + 1, "signed entries": note.size}


def _short(hash_):
    text = hash_.hex().upper()[:16]
    return " ".join(text[at : at + 4] for at in range(0, 16, 4))
