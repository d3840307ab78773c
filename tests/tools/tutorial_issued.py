# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents the tutorial's office issued in 2023 (发文)."""

from redhead import RedHead
from tutorial_model import CITY_OFFICE, OFFICE, TOWNS, Sample, docx, final_draft, utf8

MARK = OFFICE + "文件"
LEADER = "李××"


def row(document: RedHead, day: str, pages: int, file: str = "", **more: str) -> dict[str, str]:
    """Dates as a Chinese spreadsheet writes them: 2023/1/31."""
    year, month, number = (int(part) for part in day.split("-"))
    columns = {
        "发文编号": document.number,
        "标题": document.title.replace("\n", ""),
        "主送": document.to,
        "成文日期": f"{year}/{month}/{number}",
        "签发人": LEADER,
        "份数": "3",
        "页数": str(pages),
        "文件名": file,
    }
    return columns | more


TASKS = RedHead(
    organ=MARK,
    number="云政办发〔2023〕1号",
    title="云溪县人民政府办公室关于做好2023年\n重点工作任务落实的通知",
    to=TOWNS,
    body=(
        "为确保县政府确定的2023年重点工作任务落到实处，现就有关事项通知如下：",
        "一、明确责任。各牵头单位要对照任务分工，逐项制定推进措施，明确时间节点和具体责任人；配合单位要主动衔接，合力推进。",
        "二、加强调度。各牵头单位每季度末前将进展情况报县政府办公室，由县政府办公室汇总后报县政府。",
        "三、严格督查。县政府办公室将采取实地查看、随机抽查等方式开展督查，督查情况予以通报。",
    ),
    attachments=("2023年重点工作任务分工表",),
    signed=OFFICE,
    date="2023年1月31日",
    note="此件公开发布",
    cc="县委办公室，县人大常委会办公室，县政协办公室",
    printed="云溪县人民政府办公室　2023年1月31日",
)
TASKS_TABLE = """附件

2023年重点工作任务分工表

序号\t工作任务\t牵头单位\t完成时限
1\t完成石桥镇至柳林乡乡村公路改造12公里\t县交通运输局\t2023年10月底
2\t新建、改建农村饮水安全工程6处\t县水利局\t2023年9月底
3\t建成县级数字档案室并投入试运行\t县政府办公室\t2023年12月底
4\t县政务服务大厅综合窗口改革\t县行政审批局\t2023年6月底
"""

MEASURES = RedHead(
    organ=MARK,
    number="云政办发〔2023〕2号",
    title="云溪县人民政府办公室关于印发\n云溪县人民政府办公室公文处理办法的通知",
    to="办公室各科室、所属各单位",
    body=("《云溪县人民政府办公室公文处理办法》已经办公室主任办公会议通过，现印发给你们，请认真贯彻执行。",),
    signed=OFFICE,
    date="2023年2月20日",
    note="此件公开发布",
    appended=(
        "云溪县人民政府办公室公文处理办法",
        "第一条　为规范办公室公文处理工作，提高公文质量和办理效率，结合实际，制定本办法。",
        "第二条　收文由文秘科统一签收、登记、编号，当日送办；未经登记的公文，不予送签。",
        "第三条　发文实行一文一号。发文字号由文秘科统一编排，不编虚位，不得重号、跳号。",
        "第四条　发文稿纸、定稿与印本应当一并保存，于次年6月30日前移交档案室归档。",
        "第五条　本办法自2023年3月1日起施行。",
    ),
    printed="云溪县人民政府办公室　2023年2月20日",
)

SECRECY_REVIEW = RedHead(
    organ=MARK,
    number="云政办发〔2023〕3号",
    title="云溪县人民政府办公室关于进一步加强\n政府信息公开保密审查工作的通知",
    to=TOWNS,
    body=(
        "为进一步做好政府信息公开保密审查工作，现将有关事项通知如下：",
        "一、坚持先审查、后公开。拟公开的政府信息应当逐件审查，凡标有绝密、机密、秘密标志的文件、资料，一律不得公开。",
        "二、落实审查责任。实行拟稿人自审、科室负责人复审、分管负责人终审的三审制度，并留存审查记录。",
        "三、开展自查自纠。各单位于2023年4月底前完成本单位网站和政务新媒体的保密自查，自查情况报县政府办公室。",
    ),
    signed=OFFICE,
    date="2023年3月15日",
    note="此件公开发布",
    cc="县委办公室，县国家保密局",
    printed="云溪县人民政府办公室　2023年3月15日",
)

SAFETY = RedHead(
    organ=MARK,
    number="云政办发〔2023〕5号",
    title="云溪县人民政府办公室关于开展\n安全生产隐患排查整治工作的通知",
    to=TOWNS,
    body=(
        "决定在全县范围内开展安全生产隐患排查整治工作。现将有关事项通知如下：",
        "一、排查范围。道路交通、建筑施工、危险化学品、消防、水上交通、旅游景区等重点行业和领域。",
        "二、排查时间。2023年5月22日至7月31日。",
        "三、工作要求。各乡镇、各部门要建立隐患台账，逐项明确整改措施、责任和期限，整改一项、销号一项。",
    ),
    signed=OFFICE,
    date="2023年5月18日",
    note="此件公开发布",
    cc="县委办公室",
    printed="云溪县人民政府办公室　2023年5月18日",
)

FLOOD_WATCH = RedHead(
    organ=MARK,
    number="云政办发[2023]06号",
    title="云溪县人民政府办公室关于做好\n汛期值班值守工作的通知",
    to=TOWNS,
    body=(
        "我县已进入主汛期。为做好汛期值班值守工作，现将有关事项通知如下：",
        "一、严格执行24小时专人值班和领导带班制度，带班领导和值班人员不得擅离岗位。",
        "二、遇有重大汛情、险情、灾情，要在第一时间报告县政府办公室，不得迟报、漏报、瞒报。",
        "三、县政府办公室将对各乡镇、各部门值班情况进行抽查，抽查结果予以通报。",
    ),
    signed=OFFICE,
    date="2023年6月19日",
    note="此件公开发布",
    cc="县防汛抗旱指挥部办公室",
    printed="云溪县人民政府办公室　2023年6月19日",
)

REPLY_TO_PINGHU = RedHead(
    organ=OFFICE,
    number="云政办函〔2023〕1号",
    title="云溪县人民政府办公室关于协助提供\n县界沿线水利档案的复函",
    to="平湖县人民政府办公室",
    body=(
        "贵办《关于商请协助提供县界沿线水利档案的函》（平政办函〔2023〕6号）收悉。经研究，现函复如下：",
        "同意提供1998年至2008年县界沿线堤防工程竣工档案12卷的复制件。请派员持介绍信于8月底前到我县办理查阅、复制手续。",
        "特此函复。",
    ),
    signed=OFFICE,
    date="2023年8月14日",
)

PILOT_REQUEST = RedHead(
    organ=MARK,
    number="云政办请〔2023〕1号",
    signer=LEADER,
    title="云溪县人民政府办公室关于将我县列为\n数字档案室建设试点的请示",
    to=CITY_OFFICE,
    body=(
        "为加快推进机关档案信息化，我办拟于2023年建成县级数字档案室。目前，室藏文书档案目录已全部录入，库房和设备已基本到位，具备开展试点的条件。",
        "为此，恳请将我县列为全市数字档案室建设试点县。",
        "妥否，请批示。",
    ),
    signed=OFFICE,
    date="2023年3月6日",
    note="联系人：林××，联系电话：××××××××",
    printed="云溪县人民政府办公室　2023年3月6日",
)

MEETING_REQUEST = RedHead(
    organ=MARK,
    number="云政办请〔2023〕2号",
    signer=LEADER,
    title="云溪县人民政府办公室关于承办\n全市政务公开工作现场会的请示",
    to=CITY_OFFICE,
    body=(
        "近年来，我县扎实推进基层政务公开标准化规范化建设，乡镇政务公开专区实现全覆盖，形成了一些可看、可学的做法。",
        "为进一步交流经验，我县拟申请承办2023年全市政务公开工作现场会，会期1天，会议经费由我县自行解决。",
        "妥否，请批示。",
    ),
    signed=OFFICE,
    date="2023年9月11日",
    note="联系人：林××，联系电话：××××××××",
    printed="云溪县人民政府办公室　2023年9月11日",
)

OPENNESS_REPORT = RedHead(
    organ=MARK,
    number="云政办报〔2023〕1号",
    signer=LEADER,
    title="云溪县人民政府办公室关于2022年度\n政务公开工作情况的报告",
    to=CITY_OFFICE,
    body=(
        "按照市政府办公室要求，现将我县2022年度政务公开工作情况报告如下：",
        "一、主动公开情况。全年通过县政府门户网站发布信息2146条，公开规范性文件5件，全部配发解读材料。",
        "二、依申请公开情况。全年受理政府信息公开申请37件，均在法定期限内答复。",
        "三、存在的问题。部分乡镇公开内容更新不够及时，解读形式较为单一。下一步，我们将加强培训和督促检查。",
        "特此报告。",
    ),
    signed=OFFICE,
    date="2023年1月13日",
    printed="云溪县人民政府办公室　2023年1月13日",
)

SAMPLES = [
    Sample(
        "云政办报〔2023〕1号",
        {
            "发文/云政办报〔2023〕1号.docx": docx(OPENNESS_REPORT, "2023-01-13"),
            "发文/云政办报〔2023〕1号_定稿.txt": final_draft(OPENNESS_REPORT, LEADER),
        },
        row(OPENNESS_REPORT, "2023-01-13", 3, "发文/云政办报〔2023〕1号.docx"),
    ),
    Sample(
        "云政办发〔2023〕1号",
        {
            "发文/云政办发〔2023〕1号.docx": docx(TASKS, "2023-01-31"),
            "发文/云政办发〔2023〕1号_附件1.txt": utf8(TASKS_TABLE),
            "发文/云政办发〔2023〕1号_定稿.txt": final_draft(TASKS, LEADER),
        },
        row(TASKS, "2023-01-31", 4, "发文/云政办发〔2023〕1号.docx"),
    ),
    Sample(
        "云政办发〔2023〕2号",
        {
            "发文/云政办发〔2023〕2号.txt": utf8(MEASURES.text()),
            "发文/云政办发〔2023〕2号_定稿.txt": final_draft(MEASURES, LEADER),
        },
        row(MEASURES, "2023-02-20", 3, "发文/云政办发〔2023〕2号.txt"),
    ),
    Sample(
        "云政办请〔2023〕1号",
        {
            "发文/云政办请〔2023〕1号.txt": utf8(PILOT_REQUEST.text()),
            "发文/云政办请〔2023〕1号_定稿.txt": final_draft(PILOT_REQUEST, LEADER),
        },
        row(PILOT_REQUEST, "2023-03-06", 2, "发文/云政办请〔2023〕1号.txt"),
    ),
    Sample(
        "云政办发〔2023〕3号",
        {
            "发文/信息公开保密审查通知.txt": utf8(SECRECY_REVIEW.text()),
            "发文/信息公开保密审查通知_定稿.txt": final_draft(SECRECY_REVIEW, LEADER),
        },
        row(SECRECY_REVIEW, "2023-03-15", 2),
    ),
    Sample(
        "云政办发〔2023〕5号",
        {"发文/云政办发〔2023〕5号.txt": utf8(SAFETY.text())},
        row(SAFETY, "2023-05-18", 2, "发文/云政办发〔2023〕5号.txt"),
        filing="held",
        why="incomplete",
        findings="CMP-03",
    ),
    Sample(
        "云政办发〔2023〕6号",
        {
            "发文/云政办发〔2023〕6号.txt": utf8(FLOOD_WATCH.text()),
            "发文/云政办发〔2023〕6号_定稿.txt": final_draft(FLOOD_WATCH, LEADER),
        },
        row(
            FLOOD_WATCH,
            "2023-06-19",
            2,
            "发文/云政办发〔2023〕6号.txt",
            发文编号="云政办发〔2023〕6号",
        ),
        findings="FMT-2xx",
    ),
    Sample(
        "云政办函〔2023〕1号",
        {
            "发文/云政办函〔2023〕1号.txt": utf8(REPLY_TO_PINGHU.text()),
            "发文/云政办函〔2023〕1号_定稿.txt": final_draft(REPLY_TO_PINGHU, LEADER),
        },
        row(REPLY_TO_PINGHU, "2023-08-14", 1, "发文/云政办函〔2023〕1号.txt"),
    ),
    Sample(
        "云政办请〔2023〕2号",
        {
            "发文/云政办请〔2023〕2号.txt": utf8(MEETING_REQUEST.text()),
            "发文/云政办请〔2023〕2号_定稿.txt": final_draft(MEETING_REQUEST, LEADER),
        },
        row(MEETING_REQUEST, "2023-09-11", 2),
        findings="CMP-05",
    ),
]
