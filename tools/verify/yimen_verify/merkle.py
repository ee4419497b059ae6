"""The tree of RFC 6962 over SHA-256."""
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf(data):
    return sha256(b"\0" + data).digest()


def node(left, right):
    return sha256(b"\1" + left + right).digest()


class Tree:
    """Leaves in order; the root of every size on the way can be asked for."""

    def __init__(self):
        self.size = 0
        self._peaks = []

    def add(self, hash_):
        self.size += 1
        count = self.size
        while count & 1 == 0:
            hash_ = sha256(b"\1" + self._peaks.pop() + hash_).digest()
            count >>= 1
        self._peaks.append(hash_)

    def root(self):
        if not self._peaks:
            return EMPTY
        hash_ = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            hash_ = node(peak, hash_)
        return hash_


def root_of_inclusion(hash_, index, size, path):
    """The root that an inclusion proof leads to, None where it fits no such leaf (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    at, last = index, size - 1
    for beside in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            hash_ = node(beside, hash_)
            while at & 1 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            hash_ = node(hash_, beside)
        at, last = at >> 1, last >> 1
    return hash_ if last == 0 else None
