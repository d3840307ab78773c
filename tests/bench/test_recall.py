# SPDX-License-Identifier: GPL-3.0-or-later
"""The arithmetic of recall.py."""

import unittest
from collections import Counter

from recall import compare, nfkc, shown


class Compare(unittest.TestCase):
    def test_SharesAreOfMultisets(self) -> None:
        score = compare("通知知书", "通知 通知\n")
        self.assertEqual((score.recall, score.precision), (0.75, 0.75))
        self.assertEqual((score.missed, score.added), (Counter("通"), Counter("书")))

    def test_OrderAndBlanksDoNotCount(self) -> None:
        score = compare("a\u3000b\n", "b\ta")
        self.assertEqual((score.recall, score.precision), (1.0, 1.0))

    def test_NothingIsNoError(self) -> None:
        self.assertEqual(compare("", "通知").recall, 0.0)
        self.assertEqual(compare("通知", "").precision, 0.0)
        self.assertEqual(compare("", "").recall, 1.0)

    def test_FieldCodesThatWereMissedAreForgiven(self) -> None:
        self.assertEqual(compare("第1页", "第 PAGE 1页", " PAGE 1").recall, 1.0)
        self.assertEqual(compare("第页", "第 PAGE 1页", " PAGE ").missed, Counter("1"))

    def test_CompatibilityCharactersDifferUnlessAsked(self) -> None:
        self.assertEqual(compare("（1）", "(1)").recall, 1 / 3)
        self.assertEqual(compare(nfkc("（1）"), nfkc("(1)")).recall, 1.0)

    def test_MostFrequentFirst(self) -> None:
        self.assertEqual(shown(Counter("aab\x06")), "a×2 b×1 U+0006×1")
        self.assertEqual(shown(Counter("123456789")).partition("and ")[2], "1 more")
        self.assertEqual(shown(Counter()), "nothing")


if __name__ == "__main__":
    unittest.main()
