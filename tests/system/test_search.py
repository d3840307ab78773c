# SPDX-License-Identifier: GPL-3.0-or-later
"""`guidang search` for people and for programs."""

import csv
import io
import json
import unittest

import tutorial
from support import Home, SystemTest, guidang

HIT_KEYS = {"code", "record", "path", "title", "score", "snippet", "marks", "page", "home"}


class Search(SystemTest):
    home: Home

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.home = tutorial.sealed()

    def ask(self, *arguments: str) -> str:
        outcome = self.home.call("search", *arguments)
        self.assertStatus(outcome, 0)
        return outcome.out

    def rows(self, *arguments: str) -> list[dict]:
        return [json.loads(line) for line in self.ask(*arguments, "--json").splitlines()]

    def test_ATableHoldsAllHitsAndAListTen(self) -> None:
        total = int(self.ask("年度:2023", "--count"))
        self.assertGreater(total, 10)
        table = self.ask("年度:2023", "--csv")
        self.assertTrue(table.startswith("\ufeff档号,记录,来处,题名,得分,摘录,"))
        found = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
        self.assertEqual(len(found), total)
        self.assertEqual(table, self.ask("年度:2023", "--csv"))
        self.assertEqual(len(self.rows("年度:2023")), 10)
        self.assertEqual(len(self.rows("年度:2023", "--all")), total)
        self.assertEqual(self.ask("年度:2023", "--csv", "--limit", "2").count("\r\n"), 3)

    def test_PagesFollowOneAnother(self) -> None:
        for sort in ("relevance", "newest", "oldest", "code"):
            with self.subTest(sort):
                whole = [row["record"] for row in self.rows("通知", "--all", "--sort", sort)]
                paged: list[str] = []
                while page := self.rows(
                    "通知", "--sort", sort, "--limit", "3", "--offset", str(len(paged))
                ):
                    paged += [row["record"] for row in page]
                self.assertEqual(paged, whole)
        dates = [row["date"] for row in self.rows("通知", "--all", "--sort", "newest")]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_CountsByFacetAreThoseOfTheHits(self) -> None:
        *hits, answer = self.rows("云溪", "--all", "--facets")
        facets = answer["answer"]["facets"]
        for facet in ("year", "doctype", "retention", "direction"):
            counted: dict[str, int] = {}
            for hit in hits:
                self.assertLessEqual(HIT_KEYS, hit.keys())
                counted[hit[facet]] = counted.get(hit[facet], 0) + 1
            said = {each["value"]: each["count"] for each in facets[facet]["values"]}
            self.assertEqual(said, counted, facet)
        kind = facets["doctype"]["values"][0]
        narrowed = self.rows("云溪", "--doctype", kind["value"], "--all")
        self.assertEqual(len(narrowed), kind["count"])
        self.assertEqual({row["doctype"] for row in narrowed}, {kind["value"]})
        both = [each["value"] for each in facets["doctype"]["values"][:2]]
        some = self.rows("云溪", "--doctype", both[0], "--doctype", both[1], "--all")
        self.assertEqual({row["doctype"] for row in some}, set(both))

    def test_MarksAreOfWhatWasAsked(self) -> None:
        for row in self.rows("防汛", "--all"):
            places = [(row["title"], row["title_marks"]), (row["snippet"], row["marks"])]
            marked = [t.encode()[b:e].decode() for t, marks in places for b, e in marks]
            self.assertEqual(set(marked), {"防汛"})

    def test_ScoresAreExplained(self) -> None:
        for row in self.rows("防汛 值班", "--explain"):
            parts = sum(part["score"] for part in row["score_of"])
            self.assertAlmostEqual(parts, row["score"], places=3)
        shown = self.ask("题名:防汛 -值班", "--explain", "--lang", "en")
        self.assertIn("read as:\n", shown)
        self.assertIn("none of\n", shown)

    def test_OthersLikeOneAreNamedByCodeOrRecord(self) -> None:
        first = self.rows("防汛", "--limit", "1")[0]
        by_code = self.rows("--similar", first["code"])
        self.assertEqual(by_code, self.rows("--similar", first["record"]))
        self.assertNotIn(first["record"], [row["record"] for row in by_code])
        outcome = self.home.call("search", "--similar", "没有这件")
        self.assertStatus(outcome, 2)

    def test_WhereNothingIsFoundItSaysWhatToTry(self) -> None:
        outcome = self.assertStatus(self.home.call("search", "防汛 题名:独角兽", "--lang", "en"), 0)
        self.assertEqual(outcome.out, "")
        self.assertIn("'题名:独角兽' is found nowhere\n", outcome.err)
        self.assertIn("try instead:\n", outcome.err)

    def test_TheGrammarIsAPage(self) -> None:
        self.assertIn("年度:", guidang("search", "--grammar").out)

    def test_AQueryIsNeeded(self) -> None:
        outcome = self.assertStatus(self.home.call("search", "--lang", "en"), 2)
        self.assertIn("the query is missing", outcome.err)


if __name__ == "__main__":
    unittest.main()
