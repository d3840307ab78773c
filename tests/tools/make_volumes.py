#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes samples/volumes: a small year of an invented office that files by volume (案卷).

The same texts give the same bytes. Change what is in the sample here, not there.
"""

import argparse
import datetime
from dataclasses import dataclass
from pathlib import Path

from ledger import issued_csv, received_csv
from redhead import RedHead, chinese_date

GOV = "云山区人民政府办公室"
PARTY = "中共云山区委办公室"
CITY = "青溪市人民政府"
CITY_OFFICE = "青溪市人民政府办公室"
STREET = "石桥街道办事处"
DECLARATION = """<?xml version="1.0" encoding="UTF-8"?>
<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="2006-02-10">本批无涉密</declaration>
</batch>
"""


@dataclass(frozen=True)
class Paper:
    number: str
    title: str
    creator: str
    to: str
    day: str
    body: tuple[str, ...]
    pages: str = "2"

    @property
    def received(self) -> bool:
        return self.creator in (CITY, CITY_OFFICE, STREET)


PAPERS = (
    # 请示 and 批复: one case, the reply first
    Paper("云府办请〔2005〕1号", "关于请求拨付防汛物资经费的请示", GOV, CITY, "2005-03-10",
          ("今年汛期来得早，我区防汛物资不足。", "恳请拨付防汛物资经费二十万元。妥否，请批示。")),
    Paper("青府函〔2005〕8号", "关于同意拨付防汛物资经费的批复", CITY, GOV, "2005-04-02",
          ("你办《关于请求拨付防汛物资经费的请示》（云府办请〔2005〕1号）收悉。经研究，批复如下：",
           "同意拨付防汛物资经费二十万元，专款专用。此复。"), "1"),
    # 转发 and what it passes on: one case, the forwarding document first
    Paper("青府办〔2005〕12号", "青溪市人民政府办公室关于做好2005年防汛抗旱工作的通知", CITY_OFFICE,
          "各区人民政府", "2005-03-01", ("现就做好2005年防汛抗旱工作通知如下。", "落实责任，备足物资。"), "4"),
    Paper("云府办〔2005〕5号",
          "云山区人民政府办公室转发青溪市人民政府办公室关于做好2005年防汛抗旱工作的通知", GOV,
          "各街道办事处，区直各单位", "2005-03-15",
          ("现将《青溪市人民政府办公室关于做好2005年防汛抗旱工作的通知》（青府办〔2005〕12号）转发给你们，"
           "请认真贯彻执行。",)),
    Paper("云府办〔2005〕9号", "云山区人民政府办公室关于三防指挥部成员单位职责的通知", GOV,
          "区直各单位", "2005-05-20", ("为明确三防工作职责，现通知如下。", "各单位按分工落实。"), "3"),
    # 党政分开
    Paper("云办发〔2005〕2号", "中共云山区委办公室关于开展保持共产党员先进性教育活动的通知", PARTY,
          "各党委（党组）", "2005-01-20", ("现就开展先进性教育活动通知如下。", "各单位要加强领导。"), "5"),
    Paper("云办发〔2005〕6号", "中共云山区委办公室关于做好党内统计工作的通知", PARTY,
          "各党委（党组）", "2005-11-08", ("现就做好党内统计工作通知如下。", "数字要准确。")),
    # one meeting
    Paper("云府办〔2005〕3号", "云山区人民政府办公室关于召开区政府第3次常务会议的通知", GOV,
          "各副区长", "2005-02-20", ("定于2月25日召开区政府第3次常务会议。",), "1"),
    Paper("云府办函〔2005〕2号", "云山区人民政府办公室关于区政府第三次常务会议议定事项的通知", GOV,
          "区直各单位", "2005-02-28", ("区政府第三次常务会议议定事项通知如下。", "请抓好落实。"), "3"),
    # the year of the content
    Paper("云府办〔2006〕1号", "云山区人民政府办公室2005年工作总结", GOV, CITY_OFFICE, "2006-01-12",
          ("2005年，我办围绕中心，服务大局。", "现将主要工作总结如下。"), "6"),
    Paper("云府办〔2005〕1号", "云山区人民政府办公室2005年工作计划", GOV, CITY_OFFICE, "2005-01-12",
          ("2005年，我办工作计划如下。", "做好办文、办会、办事工作。"), "4"),
    Paper("云府办〔2005〕7号", "云山区人民政府办公室关于李××等同志任免职务的通知", GOV,
          "各街道办事处，区直各单位", "2005-04-11", ("经研究决定：", "李××同志任副主任。"), "1"),
    # a request of 长期 and its reply of 永久: a person must settle it
    Paper("石街〔2005〕4号", "石桥街道办事处关于要求更新宣传栏的请示", STREET, GOV, "2005-06-03",
          ("我街道宣传栏已用多年。", "请予更新。妥否，请批示。"), "1"),
    Paper("云府办函〔2005〕5号", "云山区人民政府办公室关于同意更新宣传栏经费的批复", GOV, STREET, "2005-06-20",
          ("你街道《关于要求更新宣传栏的请示》（石街〔2005〕4号）收悉。", "同意更新。此复。"), "1"),
    # bulletins of three months
    *(Paper(f"云府办〔2005〕{10 + month}号", f"云山区人民政府办公室工作简报（第{month}期）", GOV,
            "各街道办事处", f"2005-0{month + 5}-01", ("本期简报摘编各单位工作情况。", "供参阅。"))
      for month in (1, 2, 3)),
)  # fmt: skip
LATE = Paper("云府办〔2005〕16号", "云山区人民政府办公室关于做好防汛值守工作的通知", GOV, "区直各单位",
             "2005-07-02", ("为加强防汛值班，现通知如下。", "各单位要落实二十四小时值班。"))  # fmt: skip


def file_of(paper: Paper) -> str:
    return f"{'收文' if paper.received else '发文'}/{paper.number}.txt"


def text_of(paper: Paper) -> bytes:
    day = datetime.date.fromisoformat(paper.day)
    return RedHead(
        organ=paper.creator + "文件",
        number=paper.number,
        title=paper.title if paper.title.startswith(("云", "中共", "青", "石"))
        else paper.creator + paper.title,
        to=paper.to,
        body=paper.body,
        signed=paper.creator,
        date=chinese_date(day),
    ).text().encode()  # fmt: skip


def rows_of(papers: tuple[Paper, ...]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    received, issued = [], []
    for paper in papers:
        row = {"标题": paper.title, "成文日期": paper.day, "页数": paper.pages, "份数": "1"}
        row["文件名"] = file_of(paper)
        if paper.received:
            row |= {"收文编号": f"2005-{len(received) + 1:03}", "收文日期": paper.day,
                    "来文单位": paper.creator, "文号": paper.number}  # fmt: skip
            received.append(row)
        else:
            issued.append(row | {"发文编号": paper.number, "主送": paper.to, "签发人": "王××"})
    return received, issued


def volumes_files() -> dict[str, bytes]:
    """Files of samples/volumes by path."""
    files: dict[str, bytes] = {}
    for folder, papers in (("2005", PAPERS), ("2005-late", (LATE,))):
        files[f"volumes/{folder}/batch.xml"] = DECLARATION.encode()
        for paper in papers:
            files[f"volumes/{folder}/{file_of(paper)}"] = text_of(paper)
            if not paper.received:
                draft = f"volumes/{folder}/发文/{paper.number}_定稿.txt"
                files[draft] = text_of(paper) + "定稿\n".encode()
        received, issued = rows_of(papers)
        if received:
            files[f"volumes/{folder}/收文登记.csv"] = received_csv(received)
        files[f"volumes/{folder}/发文登记.csv"] = issued_csv(issued)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "samples")
    out = parser.parse_args().out
    for name, content in volumes_files().items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
