"""Canonical JSON (RFC 8785) of a line's object: keys by UTF-16 code unit, numbers as ECMAScript writes them."""
import json

_seen = [False]


def _float(text):
    _seen[0] = True
    return float(text)


def _int(text):
    if len(text) > 15:
        _seen[0] = True
    return int(text)


_decode = json.JSONDecoder(parse_float=_float, parse_int=_int).decode
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False).encode


def parse(text):
    """The value, and whether its canonical text needs the long way: fractions, long numbers, characters beyond the BMP.

    Without these, Python's own order of keys and way of writing numbers is the canonical one.
    """
    _seen[0] = False
    value = _decode(text)
    beyond = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
    return value, _seen[0] or beyond or "\\ud" in text or "\\uD" in text


def encode(value, unusual=True):
    return _slow(value) if unusual else _encode(value)


def _slow(value):
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return "{%s}" % ",".join("%s:%s" % (_encode(key), _slow(one)) for key, one in members)
    if isinstance(value, list):
        return "[%s]" % ",".join(map(_slow, value))
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return _encode(value)
    return _number(float(value))


def _number(value):
    """ECMAScript's Number::toString: the same shortest digits as Python's repr, laid out by its own rules."""
    if value == 0:
        return "0"
    sign, value = ("-", -value) if value < 0 else ("", value)
    digits, _, exponent = ("%r" % value).lower().partition("e")
    whole, _, fraction = digits.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = whole + fraction
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    digits = stripped.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    mantissa = digits if count == 1 else digits[0] + "." + digits[1:]
    return "%s%se%s%d" % (sign, mantissa, "+" if point > 0 else "-", abs(point - 1))
