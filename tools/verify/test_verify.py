"""python3 -m unittest discover tools/verify: the parts against published vectors."""
import json
import unittest

from yimen_verify import canonical, ed25519, merkle

# RFC 8032, section 7.1: TEST 1, 2, 3 and SHA(abc).
VECTORS = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"),
]


class Ed25519(unittest.TestCase):
    def test_rfc_8032(self):
        for key, message, signature in VECTORS:
            key, message, signature = bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)
            self.assertTrue(ed25519.verify(key, message, signature))
            self.assertFalse(ed25519.verify(key, message + b"x", signature))
            for at in (0, 31, 32, 63):
                altered = bytearray(signature)
                altered[at] ^= 1
                self.assertFalse(ed25519.verify(key, message, bytes(altered)))
            # The same signature with the scalar beyond the group's order must not be taken for another one.
            scalar = int.from_bytes(signature[32:], "little") + ed25519.Q
            self.assertFalse(ed25519.verify(key, message, signature[:32] + scalar.to_bytes(32, "little")))


class Canonical(unittest.TestCase):
    def test_numbers_as_ecmascript_writes_them(self):
        # RFC 8785, appendix B.
        for value, text in [(0.0, "0"), (-0.0, "0"), (5e-324, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
                            (9007199254740992, "9007199254740992"), (295147905179352830000, "295147905179352830000"),
                            (9.999999999999997e22, "9.999999999999997e+22"), (1e23, "1e+23"), (1e21, "1e+21"),
                            (0.000001, "0.000001"), (1e-7, "1e-7"), (333333333.33333329, "333333333.3333333"),
                            (1.0, "1"), (-1.5, "-1.5"), (100, "100"), (123456.789, "123456.789")]:
            self.assertEqual(canonical.encode(value), text)

    def test_keys_by_utf16(self):
        value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
        order = [key for key, _ in json.loads(canonical.encode(value), object_pairs_hook=list)]
        self.assertEqual(order, ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"])

    def test_both_ways_agree_on_usual_values(self):
        value = {"b": [1, True, None, "收件\n\u0001\"\\"], "a": {"z": -3, "y": "x"}}
        self.assertEqual(canonical.encode(value, True), canonical.encode(value, False))


class Merkle(unittest.TestCase):
    LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]

    def test_known_roots(self):
        tree = merkle.Tree()
        for data in self.LEAVES:
            tree.add(merkle.leaf(bytes.fromhex(data)))
        self.assertEqual(tree.root().hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")


if __name__ == "__main__":
    unittest.main()
