// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/lines.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr auto kWhole = std::to_array<std::string_view>(
    {"打印",     "下载",     "全屏",     "收藏",         "分享",
     "关闭",     "图片",     "首页",     "返回",         "返回顶部",
     "目录导航", "纠错",     "大中小",   "大",           "中",
     "小",       "打印本页", "关闭窗口", "打印关闭",     "相关文档",
     "相关报道", "相关阅读", "相关解读", "相关附件",     "网站地图",
     "联系我们", "无障碍",   "繁体",     "简体",         "登录",
     "注册",     "false",    "true",     "publicdomain", "党政机关标识",
     "上一页",   "下一页",   "加大",     "还原",         "减小",
     "】"});

constexpr auto kStart = std::to_array<std::string_view>(
    {"作者:",     "发稿时间:", "当前位置",  "您的位置",   "您现在的位置", "来源:",     "信息来源:",
     "文章来源:", "时间:",     "发布日期:", "发布时间:",  "发文时间:",    "更新时间:", "日期:",
     "浏览次数",  "浏览量",    "阅读次数",  "点击数",     "点击量",       "字体:",     "字号:",
     "【字体",    "【字号",    "[字体",     "视力保护色", "分享:",        "分享到",    "扫一扫",
     "微信扫",    "推荐访问",  "责任编辑",  "编辑:",      "上一篇",       "下一篇",    "版权所有",
     "©",         "客服电话",  "投诉/维权", "主办单位:",  "承办单位:",    "技术支持",  "网站标识码",
     "相关链接",  "【打印"});

constexpr auto kInside = std::to_array<std::string_view>(
    {"发布时间:", "版权所有", "ICP备", "公网安备", "网站地图|", "视力保护色", "字体:大中小",
     "字体:[大", "浏览次数:", "网友投稿", "下载本文", "【字体", "扫一扫在手机"});

// 2024-06-03 来源:… and 2022-04-11 14:38: what a page prints of itself.
bool is_page_stamp(std::string_view flat) {
  if (flat.size() < 10 || flat.size() > 120) return false;
  const bool day = all_digits(flat.substr(0, 4)) && (flat[4] == '-' || flat[4] == '/') &&
                   all_digits(flat.substr(5, 1));
  return day && (contains(flat, "来源") || contains(flat, ":") || contains(flat, "作者"));
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
  if (is_rule(flat)) return true;
  for (const std::string_view word : kWhole) {
    if (flat == word) return true;
  }
  return starting(flat, kStart) != 0 || contains_any(flat, kInside) || is_page_stamp(flat) ||
         flat.starts_with("http://") || flat.starts_with("https://") || flat.starts_with("www.");
}

}  // namespace guidang::describe
