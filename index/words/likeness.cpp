// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/likeness.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/text/pinyin.h"

namespace guidang::index {
namespace {

// Characters that look alike, a group between blanks; written for this table. Simplified forms
// only.
constexpr std::u32string_view kShapes =
    U"己已巳 未末 候侯 项顶顷 拔拨 汛讯迅 辩辨辫瓣 帐账胀 像象 厉历 贷货 徒徙陡 戍戌戊戎戒 遣遗 "
    U"治冶 即既 抱报 部陪郎 板版 复覆 副幅福富 渡度席 份分 订定 练炼 密蜜 坐座 制治 至致 代伐化 "
    U"待侍持特 清情请晴睛精靖 申甲由电田 几凡儿 土士 天夫无 干千于 日曰目 且旦 大太犬 人入八 "
    U"力刀万方 问间闻向 各名 令今 石右古 住往佳柱注驻驮 使便 侧测则 规现视观 环坏怀 休体 仅汉 "
    U"估沽姑 折拆析斥 抵低底 坚竖 监蓝篮览 峰锋蜂 陵棱凌 徽微徵 弛驰池 弧孤狐 拘构购沟 垦恳 "
    U"幕暮慕墓募 栽裁载戴 概慨溉 竟竞 籍藉 缴激邀 肓盲 萃粹翠 蔬疏 裸棵颗课 谋煤媒 赔培倍 踪综宗 "
    U"辑缉 逐遂遥 隧随 偿赏尝 隐稳 霄宵 颁须领 饮炊 骄娇桥侨 鸟乌岛 宜宣 宫官管菅 宪究 店底 "
    U"庆厌压 延廷 开井并 投没设 收改放攻 施旅族旋 旱早旦 明朋 普晋 木术本未 查杳 检捡 桥侨 "
    U"止上正 水永 汇江 熟热 爪瓜 牛午 班斑 真直 矢失 札礼 科料 种神 移多 税说悦锐 章童意 算竹 "
    U"组祖租阻 经径轻 维准推 统充 综棕 档挡当 归旧 卷券 整正 理埋 安按案 核该孩 缺决 批比 复夏 "
    U"函涵 批扯 通道 知和 意竟 见贝 办为 法去 律津 令冷 规矩 条务 例列 决诀快块 公分 布市 告靠 "
    U"通勇 报服 请清 示禾 指旨 导异 督睹 查香 调洞 研砚 考老 察蔡 评坪平 估佑 绩债积 效郊 县具 "
    U"乡多 镇慎填 街衔 村材 社杜 区医 园圆 圃浦 划戈刊 城诚成盛 建健 设没 筑巩 房户 屋层 住庄 "
    U"土工 地他池 征证 收敛 补朴扑 偿赔 资姿 金全 财材 预顷 算蒜 决次 税脱 审宙 计什 监临 督瞥 "
    U"农衣 业亚 林材 水冰 利刊 粮娘 食良 生牲 产户 安女 应庆 急隐 救求球 灾火 防访妨仿 汛讯 抗坑 "
    U"消销削 警敬 公么 安晏 检险验 察祭 院完 司同 纪记 委季 监盐 组织 传转 统纺 战占 线钱残 教救 "
    U"育盲 学字 校较 师帅 生主 卫工 疗辽 药约 康慷 保褒 险检 养美 残线 疾病 婚昏 姻因 民尼 政改 "
    U"优伏 抚扶 退迟 役没 军车 人入 武式 装袋 文交 化代 旅族 游浒 育肓 广厂 播潘 电申 视现 新亲 "
    U"闻间 出击 技枝 术木 信倍 息悬 网肉 络洛 数教 据剧 平乎 台合 贸贺 易晃 商高 招抬 投役 标票 "
    U"采彩 购构 同词 约纳 价介 格恪 质贵 量重 标示 准淮 食贪 品晶 药荮 通逼 运远 输轮 铁铣 路跻 "
    U"航杭 邮油 电龟 能熊 源原 环坏 境镜 境竟 保堡 护沪 污巧 染梁 染柒 治洽 排徘 节芹 减咸 气乞 "
    U"象众 拆折 迁千 安置 补助 贴帖 救济 济挤 困因 难谁 贫贪 攻功巩 振震 兴关 届居 选迭 举誉 "
    U"任仁 免兔 职识织积 编偏遍 制刺 录绿 用甩 奖桨浆 励厉 处外 罚罪 信访 访仿 诉拆 件伴 受爱 "
    U"理里 签鉴 批此 阅间 传待 阅悦 拟似 稿搞 核刻 印仰 登澄 销消 毁悔 移侈 交父";

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kInitials{
    {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"l", "n"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFinals{
    {{"ang", "an"}, {"eng", "en"}, {"ing", "in"}}};

using Shapes = std::map<char32_t, std::u32string>;

const Shapes& shapes() {
  static const Shapes kByCharacter = [] {
    Shapes result;
    for (std::u32string_view rest = kShapes; !rest.empty();) {
      const std::size_t end = std::min(rest.find(U' '), rest.size());
      const std::u32string_view group = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      for (const char32_t one : group) {
        for (const char32_t other : group) {
          std::u32string& others = result[one];
          if (one != other && others.find(other) == others.npos) others += other;
        }
      }
    }
    return result;
  }();
  return kByCharacter;
}

bool look_alike(char32_t one, char32_t other) {
  const auto found = shapes().find(one);
  return found != shapes().end() && found->second.find(other) != std::u32string::npos;
}

/// Syllables that many do not tell apart, the same for all of them.
std::string blurred(std::string_view syllable) {
  std::string result(syllable);
  for (const auto& [from, to] : kInitials) {
    if (result.starts_with(from)) {
      result.replace(0, from.size(), to);
      break;
    }
  }
  for (const auto& [from, to] : kFinals) {
    if (result.ends_with(from)) {
      result.replace(result.size() - from.size(), from.size(), to);
      break;
    }
  }
  return result;
}

/// All syllables that blur into the same as this one.
std::vector<std::string> blurring(std::string_view syllable) {
  const std::string core = blurred(syllable);
  std::vector<std::string> found{core};
  for (const auto& [from, to] : kInitials) {
    if (core.starts_with(to)) found.push_back(std::string(from) + core.substr(to.size()));
  }
  for (const auto& [from, to] : kFinals) {
    if (!core.ends_with(to)) continue;
    const std::size_t count = found.size();
    for (std::size_t i = 0; i < count; ++i) {
      found.push_back(found[i].substr(0, found[i].size() - to.size()).append(from));
    }
  }
  return found;
}

}  // namespace

Likeness likeness(char32_t one, char32_t other) {
  const std::string_view sound = text::syllable(one);
  const std::string_view other_sound = text::syllable(other);
  const bool sounds = !sound.empty() && sound == other_sound;
  const bool looks = look_alike(one, other);
  if (sounds) return looks ? Likeness::sound_and_shape : Likeness::sound;
  if (looks) return Likeness::shape;
  const bool near = !sound.empty() && blurred(sound) == blurred(other_sound);
  return near ? Likeness::near_sound : Likeness::none;
}

std::u32string alike(char32_t character) {
  std::u32string result;
  const auto add = [&](std::u32string_view characters) {
    for (const char32_t c : characters) {
      if (c != character && result.find(c) == result.npos) result += c;
    }
  };
  const auto found = shapes().find(character);
  if (found != shapes().end()) add(found->second);
  const std::string_view sound = text::syllable(character);
  if (sound.empty()) return result;
  add(text::characters_of(sound));
  for (const std::string& near : blurring(sound)) add(text::characters_of(near));
  return result;
}

}  // namespace guidang::index
