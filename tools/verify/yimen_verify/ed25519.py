"""Verification of Ed25519 signatures (RFC 8032, section 5.1.7), in plain integers. It only verifies: nothing here is secret."""
import hashlib

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)


def _add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _double(point):
    x, y, z, _ = point
    a, b, c = x * x % P, y * y % P, 2 * z * z % P
    h = a + b
    e = h - (x + y) * (x + y)
    g = a - b
    f = c + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * SQRT_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


def _point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = _recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


_BASE_Y = 4 * pow(5, P - 2, P) % P
_BASE_X = _recover_x(_BASE_Y, 0)
BASE = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % P)


def _negative(point):
    return (P - point[0], point[1], point[2], P - point[3])


def _two_at_once(first, one, second, other):
    """first·one + second·other, both scalars walked together."""
    both = _add(one, other)
    sum_ = IDENTITY
    for bit in range(max(first.bit_length(), second.bit_length()) - 1, -1, -1):
        sum_ = _double(sum_)
        left, right = first >> bit & 1, second >> bit & 1
        if left and right:
            sum_ = _add(sum_, both)
        elif left:
            sum_ = _add(sum_, one)
        elif right:
            sum_ = _add(sum_, other)
    return sum_


def verify(public_key, message, signature):
    """True when the 64 bytes are a signature of the message under the 32 bytes of the key."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, commitment = _point(public_key), _point(signature[:32])
    if key is None or commitment is None:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= Q:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % Q
    # s·B − h·A = R
    x, y, z, _ = _two_at_once(scalar, BASE, challenge, _negative(key))
    return (x - commitment[0] * z) % P == 0 and (y - commitment[1] * z) % P == 0
