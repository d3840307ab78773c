# SPDX-License-Identifier: GPL-3.0-or-later
"""Words from which made-up organs, titles and sentences are combined."""

import datetime
import random

OFFICE = "云溪县人民政府办公室"

# 来文单位 and 代字, all invented.
TOWNS = (
    "石桥", "柳林", "清水", "白沙", "红枫", "双河",
    "龙潭", "梅岭", "竹溪", "金坪", "大湾", "古渡",
)  # fmt: skip
BUREAUS = {
    "财政": "财", "教育": "教", "水利": "水", "交通运输": "交", "农业农村": "农", "民政": "民",
    "卫生健康": "卫", "应急管理": "应急", "自然资源": "自然资", "生态环境": "环", "审计": "审",
    "统计": "统", "林业": "林", "档案": "档", "商务": "商", "司法": "司", "医疗保障": "医保",
    "市场监督管理": "市监", "文化和旅游": "文旅", "住房和城乡建设": "建",
}  # fmt: skip

VERBS = (
    "做好", "加强", "推进", "规范", "开展", "调整", "完善", "落实", "报送", "组织实施",
    "进一步加强", "切实做好", "全面推进",
)  # fmt: skip
TIMES = ("", "今冬明春", "汛期", "上半年", "下半年", "全年", "春节期间", "国庆期间", "第三季度")
TOPICS = (
    "防汛抗旱", "森林防火", "安全生产", "食品安全", "农村公路养护", "义务教育均衡发展",
    "城乡居民医保",
    "耕地保护", "河长制", "政务公开", "档案管理", "统计调查", "扶贫资金监管", "村容整治",
    "古树名木保护", "电子商务进农村", "老旧小区改造", "信访积案化解", "防灾减灾", "节能降耗",
    "农民工工资支付", "殡葬改革", "危房改造", "校园周边整治", "饮用水水源保护",
)  # fmt: skip
ENDINGS = {
    "通知": "工作的通知",
    "报告": "工作情况的报告",
    "函": "有关事项的函",
    "意见": "工作的意见",
}


def organs() -> list[tuple[str, str]]:
    """(name, 代字) of every invented sender, city and county level."""
    out = [(f"{town}镇人民政府", f"{town}政") for town in TOWNS]
    for name, short in BUREAUS.items():
        out.append((f"青溪市{name}局", f"青{short}发"))
        out.append((f"云溪县{name}局", f"云{short}发"))
    out.append(("青溪市人民政府办公室", "青政办发"))
    return out


def title(rng: random.Random, organ: str) -> tuple[str, str]:
    """(title, 文种)."""
    doctype = rng.choice(tuple(ENDINGS))
    subject = rng.choice(VERBS) + rng.choice(TIMES) + rng.choice(TOPICS)
    return f"{organ}关于{subject}{ENDINGS[doctype]}", doctype


def sentence(rng: random.Random) -> str:
    first, second = rng.sample(TOPICS, 2)
    return (
        f"{rng.choice(TIMES)}{first}任务要按时完成，{second}情况于{rng.randint(1, 12)}月底前报送，"
        f"涉及项目{rng.randint(2, 99)}个。"
    )


def day_of(rng: random.Random, year: int) -> datetime.date:
    first = datetime.date(year, 1, 1)
    return first + datetime.timedelta(days=rng.randrange(365))
