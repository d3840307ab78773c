// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_type.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

using Type = DocumentType;
using Group = TypeGroup;

constexpr Directions kUp{.up = true};
constexpr Directions kDown{.down = true};
constexpr Directions kLevel{.level = true};
constexpr Directions kPublish{.publish = true};
constexpr Directions kDownOrPublish{.down = true, .publish = true};
constexpr Directions kDownOrLevel{.down = true, .level = true};
constexpr Directions kAny{.up = true, .down = true, .level = true};
constexpr Directions kNone{};

constexpr std::array kTypes = std::to_array<DocumentTypeInfo>({
    {Type::resolution, "决议", "resolution", Group::statutory, kDownOrPublish},
    {Type::decision, "决定", "decision", Group::statutory, kDown},
    {Type::order, "命令", "order", Group::statutory, kDown},
    {Type::communique, "公报", "communique", Group::statutory, kPublish},
    {Type::announcement, "公告", "announcement", Group::statutory, kPublish},
    {Type::public_notice, "通告", "public_notice", Group::statutory, kPublish},
    {Type::opinion, "意见", "opinion", Group::statutory, kAny},
    {Type::notice, "通知", "notice", Group::statutory, kDownOrLevel},
    {Type::circular, "通报", "circular", Group::statutory, kDown},
    {Type::report, "报告", "report", Group::statutory, kUp},
    {Type::request, "请示", "request", Group::statutory, kUp},
    {Type::reply, "批复", "reply", Group::statutory, kDown},
    {Type::motion, "议案", "motion", Group::statutory, kUp},
    {Type::letter, "函", "letter", Group::statutory, kLevel},
    {Type::minutes, "纪要", "minutes", Group::statutory, kDownOrLevel},
    {Type::instruction, "指示", "instruction", Group::legacy, kDown},
    {Type::proclamation, "布告", "proclamation", Group::legacy, kPublish},
    {Type::directive, "指令", "directive", Group::legacy, kDown},
    {Type::plan, "计划", "plan", Group::kind, kNone},
    {Type::summary, "总结", "summary", Group::kind, kNone},
    {Type::bulletin, "简报", "bulletin", Group::kind, kNone},
    {Type::charter, "章程", "charter", Group::kind, kNone},
    {Type::regulation, "条例", "regulation", Group::kind, kNone},
    {Type::provisions, "规定", "provisions", Group::kind, kNone},
    {Type::measures, "办法", "measures", Group::kind, kNone},
    {Type::detailed_rules, "细则", "detailed_rules", Group::kind, kNone},
    {Type::rules, "规则", "rules", Group::kind, kNone},
    {Type::scheme, "方案", "scheme", Group::kind, kNone},
    {Type::standard, "标准", "standard", Group::kind, kNone},
    {Type::catalogue, "目录", "catalogue", Group::kind, kNone},
    {Type::interpretation, "解释", "interpretation", Group::kind, kNone},
    {Type::contract, "合同", "contract", Group::kind, kNone},
    {Type::meeting_record, "会议记录", "meeting_record", Group::kind, kNone},
    {Type::speech, "讲话", "speech", Group::kind, kNone},
    {Type::chronicle, "大事记", "chronicle", Group::kind, kNone},
    {Type::statistics, "统计表", "statistics", Group::kind, kNone},
    {Type::introduction, "介绍信", "introduction", Group::kind, kNone},
    {Type::telegram, "电报", "telegram", Group::kind, kNone},
});

struct Word {
  std::string_view word;
  Type type = Type::notice;
};

/// Further words for the kinds, beside their names.
constexpr std::array kWords = std::to_array<Word>({
    {"令", Type::order},
    {"命令(令)", Type::order},
    {"命令（令）", Type::order},
    {"嘉奖令", Type::order},
    {"复函", Type::letter},
    {"公函", Type::letter},
    {"的信", Type::letter},
    {"会议纪要", Type::minutes},
    {"纪要", Type::minutes},
    {"指导意见", Type::opinion},
    {"实施意见", Type::opinion},
    {"规划", Type::plan},
    {"纲要", Type::plan},
    {"要点", Type::plan},
    {"工作安排", Type::plan},
    {"工作总结", Type::summary},
    {"实施细则", Type::detailed_rules},
    {"制度", Type::rules},
    {"守则", Type::rules},
    {"规程", Type::rules},
    {"准则", Type::rules},
    {"预案", Type::scheme},
    {"规范", Type::standard},
    {"名单", Type::catalogue},
    {"清单", Type::catalogue},
    {"一览表", Type::catalogue},
    {"协议", Type::contract},
    {"协议书", Type::contract},
    {"责任书", Type::contract},
    {"记录", Type::meeting_record},
    {"发言", Type::speech},
    {"致辞", Type::speech},
    {"报表", Type::statistics},
    {"明电", Type::telegram},
    {"密电", Type::telegram},
    {"传真电报", Type::telegram},
    {"简讯", Type::bulletin},
    {"专报", Type::bulletin},
});

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kBrackets = std::to_array<Bracket>(
    {{"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}, {"【", "】"}, {"［", "］"}});

/// Words that stand behind the kind without brackets.
constexpr std::array<std::string_view, 8> kBehind = {"全文",   "正文", "修订稿", "征求意见稿",
                                                     "送审稿", "稿",   "。",     "》"};

/// Takes one bracket, version word or sign off the end; false when there is none.
bool take_tail(std::string_view& title) {
  for (const auto& [open, close] : kBrackets) {
    if (!title.ends_with(close)) continue;
    // A name such as 命令（令） ends in a bracket of its own.
    if (title.ends_with("命令（令）") || title.ends_with("命令(令)")) return false;
    const std::size_t at = title.rfind(open);
    if (at == title.npos || at == 0) return false;
    title = trim(title.substr(0, at));
    return true;
  }
  for (const std::string_view word : kBehind) {
    if (!title.ends_with(word) || title.size() == word.size()) continue;
    title.remove_suffix(word.size());
    title = trim(title);
    return true;
  }
  return false;
}

}  // namespace

std::span<const DocumentTypeInfo> document_types() { return kTypes; }

const DocumentTypeInfo& info(DocumentType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::optional<TitleType> document_type_of_title(std::string_view title) {
  title = trim(title);
  constexpr int kMostTails = 4;
  for (int tails = 0; tails < kMostTails && take_tail(title); ++tails) {
  }
  // Titles that were set wide or broken into lines.
  constexpr std::size_t kLongestEnd = 64;
  std::size_t start = title.size() > kLongestEnd ? title.size() - kLongestEnd : 0;
  while (start < title.size() && (static_cast<unsigned char>(title[start]) & 0xC0U) == 0x80U)
    ++start;
  const std::string end = remove_blanks(title.substr(start));

  std::optional<TitleType> best;
  const auto consider = [&](std::string_view word, Type type) {
    if (end.ends_with(word) && (!best || word.size() > best->word.size())) {
      best = TitleType{type, word};
    }
  };
  for (const auto& type : kTypes) consider(type.name, type.type);
  for (const auto& [word, type] : kWords) consider(word, type);
  return best;
}

std::optional<DocumentType> parse_document_type(std::string_view field) {
  const std::string name = remove_blanks(field);
  for (const auto& type : kTypes) {
    if (name == type.name || name == type.english) return type.type;
  }
  for (const auto& [word, type] : kWords) {
    if (name == word) return type;
  }
  return std::nullopt;
}

}  // namespace guidang::text
