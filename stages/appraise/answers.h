// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/decision.h"
#include "pipeline/register/register.h"

namespace guidang::appraise {

/// Field of a decision that answers a question: `answer:<QUESTION>` on an item, which holds for
/// that item only; `answer:<QUESTION>:<LIKE>` on a like (`like_id`), for all that is alike.
inline constexpr std::string_view kAnswerField = "answer:";

/// "q" and 16 hex digits: the record that stands for a like of a question in the register.
[[nodiscard]] std::string like_id(std::string_view question, std::string_view like);
[[nodiscard]] std::string answer_field(std::string_view question, std::string_view like = {});

/// An answer that people gave once for all that is alike.
struct LikeAnswer {
  std::string record{};  ///< its `like_id`
  std::string question{};
  std::string like{};
  Decision decision{};
};

/// The standing answers of a home, as they were when they were read. Immutable; threads share it.
class Answers {
 public:
  Answers() = default;
  explicit Answers(std::vector<LikeAnswer> list);
  [[nodiscard]] static Answers load(Register& registry);

  /// Null when nobody has answered for this like.
  [[nodiscard]] const Decision* find(std::string_view question, std::string_view like) const;
  /// By question and like.
  [[nodiscard]] const std::vector<LikeAnswer>& list() const { return list_; }
  /// Of all that can change what a stage says; "" without answers.
  [[nodiscard]] std::string digest() const;

 private:
  std::vector<LikeAnswer> list_;
};

/// Standing answers that hold for one item each; `like` is empty. By item and question.
[[nodiscard]] std::vector<LikeAnswer> answers_of_items(Register& registry);

}  // namespace guidang::appraise
