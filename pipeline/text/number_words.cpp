// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_words.h"

#include <algorithm>
#include <array>

#include "pipeline/text/number_code.h"

namespace guidang::text {
namespace {

constexpr auto kRunningText = std::to_array<std::string_view>(
    {"根据", "依据", "按照", "依照", "遵照", "参照", "比照", "对照", "以及", "收到", "关于", "执行",
     "转发", "印发", "下发", "发布", "公布", "废止", "贯彻", "落实", "有关", "详见", "参见", "原文",
     "文号", "字号", "文件", "批准", "下达", "并以", "对于", "符合", "实施", "通知", "决定", "意见",
     "批复", "规定", "方案", "请示", "报告", "下列", "附件", "经过", "通过", "颁布", "制定", "修订",
     "依法", "适用", "现行", "原发", "同时", "包括", "分别", "结合", "精神", "要求"});

constexpr auto kLongOrgans = std::to_array<std::string_view>(
    {"办公厅", "办公室", "人民政府", "国务院", "委员会", "管理局", "人民法院", "人民检察院"});

constexpr auto kKinds =
    std::to_array<std::string_view>({"令", "命令", "公告", "通告", "公报", "指令", "通报"});

constexpr auto kAgencyEnds = std::to_array<std::string_view>(
    {"发", "函", "办", "字", "批", "电", "任", "令", "通", "复", "议", "报", "文", "组", "规",
     "法", "政", "干", "秘", "传", "纪", "告", "便", "示", "阅", "呈", "督", "党", "委", "人"});

constexpr auto kSerials =
    std::to_array<std::string_view>({"简报", "专报", "快报", "公报", "通报", "内参", "信息", "动态",
                                     "纪要", "通讯", "要情", "参考"});

constexpr auto kUrgency = std::to_array<std::string_view>(
    {"特急", "特提", "加急", "平急", "急件", "紧急", "限时", "特急件"});

bool ends_with_any(std::string_view text, NumberWords words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

}  // namespace

NumberWords running_text_words() { return kRunningText; }

NumberWords long_organ_endings() { return kLongOrgans; }

NumberWords order_kinds() { return kKinds; }

bool ends_an_organ(char32_t c) {
  constexpr std::u32string_view kEnds = U"部局委署会院厅室办行府队社组团";
  return c != 0 && kEnds.find(c) != kEnds.npos;
}

std::size_t starting_urgency(std::string_view run) {
  std::size_t best = 0;
  for (const std::string_view word : kUrgency) {
    if (run.starts_with(word)) best = std::max(best, word.size());
  }
  return best;
}

bool is_ordinal_code(std::string_view code) { return ends_with_any(code, kKinds); }

bool ends_as_agency_code(std::string_view code) { return ends_with_any(code, kAgencyEnds); }

bool is_serial_code(std::string_view code) { return ends_with_any(code, kSerials); }

}  // namespace guidang::text
