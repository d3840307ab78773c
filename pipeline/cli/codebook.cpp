// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/codebook.h"

#include <fmt/format.h>

#include <ostream>

#include "pipeline/cli/words.h"
#include "stages/all.h"
#include "stages/check/rule.h"

namespace guidang::cli {

CodeBook::CodeBook(const Profile& profile) {
  for (const CodeInfo& code : stage_codes(profile)) {
    entries_.emplace(code.id, Entry{.title_zh = std::string(code.title_zh),
                                    .title_en = std::string(code.title_en),
                                    .hint_zh = std::string(code.hint_zh),
                                    .hint_en = std::string(code.hint_en),
                                    .citation = std::string(code.citation)});
  }
  const check::Rules rules = check::Rules::load(profile);
  for (const check::Rule& rule : rules.list()) {
    entries_.insert_or_assign(rule.id, Entry{.title_zh = rule.title_zh,
                                             .title_en = rule.title_en,
                                             .hint_zh = rule.hint_zh,
                                             .hint_en = rule.hint_en,
                                             .citation = rule.citation,
                                             .rule = true});
  }
}

const CodeBook::Entry* CodeBook::find(std::string_view code) const {
  const auto it = entries_.find(code);
  return it == entries_.end() ? nullptr : &it->second;
}

void print(const Finding& finding, const std::string& path, const CodeBook& book,
           const Console& console) {
  const CodeBook::Entry* entry = book.find(finding.code);
  const CodeBook::Entry none;
  const CodeBook::Entry& meaning = entry == nullptr ? none : *entry;
  std::string codes = finding.code;
  std::string clauses;
  for (const std::string& citation : finding.citations) {
    if (book.find(citation) != nullptr) {
      codes += " " + citation;
    } else {
      clauses += (clauses.empty() ? "" : "; ") + citation;
    }
  }
  if (clauses.empty()) clauses = meaning.citation;
  const std::string& where = finding.path.empty() ? path : finding.path;
  console.out << fmt::format("{}{}{}: {}[{}] {}\n", where, finding.place.empty() ? "" : ":",
                             finding.place, to_text(finding.severity), codes,
                             console(Both{meaning.title_zh, meaning.title_en}));
  const auto line = [&](const Both& word, std::string_view text) {
    if (!text.empty()) console.out << fmt::format("    {}  {}\n", console(word), text);
  };
  line(kFoundWord, finding.found);
  line(kExpectedWord, finding.expected);
  line(kRuleWord, clauses);
  line(kHintWord, console(Both{meaning.hint_zh, meaning.hint_en}));
}

}  // namespace guidang::cli
