// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/answers.h"

#include <algorithm>
#include <tuple>

#include "pipeline/files/digest.h"

namespace guidang::appraise {
namespace {

auto key_of(const LikeAnswer& answer) { return std::tie(answer.question, answer.like); }

}  // namespace

std::string like_id(std::string_view question, std::string_view like) {
  std::string content{question};
  content += '\n';
  content += like;
  return files::short_id("q", content);
}

std::string answer_field(std::string_view question, std::string_view like) {
  std::string field{kAnswerField};
  field += question;
  if (!like.empty()) {
    field += ':';
    field += like;
  }
  return field;
}

Answers::Answers(std::vector<LikeAnswer> list) : list_(std::move(list)) {
  std::sort(list_.begin(), list_.end(),
            [](const LikeAnswer& a, const LikeAnswer& b) { return key_of(a) < key_of(b); });
}

Answers Answers::load(Register& registry) {
  sqlite::Statement rows = registry.database().prepare(
      "SELECT record, field, value, by_whom, date, why FROM decision d WHERE record >= 'q' AND "
      "record < 'r' AND substr(field, 1, 7) = 'answer:' AND id = (SELECT max(id) FROM decision l "
      "WHERE l.record = d.record AND l.field = d.field) AND value <> ''");
  std::vector<LikeAnswer> list;
  while (rows.step()) {
    const std::string field{rows.text(1).substr(kAnswerField.size())};
    const std::size_t colon = field.find(':');
    if (colon == std::string::npos) continue;
    list.push_back({.record = std::string{rows.text(0)},
                    .question = field.substr(0, colon),
                    .like = field.substr(colon + 1),
                    .decision = {.value = std::string{rows.text(2)},
                                 .by = std::string{rows.text(3)},
                                 .date = std::string{rows.text(4)},
                                 .why = std::string{rows.text(5)}}});
  }
  return Answers(std::move(list));
}

const Decision* Answers::find(std::string_view question, std::string_view like) const {
  const auto wanted = std::tie(question, like);
  const auto it = std::lower_bound(
      list_.begin(), list_.end(), wanted, [](const LikeAnswer& answer, const auto& key) {
        return std::tuple<std::string_view, std::string_view>(answer.question, answer.like) < key;
      });
  const bool found = it != list_.end() && it->question == question && it->like == like;
  return found ? &it->decision : nullptr;
}

std::vector<LikeAnswer> answers_of_items(Register& registry) {
  sqlite::Statement rows = registry.database().prepare(
      "SELECT record, field, value, by_whom, date, why FROM decision d WHERE record >= 'i' AND "
      "record < 'j' AND substr(field, 1, 7) = 'answer:' AND id = (SELECT max(id) FROM decision l "
      "WHERE l.record = d.record AND l.field = d.field) AND value <> '' ORDER BY record, field");
  std::vector<LikeAnswer> list;
  while (rows.step()) {
    list.push_back({.record = std::string{rows.text(0)},
                    .question = std::string{rows.text(1).substr(kAnswerField.size())},
                    .decision = {.value = std::string{rows.text(2)},
                                 .by = std::string{rows.text(3)},
                                 .date = std::string{rows.text(4)},
                                 .why = std::string{rows.text(5)}}});
  }
  return list;
}

std::string Answers::digest() const {
  if (list_.empty()) return {};
  files::Sha256 digest;
  for (const LikeAnswer& each : list_) {
    for (const std::string* text : {&each.question, &each.like, &each.decision.value,
                                    &each.decision.by, &each.decision.date}) {
      digest.update(std::to_string(text->size()) + ":" + *text);
    }
  }
  return digest.hex();
}

}  // namespace guidang::appraise
