// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_code.h"

#include <algorithm>
#include <array>

#include "pipeline/text/cursor.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/number_parts.h"
#include "pipeline/text/number_words.h"

namespace guidang::text {
namespace {

// No place and no organ has a name that begins so.
constexpr std::u32string_view kNeverFirst = U"见按据依遵";

bool is_code_character(char32_t c) {
  return (is_han(c) && c != U'第') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

/// Bytes of the （研） of 法（研）发 that ends at `end`; 0 for none. Numerals in brackets count
/// something.
std::size_t group_length(std::string_view text, std::size_t end) {
  Cursor back(text, end);
  if (back.before() != U'）' && back.before() != U')') return 0;
  back.back();
  const char32_t inner = back.before();
  if (!is_han(inner) || digit_value(inner) || inner == U'十') return 0;
  back.back();
  if (back.before() != U'（' && back.before() != U'(') return 0;
  back.back();
  return is_han(back.before()) ? end - back.pos() : 0;
}

/// Back over the characters of a code; how many there were.
int run_before(std::string_view text, Cursor& at, NumberForm form) {
  int characters = 0;
  while (characters < kLongestCode) {
    // 第 begins an ordinal, except in the name of a congress: 第十二届人民代表大会.
    std::size_t part =
        form == NumberForm::bracketed ? group_length(text, at.pos()) : term_length(text, at.pos());
    if (part == 0 && !is_code_character(at.before())) break;
    if (part == 0) {
      at.back();
      ++characters;
      continue;
    }
    at = Cursor(text, at.pos() - part);
    characters += 3;
  }
  return characters;
}

/// How many bytes of `run` the last of the words takes, the word included; 0 when none is there.
std::size_t behind_last(std::string_view run, NumberWords words) {
  std::size_t cut = 0;
  for (const std::string_view word : words) {
    const std::size_t at = run.rfind(word);
    if (at != run.npos) cut = std::max(cut, at + word.size());
  }
  return cut;
}

/// As behind_last, for 见, 以, 和 and their like, which also occur in names: 共和国, 和政发.
std::size_t behind_particle(std::string_view run) {
  constexpr std::u32string_view kParticles = U"见以和与及或的为按将了是在被由至";
  std::size_t cut = 0;
  char32_t before = 0;
  for (Cursor at(run); !at.at_end();) {
    const char32_t c = at.next();
    const bool name = c == U'和' && (before == U'共' || before == U'房');
    if (kParticles.find(c) != kParticles.npos && !name && length(at.rest()) >= 2) {
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

/// How many bytes an organ's name takes before its own code: 财政部财税. A code is made of its
/// organ's characters.
std::size_t behind_organ(std::string_view run) {
  constexpr std::size_t kShortest = 9;
  for (Cursor at(run); !at.at_end();) {
    const char32_t c = at.next();
    const std::string_view organ = run.substr(0, at.pos());
    if (organ.size() < kShortest || !ends_an_organ(c) || length(at.rest()) < 2) continue;
    Cursor first = at;
    first.next();
    const std::string_view initial = at.rest().substr(0, first.pos() - at.pos());
    if (organ.find(initial) != organ.npos) return at.pos();
  }
  return 0;
}

/// Whether one character before a known code makes another organ's of it: 鄂水发 beside 水发.
bool is_other_code(std::string_view run, std::size_t known, bool apart) {
  const std::string_view before = run.substr(0, run.size() - known);
  return apart && length(before) == 1 &&
         kNeverFirst.find(Cursor(before).next()) == kNeverFirst.npos;
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

/// The run without the words of running text before the code.
std::string_view cut_run(std::string_view run, const Cursor& at, int characters, NumberForm form) {
  run.remove_prefix(behind_date(run, at.before()));
  run.remove_prefix(behind_last(run, running_text_words()));
  run.remove_prefix(starting_urgency(run));
  if (form == NumberForm::bracketed) {
    std::size_t organ = behind_last(run, long_organ_endings());
    if (organ == 0) organ = behind_organ(run);
    const std::string_view left = run.substr(organ);
    if (!left.empty() && std::ranges::find(order_kinds(), left) == order_kinds().end()) run = left;
  }
  Cursor first(run);
  if (kNeverFirst.find(first.next()) != kNeverFirst.npos && length(first.rest()) >= 2) {
    run = first.rest();
  }
  constexpr int kShort = 8;
  if (set_apart(at) && characters <= kShort) return run;
  run.remove_prefix(behind_particle(run));
  return run;
}

bool is_organ_name(std::string_view name) {
  if (length(name) < 2) return false;
  return ends_an_organ(Cursor(name, name.size()).before());
}

std::string_view without_kind(std::string_view code) {
  for (const std::string_view kind : order_kinds()) {
    if (code.ends_with(kind)) return code.substr(0, code.size() - kind.size());
  }
  return {};
}

/// Where the organs begin that issue jointly with the one at `start`.
std::size_t joint_start(std::string_view text, std::size_t start, NumberForm form) {
  constexpr int kMostOrgans = 16;
  for (int i = 0; i < kMostOrgans; ++i) {
    Cursor at(text, start);
    const bool mark = at.before() == U'、';
    if (mark) at.back();
    if (skip_blanks_before(at) == 0 && !mark) break;
    const std::size_t end = at.pos();
    const int characters = run_before(text, at, form);
    const std::string_view run = text.substr(at.pos(), end - at.pos());
    const std::string_view name = cut_run(run, at, characters, NumberForm::ordinal);
    if (characters >= kLongestCode || !is_organ_name(name)) break;
    start = end - name.size();
    if (name.size() != run.size()) break;
  }
  return start;
}

}  // namespace

std::size_t code_start(std::string_view text, std::size_t end, NumberForm form,
                       std::span<const std::string> known_codes) {
  Cursor at(text, end);
  const int characters = run_before(text, at, form);
  const std::string_view run = text.substr(at.pos(), end - at.pos());
  const std::size_t known = known_length(run, known_codes);
  if (known > 0 && !is_other_code(run, known, set_apart(at))) return end - known;
  const std::string_view code = cut_run(run, at, characters, form);
  const std::size_t start = end - code.size();
  const bool whole = code.size() == run.size() && characters < kLongestCode;
  return whole && is_organ_name(without_kind(code)) ? joint_start(text, start, form) : start;
}

std::size_t code_end(std::string_view text, std::size_t start) {
  constexpr int kLongest = 12;
  Cursor at(text, start);
  int characters = 0;
  while (characters < kLongest) {
    const char32_t c = at.peek();
    if (is_code_character(c)) {
      at.next();
      ++characters;
      continue;
    }
    Cursor group = at;
    for (int i = 0; i < 3; ++i) group.next();
    if (c == 0 || group_length(text, group.pos()) != group.pos() - at.pos()) break;
    at = group;
    characters += 3;
  }
  const std::string_view code = text.substr(start, at.pos() - start);
  // What running text would lose is no code.
  if (characters >= kLongest || code_start(code, code.size(), NumberForm::bracketed, {}) != 0) {
    return start;
  }
  return at.pos();
}

std::string plain_code(std::string_view code, bool& changed) {
  std::string plain;
  for (std::size_t pos = 0; pos < code.size();) {
    char32_t c = next(code, pos);
    const bool gap = is_blank(c) || c == U'、';
    if (gap && plain.ends_with(' ')) continue;
    if (gap) {
      c = U' ';
    } else if (c == U'(' || c == U')') {
      c = c - U'!' + U'！';
    } else if (c >= U'！' && c <= U'～' && c != U'（' && c != U'）') {
      c = c - U'！' + U'!';
      changed = true;
    }
    append(plain, c);
  }
  return plain;
}

}  // namespace guidang::text
