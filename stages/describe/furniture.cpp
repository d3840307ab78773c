// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/lines.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// A whole line, brackets and bars around it left out of account.
constexpr auto kWhole = std::to_array<std::string_view>(
    {"打印",         "下载",     "全屏",     "收藏",         "分享",     "关闭",         "图片",
     "首页",         "返回",     "返回顶部", "目录导航",     "纠错",     "大中小",       "大",
     "中",           "小",       "打印本页", "关闭窗口",     "打印关闭", "相关文档",     "相关报道",
     "相关阅读",     "相关解读", "相关附件", "网站地图",     "联系我们", "无障碍",       "繁体",
     "简体",         "登录",     "注册",     "false",        "true",     "publicdomain", "加大",
     "党政机关标识", "上一页",   "下一页",   "Publicdomain", "还原",     "减小",         "打印此页",
     "收藏本站",     "网站首页", "设为首页", "语音播报",     "朗读",     "我要纠错",     "附件下载",
     "点击下载",     "阅读全文", "展开全文", "政务公开",     "信息公开", "通知公告",     "关闭本页",
     "返回上一页",   "微信",     "微博",     "QQ空间",       "手机版",   "电脑版",       "长者模式",
     "无障碍浏览",   "关怀版",   "英文版",   "大字版",       "政策全文", "文件全文",     "正文内容",
     "二维码",       "文字大小", "全文下载", "保存",         "转载"});

constexpr auto kStart = std::to_array<std::string_view>(
    {"原标题:",   "作者:",     "发稿时间:", "当前位置",  "您的位置",  "您现在的位置", "来源:",
     "信息来源:", "文章来源:", "稿源:",     "时间:",     "发布日期:", "发布时间:",    "发文时间:",
     "更新时间:", "公开时间:", "日期:",     "浏览次数",  "浏览量",    "浏览:",        "阅读次数",
     "阅读:",     "阅读量",    "访问量",    "访问次数",  "点击数",    "点击量",       "点击:",
     "字体:",     "字号:",     "【字体",    "【字号",    "[字体",     "视力保护色",   "保护视力",
     "分享:",     "分享到",    "扫一扫",    "微信扫",    "推荐访问",  "责任编辑",     "编辑:",
     "录入:",     "栏目:",     "所属栏目",  "上一篇",    "下一篇",    "版权所有",     "©",
     "客服电话",  "投诉/维权", "主办单位:", "承办单位:", "技术支持",  "网站标识码",   "相关链接",
     "【打印",    "微信扫码",  "手机扫码",  "打开微信",  "长按识别",  "关注公众号",   "文章字号",
     "打印本",    "网站管理",  "站点地图",  "用手机扫",  "备案序号",  "备案号",       "下载文字版",
     "下载图片版"});

constexpr auto kInside = std::to_array<std::string_view>(
    {"发布时间:", "版权所有", "ICP备", "公网安备", "网站地图|", "视力保护色", "字体:大中小",
     "字体:[大", "浏览次数:", "网友投稿", "下载本文", "【字体", "扫一扫在手机",
     "责任编辑:", "信息来源:", "[打印", "【关闭】", "阅读次数:", "点击数:"});

// 2024-06-03 来源:… and 2022-04-11 14:38: what a page prints of itself.
bool is_page_stamp(std::string_view flat) {
  if (flat.size() < 10 || flat.size() > 120) return false;
  const bool day = all_digits(flat.substr(0, 4)) && (flat[4] == '-' || flat[4] == '/') &&
                   all_digits(flat.substr(5, 1));
  return day && (contains(flat, "来源") || contains(flat, ":") || contains(flat, "作者"));
}

// 首页>政务公开>通知: the way to the page.
bool is_trail(std::string_view flat) {
  constexpr std::size_t kLongest = 150;
  if (flat.size() > kLongest || contains(flat, "。")) return false;
  const bool from_home = flat.starts_with("首页") || flat.starts_with("网站首页");
  constexpr auto kSteps = std::to_array<std::string_view>({">", "»", "›", "->", "/"});
  return from_home && contains_any(flat, kSteps);
}

// —1—, 第2页共5页: of the sheet.
bool is_page_number(std::string_view flat) {
  constexpr std::size_t kLongest = 40;
  if (flat.size() > kLongest) return false;
  std::string rest{flat};
  const bool page = flat.starts_with("第") && contains(flat, "页");
  for (const std::string_view word :
       {"第", "页", "共", "—", "－", "–", "-", "·", "/", ",", "PAGE"}) {
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word)) {
      rest.erase(at, word.size());
    }
  }
  constexpr std::size_t kMostDigits = 3;
  if (!all_digits(rest)) return false;
  return page || (rest.size() <= kMostDigits && !flat.starts_with("第"));
}

// Brackets and bars that a page puts around its buttons.
std::string_view without_frame(std::string_view flat) {
  constexpr auto kFrame =
      std::to_array<std::string_view>({"[", "]", "【", "】", "|", "(", ")", "#", "*"});
  while (starting(flat, kFrame) != 0) flat.remove_prefix(starting(flat, kFrame));
  while (ending(flat, kFrame) != 0) flat.remove_suffix(ending(flat, kFrame));
  return flat;
}

// ———— and the like.
bool is_rule(std::string_view flat) {
  for (std::size_t pos = 0; pos < flat.size();) {
    const char32_t c = text::next(flat, pos);
    const bool dash = c == U'—' || c == U'-' || c == U'_' || c == U'=' || c == U'*' || c == U'─' ||
                      c == U'━' || c == U'…' || c == U'·';
    if (!dash) return false;
  }
  return true;
}

}  // namespace

bool is_furniture(std::string_view flat) {
  // Anything longer is text, whatever words it has.
  if (flat.size() > 300) return false;
  if (is_rule(flat) || is_trail(flat) || is_page_number(flat)) return true;
  const std::string_view button = without_frame(flat);
  if (button.empty()) return true;
  for (const std::string_view word : kWhole) {
    if (button == word) return true;
  }
  return starting(flat, kStart) != 0 || contains_any(flat, kInside) || is_page_stamp(flat) ||
         flat.starts_with("http://") || flat.starts_with("https://") || flat.starts_with("www.");
}

}  // namespace guidang::describe
