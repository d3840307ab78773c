# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of what the tutorial's office received; each carries at most the flaw its sample shows."""

from redhead import RedHead
from tutorial_model import CITY_OFFICE, OFFICE

CITY_MARK = CITY_OFFICE + "文件"
CITY_TO = "各县（市、区）人民政府办公室，市政府各部门办公室"
RECORD_NAMESPACE = "urn:guidang:record:1"

SERVICE = RedHead(
    organ=CITY_MARK,
    number="青政办发〔2023〕3号",
    title="青溪市人民政府办公室关于做好\n2023年政务服务重点工作的通知",
    to=CITY_TO,
    body=(
        "为持续优化政务服务，经市政府同意，现就做好2023年政务服务重点工作通知如下：",
        "一、推进集成办理。年内实现企业开办、不动产登记等10项高频事项一件事一次办。",
        "二、推进就近办理。县级事项下沉乡镇办理不少于60项，村级代办点实现全覆盖。",
        "三、请各县（市、区）于2023年11月底前将落实情况报市政府办公室。",
    ),
    attachments=("2023年政务服务重点任务清单",),
    signed=CITY_OFFICE,
    date="2023年1月12日",
    note="此件公开发布",
    cc="市委办公室，市人大常委会办公室，市政协办公室",
    printed="青溪市人民政府办公室　2023年1月12日",
)
SERVICE_LIST = """附件

2023年政务服务重点任务清单

一、企业开办全流程一日办结（3月底前）
二、不动产登记与水电气联动过户（6月底前）
三、乡镇便民服务中心标准化建设（9月底前）
四、政务服务好差评结果公开（12月底前）
"""
SERVICE_SIDECAR = f"""<?xml version="1.0" encoding="UTF-8"?>
<record xmlns="{RECORD_NAMESPACE}">
  <field name="direction">received</field>
  <field name="title">青溪市人民政府办公室关于做好2023年政务服务重点工作的通知</field>
  <field name="document_number">青政办发〔2023〕3号</field>
  <field name="creator">青溪市人民政府办公室</field>
  <field name="date">2023-01-12</field>
  <field name="doctype">通知</field>
  <field name="recipients">各县（市、区）人民政府办公室</field>
  <field name="recipients">市政府各部门办公室</field>
  <field name="cc">市委办公室</field>
  <field name="cc">市人大常委会办公室</field>
  <field name="cc">市政协办公室</field>
  <field name="attachments">2023年政务服务重点任务清单</field>
  <field name="register_no">2023-001</field>
  <field name="received">2023-01-16</field>
</record>
"""

CHRONICLE = RedHead(
    organ="中共云溪县委办公室文件",
    number="云办发〔2023〕5号",
    title="中共云溪县委办公室关于做好\n全县大事记资料报送工作的通知",
    to="各乡镇党委，县委各部门，县直机关各党组（党委）",
    body=(
        "为编写好2022年全县大事记，现就资料报送工作通知如下：",
        "一、报送内容。2022年1月1日至12月31日本地区、本部门发生的具有存史价值的大事、要事。",
        "二、报送时间。请于2023年3月15日前将纸质和电子文本各一份报县委办公室。",
    ),
    signed="中共云溪县委办公室",
    date="2023年2月10日",
    cc="县人大常委会办公室，县政府办公室，县政协办公室",
    printed="中共云溪县委办公室　2023年2月10日",
)

LOAN_REQUEST_BAD_DATE = RedHead(
    organ="柳林乡人民政府",
    number="柳政函〔2023〕2号",
    title="柳林乡人民政府关于商借会议音响设备的函",
    to=OFFICE,
    body=(
        "我乡定于3月中旬召开春季农业生产动员大会，因现有音响设备损坏，拟向贵办商借会议音响设备一套，会后三日内归还。",
        "请予支持为盼。",
    ),
    signed="柳林乡人民政府",
    date="2023年2月30日",
)

PILOT_REPLY = RedHead(
    organ=CITY_OFFICE,
    number="青政办函〔2023〕8号",
    title="青溪市人民政府办公室关于同意将云溪县列为\n数字档案室建设试点的批复",
    to=OFFICE,
    body=(
        "你办《关于将我县列为数字档案室建设试点的请示》（云政办请〔2023〕1号）收悉。经研究，现批复如下：",
        "一、同意将云溪县列为全市数字档案室建设试点县，试点期为2023年4月至12月。",
        "二、请你办认真制定实施方案，按季度报告进展，年底前提交试点工作总结。",
        "此复。",
    ),
    signed=CITY_OFFICE,
    date="2023年4月3日",
)

LATE_REPORT = RedHead(
    organ="柳林乡人民政府文件",
    number="柳政〔2023〕7号",
    signer="吴××",
    title="柳林乡人民政府关于2022年度\n政务公开工作情况的报告",
    to=OFFICE,
    body=(
        "现将我乡2022年度政务公开工作情况报告如下：",
        "一、全年通过政务公开栏和县政府门户网站发布信息213条。",
        "二、全年未收到政府信息公开申请。",
        "三、存在的问题是专职人员不足、更新不够及时，今年将配备专人负责。",
        "特此报告。",
    ),
    signed="柳林乡人民政府",
    date="2023年3月1日",
    printed="柳林乡党政办公室　2023年3月1日",
)

TRADITIONAL_LETTER = RedHead(
    organ="雲溪旅港同鄉聯誼會",
    number="雲鄉函〔2023〕2號",
    title="雲溪旅港同鄉聯誼會關於組團回鄉考察的函",
    to="雲溪縣人民政府辦公室",
    body=(
        "為增進旅港鄉親與家鄉的聯繫，本會擬於2023年6月下旬組織會員20人回鄉考察，為期三天。",
        "擬參觀石橋鎮、柳林鄉的農業基地和縣城古街，並與有關部門座談。可否接待，請予函覆。",
    ),
    signed="雲溪旅港同鄉聯誼會",
    date="2023年4月28日",
)

FORWARDING = RedHead(
    organ=CITY_MARK,
    number="青政办发〔2023〕18号",
    title="青溪市人民政府办公室转发市档案局\n关于加强村级档案工作意见的通知",
    to=CITY_TO,
    body=("市档案局《关于加强村级档案工作的意见》已经市政府同意，现转发给你们，请结合实际，认真贯彻执行。",),
    signed=CITY_OFFICE,
    date="2023年5月18日",
    note="此件公开发布",
    cc="市委办公室",
    printed="青溪市人民政府办公室　2023年5月18日",
)
FORWARDED = """关于加强村级档案工作的意见
青溪市档案局

为规范村级档案管理，服务乡村振兴，提出如下意见：
一、明确归档范围。村级组织在换届选举、财务管理、土地承包、集体资产管理等工作中形成的文件材料，应当归档。
二、落实保管条件。每个行政村应当有档案专柜，有条件的设专用库房，并做到防火、防盗、防潮、防虫。
三、加强业务指导。县级档案主管部门每年至少组织一次村级档案人员培训。
"""
FORWARDING_RECORD = f"""<?xml version="1.0" encoding="UTF-8"?>
<record xmlns="{RECORD_NAMESPACE}">
  <field name="direction">received</field>
  <field name="title">青溪市人民政府办公室转发市档案局关于加强村级档案工作意见的通知</field>
  <field name="document_number">青政办发〔2023〕18号</field>
  <field name="creator">青溪市人民政府办公室</field>
  <field name="date">2023-05-18</field>
  <field name="doctype">通知</field>
  <field name="register_no">2023-008</field>
  <field name="received">2023-05-22</field>
  <component role="handling_slip" file="处理单.txt"/>
  <component role="main" file="正文.txt"/>
  <component role="forwarded" file="被转发意见.txt"/>
</record>
"""

FLOOD_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>青溪市人民政府办公室关于做好2023年防汛抗旱工作的通知_青溪市人民政府门户网站</title>
<meta name="PubDate" content="2023-06-09 10:21">
<script>var visits = 1024; document.title = "脚本不是正文";</script>
<style>.nav { color: #900; }</style>
</head>
<body>
<div class="nav"><a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/bsfw/">办事服务</a></div>
<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 政府文件</div>
<table class="info">
<tr><td>索引号：</td><td>QX0001-2023-0021</td><td>发布日期：</td><td>2023-06-09</td></tr>
</table>
<p class="tools">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 来源：市政府办公室　浏览次数：1024</p>
<div class="content">
<h1>青溪市人民政府办公室关于做好2023年防汛抗旱工作的通知</h1>
<p style="text-align:center">青政办发〔2023〕21号</p>
<p>各县（市、区）人民政府办公室，市政府各部门办公室：</p>
<p>　　据市气象台预测，今年汛期我市降水偏多一至两成。为做好2023年防汛抗旱工作，现通知如下：</p>
<p>　　一、压实防汛责任。各地要于6月15日前公布水库、堤防和山洪灾害危险区责任人名单。</p>
<p>　　二、排查风险隐患。对病险水库、在建涉水工程、山洪沟口逐一排查，落实度汛措施。</p>
<p>　　三、加强预警响应。气象、水利、应急管理部门要及时会商，做到&ldquo;预警到村、转移到人&rdquo;。</p>
<p style="text-align:right">青溪市人民政府办公室</p>
<p style="text-align:right">2023年6月5日</p>
<p>　　（此件公开发布）</p>
</div>
<div class="related">相关文档：<a href="/1.html">《防汛抗旱工作通知》政策解读</a></div>
<div class="foot">扫一扫在手机打开当前页　版权所有：青溪市人民政府办公室　网站标识码：0000000000</div>
</body>
</html>
"""

HOLIDAY = RedHead(
    organ=CITY_OFFICE,
    number="青政办函〔2023〕15号",
    title="青溪市人民政府办公室\n关于2023年端午节放假的通知",
    to="市政府各部门",
    body=(
        "根据国务院办公厅通知精神，2023年端午节放假安排如下：6月22日至24日放假调休，共3天。6月25日（星期日）上班。",
        "请各部门合理安排值班和安全保卫工作。",
    ),
    signed=CITY_OFFICE,
    date="2023年6月13日",
    cc="各县（市、区）人民政府办公室",
)

TWO_ADDRESSEES = RedHead(
    organ="云溪县水利局文件",
    number="云水请〔2023〕4号",
    signer="周××",
    title="云溪县水利局关于解决\n清水河堤防应急抢修经费的请示",
    to="县人民政府办公室、县财政局",
    body=(
        "6月20日至22日，我县普降大到暴雨，清水河石桥段堤防出现裂缝约80米，急需抢修加固。经测算，需经费36万元。",
        "为确保安全度汛，恳请解决堤防应急抢修经费36万元。",
        "妥否，请批示。",
    ),
    signed="云溪县水利局",
    date="2023年6月26日",
    note="联系人：郑××，联系电话：××××××××",
    printed="云溪县水利局办公室　2023年6月26日",
)

FLOOD_REPORT = RedHead(
    organ="石桥镇人民政府文件",
    number="石政〔2023〕9号",
    signer="张××",
    title="石桥镇人民政府关于2023年\n上半年防汛工作情况的报告",
    to=OFFICE,
    body=(
        "现将我镇2023年上半年防汛工作情况报告如下：",
        "一、责任落实情况。全镇3座小型水库、11处山洪危险区均已落实责任人并公示。",
        "二、隐患整改情况。共排查隐患27处，已整改25处，其余2处已落实临时度汛措施。",
        "三、物资储备情况。储备编织袋1.2万条、救生衣150件，组建抢险队伍4支120人。",
        "特此报告。",
    ),
    signed="石桥镇人民政府",
    date="2023年7月4日",
    printed="石桥镇党政办公室　2023年7月4日",
)

BUDGET_LETTER = RedHead(
    organ="云溪县财政局",
    number="云财函〔2023〕17号",
    title="云溪县财政局关于报送\n2023年上半年预算执行情况的函",
    to=OFFICE,
    body=("按照工作要求，现将2023年上半年全县预算执行情况报送贵办，请审阅。",),
    attachments=("2023年上半年全县预算执行情况", "2023年上半年重点项目资金拨付情况表"),
    signed="云溪县财政局",
    date="2023年7月18日",
)
BUDGET_ATTACHMENT = """附件1

2023年上半年全县预算执行情况

上半年，全县一般公共预算收入完成3.62亿元，占年初预算的52.1%；一般公共预算支出完成11.85亿元，占年初预算的49.7%。
民生支出占一般公共预算支出的78.3%。
"""

UNTITLED_LETTER = RedHead(
    organ="平湖县人民政府办公室",
    number="平政办函〔2023〕6号",
    to=OFFICE,
    body=(
        "因编修水利志需要，拟请贵办协助提供1998年至2008年两县县界沿线堤防工程竣工档案的复制件。",
        "请予支持，并请函复。",
    ),
    signed="平湖县人民政府办公室",
    date="2023年7月27日",
)

UNDATED_LETTER = RedHead(
    organ="云溪县气象局",
    number="云气函〔2023〕3号",
    title="云溪县气象局关于报送秋季气候趋势预测意见的函",
    to=OFFICE,
    body=("现将秋季气候趋势预测意见报送贵办：预计秋季平均气温较常年偏高0.5至1℃，降水量偏少一成左右，有阶段性秋旱。",),
    signed="云溪县气象局",
)

VOLUNTEERS = RedHead(
    title="志愿服务倡议书",
    to="全市广大青年朋友",
    body=(
        "赠人玫瑰，手有余香。值此金秋时节，我们向全市青年朋友发出倡议：",
        "走进社区，关爱老人；走上街头，文明劝导；走到河边，守护碧水。让我们一起行动起来！",
    ),
    signed="青溪市青年志愿者协会",
    date="2023年9月12日",
)

CUT_OFF = RedHead(
    organ="石桥镇人民政府",
    number="石政函〔2023〕4号",
    title="石桥镇人民政府关于调整老街路灯线路的函",
    to=OFFICE,
    body=("因老街改造需要，拟调整部分路灯线路，请协调有关单位予以支持。",),
    signed="石桥镇人民政府",
    date="2023年10月18日",
)

CANARY = RedHead(
    copy_number="000012",
    secrecy="机密★10年",
    urgency="特急",
    organ=CITY_MARK,
    number="青政办密〔2023〕7号",
    title="关于金丝雀770422的通知",
    to="各县（市、区）人民政府办公室",
    body=("本文为检验涉密文件不得进入系统而虚构，正文标记为金丝雀770423，不含任何真实内容。",),
    signed=CITY_OFFICE,
    date="2023年11月17日",
    printed="青溪市人民政府办公室　2023年11月17日",
)

YEAR_END = RedHead(
    organ=CITY_MARK,
    number="青政办发〔2023〕46号",
    title="青溪市人民政府办公室关于做好\n岁末年初政务值班工作的通知",
    to=CITY_TO,
    body=(
        "为做好岁末年初政务值班工作，现通知如下：",
        "一、严格落实领导带班、专人值班制度，确保政令畅通。",
        "二、值班安排表请于2023年12月30日前报市政府总值班室。",
    ),
    signed=CITY_OFFICE,
    date="2023年12月28日",
    printed="青溪市人民政府办公室　2023年12月28日",
)
