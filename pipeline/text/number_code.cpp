// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_code.h"

#include <algorithm>
#include <array>

#include "pipeline/text/cursor.h"
#include "pipeline/text/han_number.h"

namespace guidang::text {
namespace {

using Words = std::span<const std::string_view>;

/// Words of running text; what stands before their end is never part of a code.
constexpr std::array<std::string_view, 33> kRunningText = {
    "根据", "依据", "按照", "依照", "遵照", "参照", "比照", "对照", "以及", "收到", "关于",
    "执行", "转发", "印发", "下发", "发布", "公布", "废止", "贯彻", "落实", "有关", "详见",
    "参见", "原文", "文号", "字号", "文件", "批准", "下达", "并以", "对于", "符合", "实施"};

/// The end of an organ's name, with a code of its own behind it: 国务院办公厅国办发〔…〕.
constexpr std::array<std::string_view, 8> kOrgans = {"办公厅", "办公室", "人民政府", "国务院",
                                                     "委员会", "管理局", "人民法院", "人民检察院"};

/// Kinds that follow an organ's name and form the code with it.
constexpr std::array<std::string_view, 7> kKinds = {"令",   "命令", "公告", "通告",
                                                    "公报", "指令", "通报"};

constexpr std::array<std::string_view, 17> kAgencyEnds = {"发", "函", "办", "字", "批", "电",
                                                          "任", "令", "通", "复", "议", "报",
                                                          "文", "组", "规", "法", "政"};

constexpr std::array<std::string_view, 12> kSerials = {
    "简报", "专报", "快报", "公报", "通报", "内参", "信息", "动态", "纪要", "通讯", "要情", "参考"};

bool ends_with_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

bool is_code_character(char32_t c) {
  return (is_han(c) && c != U'第') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

/// How many bytes of `run` the last of the words takes, the word included; 0 when none is there.
std::size_t behind_last(std::string_view run, Words words) {
  std::size_t cut = 0;
  for (const std::string_view word : words) {
    const std::size_t at = run.rfind(word);
    if (at != run.npos) cut = std::max(cut, at + word.size());
  }
  return cut;
}

/// As behind_last, for 见, 以, 和 and their like, which also occur in names: 共和国, 和政发.
std::size_t behind_particle(std::string_view run) {
  constexpr std::u32string_view kParticles = U"见以和与及或的为按将了是在被";
  std::size_t cut = 0;
  char32_t before = 0;
  for (Cursor at(run); !at.at_end();) {
    const char32_t c = at.next();
    const bool republic = c == U'和' && before == U'共';
    if (kParticles.find(c) != kParticles.npos && !republic && length(at.rest()) >= 2) {
      cut = at.pos();
    }
    before = c;
  }
  return cut;
}

/// How many bytes of `run` a date before the code takes: 5月17日国务院令. `before` stands before
/// the run.
std::size_t behind_date(std::string_view run, char32_t before) {
  constexpr std::u32string_view kParts = U"年月日";
  std::size_t cut = 0;
  for (Cursor at(run); !at.at_end();) {
    const char32_t c = at.next();
    if (kParts.find(c) != kParts.npos && (digit_value(before) || before == U'十')) cut = at.pos();
    before = c;
  }
  return cut;
}

/// The longest known code that the run ends with.
std::size_t known_length(std::string_view run, std::span<const std::string> known_codes) {
  std::size_t best = 0;
  for (const std::string& code : known_codes) {
    if (run.ends_with(code)) best = std::max(best, code.size());
  }
  return best;
}

/// Whether a run that begins here is set apart: at the start of a line or behind a blank.
bool set_apart(const Cursor& at) {
  const char32_t before = at.before();
  return before == 0 || is_blank(before);
}

}  // namespace

std::size_t code_start(std::string_view text, std::size_t end, NumberForm form,
                       std::span<const std::string> known_codes) {
  Cursor at(text, end);
  int characters = 0;
  while (characters < kLongestCode && is_code_character(at.before())) {
    at.back();
    ++characters;
  }
  std::string_view run = text.substr(at.pos(), end - at.pos());
  if (const std::size_t known = known_length(run, known_codes); known > 0) return end - known;

  run.remove_prefix(behind_date(run, at.before()));
  run.remove_prefix(behind_last(run, kRunningText));
  if (form == NumberForm::bracketed) {
    const std::size_t organ = behind_last(run, kOrgans);
    const std::string_view left = run.substr(organ);
    if (!left.empty() && std::ranges::find(kKinds, left) == kKinds.end()) run = left;
  }
  constexpr int kShort = 8;
  if (set_apart(at) && characters <= kShort) return end - run.size();
  run.remove_prefix(behind_particle(run));
  return end - run.size();
}

std::string plain_code(std::string_view code, bool& changed) {
  std::string plain;
  for (std::size_t pos = 0; pos < code.size();) {
    char32_t c = next(code, pos);
    if (c >= U'！' && c <= U'～') {
      c = c - U'！' + U'!';
      changed = true;
    }
    append(plain, c);
  }
  return plain;
}

bool is_ordinal_code(std::string_view code) { return ends_with_any(code, kKinds); }

bool ends_as_agency_code(std::string_view code) { return ends_with_any(code, kAgencyEnds); }

bool is_serial_code(std::string_view code) { return ends_with_any(code, kSerials); }

}  // namespace guidang::text
