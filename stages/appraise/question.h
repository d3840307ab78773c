// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/organs/standing.h"
#include "pipeline/profile/element.h"

namespace guidang::appraise {

/// What makes two items alike, so that one answer serves both.
enum class LikePart : std::uint8_t {
  creator,    ///< the creator's name
  standing,   ///< how it stands to the office
  direction,  ///< received, issued, internal
  doctype,    ///< 文种
  matter      ///< key words of the matter, else the title's core
};

struct QuestionValue {
  std::string id{};
  std::string title_zh{};
  std::string title_en{};
  std::vector<std::string> told{};   ///< folded words: in the title, they tell this value
  std::vector<std::string> noted{};  ///< the same, in 办理情况 and 备注
};

/// Something that only a person knows: 重要 or 一般, 主管 or not, 主办 or 协办. Asked once for all
/// items that are alike.
struct Question {
  std::string id{};
  std::string title_zh{};
  std::string title_en{};
  std::vector<LikePart> alike{};
  std::vector<std::string> matters{};  ///< folded key words
  std::vector<QuestionValue> values{};

  [[nodiscard]] const QuestionValue* value(std::string_view id_or_title) const;
  /// "important 重要 | ordinary 一般", for messages.
  [[nodiscard]] std::string value_names() const;
};

/// What a question can be about. Views live as long as the facts they come from.
struct LikeSource {
  std::string_view title{};
  std::string_view doctype{};
  std::string_view creator{};
  Direction direction = Direction::unknown;
  Standing standing = Standing::unknown;
};

/// "creator=…;doctype=通知;matter=防汛": equal for all that is alike. Nothing when a part is not
/// known: then an answer holds for one item only, and never for whatever else is not known.
[[nodiscard]] std::optional<std::string> like_key(const Question& question,
                                                  const LikeSource& source);

/// The matter (事由) of a title: without organ, 关于, 印发, kind of document, brackets, years and
/// other numbers, so that the notices of two years on one matter have the same.
[[nodiscard]] std::string title_core(std::string_view title, std::string_view doctype);

/// Reads a row `question`; throws the profile's Failure.
[[nodiscard]] Question read_question(const profile::Element& row, const profile::Element& section);

}  // namespace guidang::appraise
