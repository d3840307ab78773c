# SPDX-License-Identifier: GPL-3.0-or-later
"""A year filed by volume: runs, is put in order by people, sealed, and gets a late document."""

from typing import Any

from support import SAMPLES, Home, SystemTest, guidang

BATCH = SAMPLES / "volumes" / "2005"
LATE = SAMPLES / "volumes" / "2005-late"
WHO = ("--by", "归档员", "--why", "核对原件", "--as-of", "2006-03-02")
REQUEST, REPLY = "云府办请〔2005〕1号", "青府函〔2005〕8号"
STREET, ANSWER = "石街〔2005〕4号", "云府办函〔2005〕5号"
FLOOD = "关于防汛抗旱的通知"


class Volumes(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        path = self.folder / "home"
        made = guidang("init", path, "--fonds", "X043", "--name", "云山区人民政府办公室",
                       "--profile", "futian-2006")  # fmt: skip
        self.assertStatus(made, 0)
        self.home = Home(path)
        self.assertStatus(self.run_(BATCH), 1)

    def run_(self, *batch: Any) -> Any:
        return self.home.run(*batch, as_of="2006-03-01")

    def by_number(self) -> dict[str, dict[str, Any]]:
        return {r["fields"]["document_number"]["value"]: r for r in self.home.export()}

    def code(self, number: str) -> str:
        return str(self.by_number()[number]["code"] or "")

    def volume(self, action: str, *arguments: str) -> Any:
        who = () if action == "list" else WHO
        return guidang("volume", action, self.home.path, *arguments, *who)

    def volumes(self) -> dict[str, dict[str, Any]]:
        return {row["title"]: row for row in self.volume("list", "--json").rows}

    def flood(self) -> dict[str, Any]:
        return next(v for title, v in self.volumes().items() if title.endswith(FLOOD))

    def held(self, number: str) -> str:
        return self.home.call("explain", self.by_number()[number]["record"]).out

    def settle(self) -> None:
        self.home.set(STREET, "period", "永久")
        self.run_()

    def test_CasesGroupsLinesAndPages(self) -> None:
        self.assertEqual(self.code(REPLY)[:-3], self.code(REQUEST)[:-3])
        self.assertTrue(self.code(REPLY).endswith("-001"))
        self.assertTrue(self.code(REQUEST).endswith("-002"))
        titles = self.volumes()
        self.assertIn("中共云山区委办公室关于党的建设的通知", titles)
        self.assertIn("云山区人民政府办公室2005年工作总结", titles)
        flood = self.flood()
        self.assertEqual((len(flood["items"]), flood["pages"], flood["period"]), (3, 9, "长期"))
        for number in (STREET, ANSWER):
            self.assertEqual(self.by_number()[number]["verdict"], "held")
            self.assertIn("ARR-110", self.held(number))
        self.settle()
        self.assertEqual(self.code(STREET)[:-3], self.code(ANSWER)[:-3])

    def test_PeopleMoveMergeSplitReorderRetitleAndTakeBack(self) -> None:
        flood = self.flood()
        party = next(v for title, v in self.volumes().items() if title.startswith("中共"))
        refused = self.volume("move", "云办发〔2005〕6号", "--to", flood["id"])
        self.assertStatus(refused, 2)
        self.assertIn("VOL-03", refused.err)
        refused = self.volume("merge", party["id"], "--to", self.code(REPLY)[:-4])
        self.assertStatus(refused, 2)
        self.assertIn("VOL-06", refused.err)
        self.assertStatus(self.volume("split", flood["id"], "云府办〔2005〕9号", "--to", "三防职责"), 0)
        self.assertStatus(self.volume("retitle", flood["code"], "防汛抗旱文件"), 0)
        order = ("青府办〔2005〕12号", "云府办〔2005〕5号")
        self.assertStatus(self.volume("reorder", flood["id"], *order), 0)
        self.run_()
        titles = self.volumes()
        self.assertEqual(len(titles["三防职责"]["items"]), 1)
        self.assertEqual(len(titles["防汛抗旱文件"]["items"]), 2)
        self.assertLess(self.code(order[0]), self.code(order[1]))
        self.assertStatus(self.volume("merge", titles["三防职责"]["id"], "--to", flood["id"]), 0)
        self.run_()
        self.assertEqual(len(self.volumes()["防汛抗旱文件"]["items"]), 3)
        self.assertStatus(self.volume("move", "云府办〔2005〕9号", "--to", ""), 0)
        self.run_()
        self.assertNotIn("三防职责", self.volumes())

    def test_TitlesAreOneLineAndVolumesDoNotGoIntoEachOther(self) -> None:
        flood = self.flood()
        for title in ("防汛\n抗旱", "防汛\x1e抗旱", " ", "题" * 51):
            self.assertStatus(self.volume("retitle", flood["id"], title), 2)
            split = self.volume("split", flood["id"], "云府办〔2005〕9号", "--to", title)
            self.assertStatus(split, 2)
        one, other = [v["id"] for v in self.volumes().values() if v["period"] == "永久"][:2]
        self.assertStatus(self.volume("merge", one, "--to", other), 0)
        self.assertStatus(self.volume("merge", other, "--to", one), 2)

    def test_AnOrderOfVolumesTakesThePlaceOfTheOneBefore(self) -> None:
        a, b, c, d = [v["id"] for v in self.volumes().values() if v["period"] == "永久"][:4]
        self.assertStatus(self.volume("reorder", c, d), 0)
        self.assertStatus(self.volume("reorder", b, b), 2)
        self.assertStatus(self.volume("reorder", b, a), 0)
        self.run_()
        codes = {v["id"]: v["code"] for v in self.volumes().values()}
        self.assertEqual(sorted((a, b, c, d), key=lambda v: codes[v]), [b, a, c, d])

    def test_SealedVolumesStayAndALateDocumentJoins(self) -> None:
        self.settle()
        done = self.home.seal(2005, as_of="2006-06-30")
        self.assertStatus(done, 0)
        self.run_()
        before = {n: r["code"] for n, r in self.by_number().items()}
        flood = self.flood()
        self.assertStatus(self.volume("retitle", flood["id"], "另一题名"), 2)
        self.assertStatus(self.run_(LATE), 1)
        late = "云府办〔2005〕16号"
        self.assertIn("ARR-113", self.held(late))
        copy = self.home.copy(self.folder / "other")
        self.assertStatus(self.volume("move", late, "--to", flood["id"]), 0)
        self.assertStatus(self.run_(), 0)
        self.assertEqual(self.code(late), flood["code"] + "-004")
        self.assertStatus(self.home.seal(2005, as_of="2006-07-30"), 0)
        self.run_()
        self.assertEqual(self.code(late), flood["code"] + "-004")
        for number, code in before.items():
            self.assertEqual(self.code(number), code)
        bundle = self.home.call("package", "2005").lines[-1]
        self.assertStatus(guidang("verify", bundle), 0)

        self.home = copy
        self.assertStatus(self.volume("move", late, "--to", "new"), 0)
        self.assertStatus(self.run_(), 0)
        new = next(v for title, v in self.volumes().items() if title.endswith("之二"))
        self.assertEqual(self.code(late), new["code"] + "-001")
        self.assertNotEqual(new["code"], flood["code"])

    def test_EveryNumberHasItsRow(self) -> None:
        self.settle()
        self.assertStatus(self.home.seal(2005, as_of="2006-06-30"), 0)
        self.assertStatus(self.home.call("doctor"), 0)
