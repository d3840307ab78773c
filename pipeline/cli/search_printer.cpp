// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/search_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "index/hit_rows.h"
#include "pipeline/cli/words.h"
#include "pipeline/text/columns.h"
#include "pipeline/text/utf8.h"

namespace guidang::cli {
namespace {

constexpr std::size_t kMostValues = 8;

/// Documents come from anywhere: their control characters must not reach a terminal. Rows of blanks
/// become one.
std::string harmless(std::string_view text) {
  std::string shown;
  bool blank = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t before = pos;
    const char32_t c = text::next(text, pos);
    const bool now = c < 0x20 || (c >= 0x7F && c < 0xA0) || text::is_blank(c);
    if (!now) shown.append(text.substr(before, pos - before));
    if (now && !blank) shown += ' ';
    blank = now;
  }
  return shown;
}

/// The same, but every character keeps its column.
std::string one_to_one(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }, ' ');
  return text;
}

std::string_view word_of(const index::FacetInfo& facet, const std::string& value,
                         const Console& console) {
  if (facet.facet == index::Facet::direction) {
    for (const Both& word : kDirectionWords) {
      if (word.en == value) return console(word);
    }
  }
  return value;
}

}  // namespace

std::string_view name_of(index::Field field, const Console& console) {
  const index::FieldName name = index::name_of(field);
  return console.language == Language::zh ? name.zh : name.en;
}

void print_query_error(const index::QueryError& error, const std::string& query,
                       const Console& console) {
  const std::size_t columns = text::columns(std::string_view(query).substr(0, error.offset));
  console.err << console(kError)
              << (console.language == Language::zh ? error.message_zh : error.message_en) << "\n  "
              << one_to_one(query) << "\n  " << std::string(columns, ' ') << "^\n";
  if (!error.hint.empty()) console.err << console(kAdvice) << error.hint << '\n';
  if (!error.suggestion.empty()) {
    console.err << console(kTryThese) << ' ' << harmless(error.suggestion) << '\n';
  }
}

std::string HitPrinter::marked(std::string_view text,
                               const std::vector<index::ByteRange>& marks) const {
  const std::string_view begin = bold_ ? "\x1b[1m" : "【";
  const std::string_view end = bold_ ? "\x1b[0m" : "】";
  const auto piece = [&](std::size_t from, std::size_t to) {
    return harmless(text.substr(from, to - from));
  };
  std::string shown;
  std::size_t at = 0;
  for (const index::ByteRange& mark : marks) {
    shown.append(piece(at, mark.begin)).append(begin);
    shown.append(piece(mark.begin, mark.end)).append(end);
    at = mark.end;
  }
  return shown + piece(at, text.size());
}

void HitPrinter::print(const index::Hit& hit) const {
  const std::string code = marked(hit.code, hit.code_marks);
  console_.out << fmt::format("{}{}  {}\n", code.empty() ? hit.record : code,
                              hit.provisional ? console_(kProvisionalWord) : "",
                              marked(hit.title, hit.title_marks));
  std::vector<std::string> facts;
  const auto add = [&](std::string fact) {
    if (!fact.empty()) facts.push_back(std::move(fact));
  };
  add(marked(hit.document_number, hit.number_marks));
  add(marked(hit.creator, hit.creator_marks));
  add(harmless(hit.date));
  if (hit.snippet.page > 1) add(fmt::format(fmt::runtime(console_(kOnPage)), hit.snippet.page));
  if (homes_.size() > 1) add(homes_[hit.home]);
  if (!facts.empty()) console_.out << fmt::format("    {}\n", fmt::join(facts, " · "));
  if (!hit.snippet.text.empty()) {
    console_.out << fmt::format("    {}{}{}\n", hit.snippet.more_before ? "…" : "",
                                marked(hit.snippet.text, hit.snippet.marks),
                                hit.snippet.more_after ? "…" : "");
  }
  for (const index::FieldMatch& match : hit.elsewhere) {
    console_.out << fmt::format(
        "    {}: {}\n",
        match.field == index::Field::code ? console_(kFormerCode) : name_of(match.field, console_),
        marked(match.text, match.marks));
  }
}

void HitPrinter::print(const std::vector<index::FacetCounts>& facets) const {
  for (const index::FacetCounts& facet : facets) {
    if (facet.values.empty()) continue;
    const index::FacetInfo& info = index::info_of(facet.facet);
    std::string line(console_.language == Language::zh ? info.zh : info.en);
    line += ": ";
    std::size_t shown = 0;
    for (const index::FacetValue& value : facet.values) {
      if (shown == kMostValues) {
        line += fmt::format(" · …{}", facet.values.size() - shown);
        break;
      }
      line += fmt::format("{}{}{} {}{}", shown == 0 ? "" : " · ", value.chosen ? "✓" : "",
                          value.value.empty() ? std::string(console_(kNoValue))
                                              : harmless(word_of(info, value.value, console_)),
                          facet.exact ? "" : "≥", value.count);
      ++shown;
    }
    console_.out << line << '\n';
  }
}

}  // namespace guidang::cli
