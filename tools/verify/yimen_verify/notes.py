"""Checkpoints as signed notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature)."""
import base64
import binascii
import calendar
import hashlib
import re
import time

from . import ed25519

_NOTE = re.compile(r"\A(([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n(?:time ([^\n]+)\n)?)\n((?:— [^\n]+\n)+)\Z")
_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")
LOG, WITNESS = 1, 4
_MINUTES = {}


class Key:
    def __init__(self, text):
        found = re.match(r"\A([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\Z", text.strip())
        if not found:
            raise ValueError("not a verifier key: %s" % text)
        self.name, id_, encoded = found.groups()
        typed = base64.b64decode(encoded)
        self.id = hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4]
        if len(typed) != 33 or typed[0] not in (LOG, WITNESS) or self.id.hex() != id_:
            raise ValueError("a verifier key that is not its own: %s" % text)
        self.kind, self.public = typed[0], typed[1:]
        self.text = text.strip()


class Note:
    def __init__(self, text, source):
        found = _NOTE.match(text)
        if not found:
            raise ValueError("not a checkpoint: %s" % source)
        self.text, self.origin, size, root, at, lines = found.groups()
        self.size, self.root, self.at, self.source = int(size), base64.b64decode(root), at, source
        self.signatures = []
        for name, encoded in _SIGNATURE.findall(lines):
            try:
                signature = base64.b64decode(encoded, validate=True)
            except binascii.Error:
                continue
            self.signatures.append((name, signature[:4], signature[4:]))

    def signed_by(self, key):
        for name, id_, signature in self.signatures:
            if name != key.name or id_ != key.id:
                continue
            if key.kind == LOG and ed25519.verify(key.public, self.text.encode(), signature):
                return True
            if key.kind == WITNESS and len(signature) == 72 and ed25519.verify(key.public, self._seen(signature), signature[8:]):
                return True
        return False

    def _seen(self, signature):
        seconds = int.from_bytes(signature[:8], "big")
        return ("cosignature/v1\ntime %d\n" % seconds + self.text).encode()


def seconds_of(instant):
    """Seconds since 1970 of `YYYY-MM-DDTHH:MM:SS.mmmZ`, None where there is no such instant."""
    try:
        minute = _MINUTES.get(instant[:16])
        if minute is None:
            minute = _MINUTES[instant[:16]] = calendar.timegm(time.strptime(instant[:16], "%Y-%m-%dT%H:%M"))
        return minute + int(instant[17:19])
    except (TypeError, ValueError):
        return None
