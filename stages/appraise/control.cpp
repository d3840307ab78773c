// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/control.h"

#include <algorithm>

#include "pipeline/text/fold.h"
#include "stages/appraise/read_words.h"

namespace guidang::appraise {

OpeningWords::OpeningWords(const profile::Element& appraise_section) {
  for (const profile::Element* row : appraise_section.all("control")) {
    reasons_.push_back({.id = row->required("id"),
                        .citation = row->required("citation"),
                        .title_zh = std::string{row->in("title", "zh")},
                        .title_en = std::string{row->in("title", "en")},
                        .words = folded_words_of_all(*row, "with")});
  }
  for (const profile::Element* row : appraise_section.all("early")) {
    for (std::string& word : folded_words_of_all(*row, "with")) early_.push_back(std::move(word));
  }
}

const ControlReason* OpeningWords::reason(std::string_view id) const {
  const auto it = std::find_if(reasons_.begin(), reasons_.end(),
                               [&](const ControlReason& each) { return each.id == id; });
  return it == reasons_.end() ? nullptr : &*it;
}

ControlHint OpeningWords::control(std::string_view text) const {
  const std::string folded = text::fold(text);
  for (const ControlReason& each : reasons_) {
    const std::string_view word = word_in(folded, each.words);
    if (!word.empty()) return {.reason = &each, .word = std::string{word}};
  }
  return {};
}

std::string OpeningWords::early(std::string_view title) const {
  return std::string{word_in(text::fold(title), early_)};
}

}  // namespace guidang::appraise
