# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents the tutorial's office received in 2023 (收文), and one that came too late."""

from codecs import BOM_UTF16_LE

import tutorial_received_texts as texts
from minidocx import make_docx
from redhead import RedHead
from tutorial_model import CITY_OFFICE, Sample, docx, handling_slip, utf8


def row(
    number: str, received: str, sender: str, document_number: str, title: str, day: str, **more: str
) -> dict[str, str]:
    columns = {
        "收文编号": number,
        "收文日期": received,
        "来文单位": sender,
        "文号": document_number,
        "标题": title.replace("\n", ""),
        "成文日期": day,
        "份数": "1",
        "页数": "2",
    }
    return columns | more


def row_of(document: RedHead, number: str, received: str, day: str, **more: str) -> dict[str, str]:
    return row(number, received, document.signed, document.number, document.title, day, **more)


FLOOD_REPORT_FILE = utf8(texts.FLOOD_REPORT.text())

SAMPLES = [
    Sample(
        "2023-001",
        {
            "收文/青政办发〔2023〕3号.docx": docx(texts.SERVICE, "2023-01-12"),
            "收文/青政办发〔2023〕3号.docx.xml": utf8(texts.SERVICE_SIDECAR),
            "收文/青政办发〔2023〕3号_附件1.txt": utf8(texts.SERVICE_LIST),
            "收文/青政办发〔2023〕3号_处理单.txt": handling_slip(
                "2023-001",
                "2023年1月16日",
                CITY_OFFICE,
                "青政办发〔2023〕3号",
                "青溪市人民政府办公室关于做好2023年政务服务重点工作的通知",
                [
                    "拟办意见：请李××阅示，转县行政审批局办理。陈××　2023年1月16日",
                    "领导批示：同意。李××　2023年1月17日",
                    "办理结果：县行政审批局已制定实施方案，落实情况已于11月24日上报。",
                ],
            ),
        },
        row_of(
            texts.SERVICE,
            "2023-001",
            "2023-01-16",
            "2023-01-12",
            页数="4",
            文件名="收文/青政办发〔2023〕3号.docx",
            办理情况="已办结\n落实情况已于11月24日上报",
        ),
    ),
    Sample(
        "2023-002",
        {
            "收文/云办发〔2023〕5号.txt": BOM_UTF16_LE
            + texts.CHRONICLE.text("\r\n").encode("utf-16-le")
        },
        row_of(texts.CHRONICLE, "2023-002", "2023-02-13", "2023-02-10", 办理情况="已报送"),
    ),
    Sample(
        "2023-003",
        {"收文/2023-003.txt": utf8(texts.LOAN_REQUEST_BAD_DATE.text())},
        row_of(
            texts.LOAN_REQUEST_BAD_DATE,
            "2023-003",
            "2023-03-02",
            "",
            页数="1",
            文件名="收文/2023-003.txt",
            办理情况="已借出并归还",
        ),
        filing="held",
        why="no date",
        findings="FMT-2xx",
    ),
    Sample(
        "2023-004",
        {"收文/青政办函〔2023〕8号.txt": texts.PILOT_REPLY.text("\r\n").encode("gb18030")},
        row_of(
            texts.PILOT_REPLY,
            "2023-004",
            "2023-04-06",
            "2023-04-03",
            文件名="收文/青政办函〔2023〕8号.txt",
            办理情况="已制定实施方案",
        ),
    ),
    Sample(
        "2023-005",
        {"收文/2023-005.txt": utf8(texts.LATE_REPORT.text())},
        row_of(
            texts.LATE_REPORT,
            "2023-005",
            "2023-04-10",
            "2023-03-01",
            文件名="收文/2023-005.txt",
            办理情况="已阅",
        ),
        incoming="return_proposed",
        findings="RTN-11",
    ),
    Sample(
        "2023-006",
        {},
        row(
            "2023-006",
            "2023-04-20",
            CITY_OFFICE,
            "青政办发〔2023〕15号",
            "青溪市人民政府办公室关于做好2023年度政府系统督查工作的通知",
            "2023-04-17",
            页数="5",
            办理情况="已办结",
            备注="纸质",
        ),
    ),
    Sample(
        "2023-007",
        {"收文/2023-007.txt": texts.TRADITIONAL_LETTER.text().encode("big5")},
        row_of(
            texts.TRADITIONAL_LETTER,
            "2023-007",
            "2023-05-09",
            "2023-04-28",
            页数="1",
            文件名="收文/2023-007.txt",
            办理情况="已于5月12日电话答复：同意接待",
        ),
    ),
    Sample(
        "2023-008",
        {
            "收文/青政办发〔2023〕18号/record.xml": utf8(texts.FORWARDING_RECORD),
            "收文/青政办发〔2023〕18号/正文.txt": utf8(texts.FORWARDING.text()),
            "收文/青政办发〔2023〕18号/被转发意见.txt": utf8(texts.FORWARDED),
            "收文/青政办发〔2023〕18号/处理单.txt": handling_slip(
                "2023-008",
                "2023年5月22日",
                CITY_OFFICE,
                "青政办发〔2023〕18号",
                "青溪市人民政府办公室转发市档案局关于加强村级档案工作意见的通知",
                [
                    "拟办意见：请李××阅示，转县档案局办理。陈××　2023年5月22日",
                    "领导批示：请县档案局抓好落实。李××　2023年5月23日",
                    "办理结果：县档案局已于6月举办村级档案人员培训班。",
                ],
            ),
        },
        row_of(
            texts.FORWARDING,
            "2023-008",
            "2023-05-22",
            "2023-05-18",
            页数="3",
            文件名="收文/青政办发〔2023〕18号/正文.txt",
            办理情况="已办结",
        ),
    ),
    Sample(
        "2023-009",
        {"收文/青政办发〔2023〕21号.html": utf8(texts.FLOOD_PAGE)},
        row(
            "2023-009",
            "2023-06-12",
            CITY_OFFICE,
            "青政办发〔2023〕21号",
            "青溪市人民政府办公室关于做好2023年防汛抗旱工作的通知",
            "2023-06-05",
            文件名="收文/青政办发〔2023〕21号.html",
            办理情况="已办结",
            备注="自市政府门户网站下载",
        ),
    ),
    Sample(
        "2023-010",
        {"收文/2023-010.txt": utf8(texts.HOLIDAY.text())},
        row_of(
            texts.HOLIDAY,
            "2023-010",
            "2023-06-15",
            "2023-06-13",
            页数="1",
            文件名="收文/2023-010.txt",
            办理情况="已阅",
            备注="普发，不需贯彻执行",
        ),
        filing="not_filed",
    ),
    Sample(
        "2023-011",
        {"收文/2023-011.txt": utf8(texts.TWO_ADDRESSEES.text())},
        row_of(
            texts.TWO_ADDRESSEES,
            "2023-011",
            "2023-06-28",
            "2023-06-26",
            文件名="收文/2023-011.txt",
            办理情况="已于7月5日电话答复：由县财政局在防汛资金中解决",
        ),
        incoming="return_proposed",
        findings="RTN-14 GW-03",
    ),
    Sample(
        "2023-012",
        {
            "收文/石桥镇上半年防汛报告.txt": FLOOD_REPORT_FILE,
            "收文/石桥镇上半年防汛报告_处理单.txt": handling_slip(
                "2023-012",
                "2023年7月6日",
                "石桥镇人民政府",
                "石政〔2023〕9号",
                "石桥镇人民政府关于2023年上半年防汛工作情况的报告",
                [
                    "拟办意见：请李××阅示。陈××　2023年7月6日",
                    "领导批示：请县水利局跟踪督促未整改隐患。李××　2023年7月7日",
                    "办理结果：2处隐患已于7月底前整改完毕。",
                ],
            ),
        },
        row_of(texts.FLOOD_REPORT, "2023-012", "2023-07-06", "2023-07-04", 办理情况="已办结"),
    ),
    Sample(
        "2023-013",
        {
            "收文/云财函〔2023〕17号.txt": utf8(texts.BUDGET_LETTER.text()),
            "收文/云财函〔2023〕17号_附件1.txt": utf8(texts.BUDGET_ATTACHMENT),
        },
        row_of(
            texts.BUDGET_LETTER,
            "2023-013",
            "2023-07-20",
            "2023-07-18",
            页数="3",
            文件名="收文/云财函〔2023〕17号.txt",
            办理情况="已阅",
        ),
        incoming="return_proposed",
        findings="RTN-12",
    ),
    Sample(
        "2023-014",
        {"收文/平政办函〔2023〕6号.txt": utf8(texts.UNTITLED_LETTER.text())},
        row_of(
            texts.UNTITLED_LETTER,
            "2023-014",
            "2023-07-31",
            "2023-07-27",
            标题="[关于商请协助提供县界沿线水利档案的函]",
            页数="1",
            文件名="收文/平政办函〔2023〕6号.txt",
            办理情况="已复函",
            备注='原件无标题,标题为登记人员"另拟"',
        ),
        findings="VCL-01",
    ),
    Sample(
        "2023-015",
        {"收文/2023-015.txt": utf8(texts.UNDATED_LETTER.text())},
        row_of(
            texts.UNDATED_LETTER,
            "2023-015",
            "2023-08-25",
            "",
            页数="1",
            文件名="收文/2023-015.txt",
            办理情况="已阅",
        ),
        filing="held",
        why="no date",
        findings="FMT-2xx",
    ),
    Sample(
        "2023-016",
        {"收文/志愿服务倡议书.txt": utf8(texts.VOLUNTEERS.text())},
        row_of(
            texts.VOLUNTEERS,
            "2023-016",
            "2023-09-15",
            "2023-09-12",
            页数="1",
            文件名="收文/志愿服务倡议书.txt",
            办理情况="已阅",
        ),
        filing="held",
        why="待鉴定",
    ),
    Sample(
        "2023-017",
        {},
        row(
            "2023-017",
            "2023-10-12",
            CITY_OFFICE,
            "",
            "关于金丝雀770424的通知",
            "2023-10-09",
            密级="秘密",
            备注="误登，应登入密件登记本",
        ),
        filing="stub",
        findings="REG-17",
    ),
    Sample(
        "2023-018",
        {
            "收文/石政函〔2023〕4号.docx": make_docx(
                texts.CUT_OFF.paragraphs(), texts.CUT_OFF.title, texts.CUT_OFF.signed, "2023-10-18"
            )[:1200]
        },
        row_of(
            texts.CUT_OFF,
            "2023-018",
            "2023-10-20",
            "2023-10-18",
            页数="1",
            文件名="收文/石政函〔2023〕4号.docx",
            办理情况="已协调",
        ),
        filing="held",
        why="unreadable",
    ),
    Sample(
        "2023-019",
        {},
        row(
            "2023-019",
            "2023-11-08",
            "云溪县人大常委会办公室",
            "云人办函〔2023〕14号",
            "云溪县人大常委会办公室关于转送代表建议的函",
            "2023-11-06",
            页数="6",
            办理情况="已答复",
            备注="纸质",
        ),
    ),
    Sample(
        "金丝雀",
        {"收文/金丝雀770421.txt": utf8(texts.CANARY.text())},
        filing="stub",
        findings="REG-17",
    ),
    Sample(
        "重份",
        {"收文/石桥镇报告（重份）.txt": FLOOD_REPORT_FILE},
        filing="duplicate",
    ),
]

LATE = [
    Sample(
        "2024-003",
        {"收文/青政办发〔2023〕46号.txt": utf8(texts.YEAR_END.text())},
        row_of(
            texts.YEAR_END,
            "2024-003",
            "2024-01-08",
            "2023-12-28",
            文件名="收文/青政办发〔2023〕46号.txt",
            办理情况="已阅",
            备注="邮路延误",
        ),
    ),
]
