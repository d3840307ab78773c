// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/organs/standing.h"
#include "pipeline/profile/element.h"

namespace guidang::appraise {

/// What a row may ask about. Views live as long as the facts they come from.
struct Subject {
  std::string_view title{};    ///< "" = unknown
  std::string_view doctype{};  ///< "" = none found
  Direction direction = Direction::unknown;
  Standing creator = Standing::unknown;
  std::string notes{};  ///< 办理情况 and 备注
};

enum class Fit : std::uint8_t { no, yes, undecided };

/// One row of a table: all its conditions must hold.
struct Row {
  std::string id{};
  bool scope = false;    ///< says "not to be filed" instead of a period
  std::string period{};  ///< id of a period
  bool sure = true;      ///< national table: the row's wording is certain
  std::string clause{};
  std::string title_zh{};
  std::string title_en{};
  std::vector<Direction> directions{};
  std::vector<Standing> creators{};
  std::vector<std::string> doctypes{};
  std::vector<std::string> title{};  ///< words of which the title must have one
  std::vector<std::string> has{};    ///< ids of word lists: the title must have a word of each
  std::vector<std::string> lacks{};  ///< … of none
  std::vector<std::string> noted{};  ///< as `has`, over the notes

  std::string place{};
};

struct Period {
  std::string id{};    ///< "D30": its code in the 档号
  std::string name{};  ///< "30年"
};

/// What a table says of one item.
struct Answer {
  const Row* row = nullptr;
  bool undecided = false;  ///< a row before any match asks what is not known
};

/// Rows in order, the first that fits wins. A row whose conditions cannot all be told ends the
/// search without an answer, so that a later, broader row never speaks for it. Immutable.
class Table {
 public:
  Table() = default;
  /// From the section `appraise` or a `retention` file; throws the profile's Failure.
  explicit Table(const profile::Element& section);

  [[nodiscard]] Answer answer(const Subject& subject) const;
  /// As `answer` for what a person has said is filed: `scope` rows are passed over.
  [[nodiscard]] Answer answer_for_filed(const Subject& subject) const;
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  /// By code or by name; null when the table has none such.
  [[nodiscard]] const Period* period(std::string_view code_or_name) const;
  /// "永久, 30年, 10年".
  [[nodiscard]] std::string period_names() const;

 private:
  [[nodiscard]] Answer first(const Subject& subject, bool with_scope) const;
  [[nodiscard]] Fit fit(const Row& row, const Subject& subject) const;
  [[nodiscard]] bool has_word(std::string_view text, const std::string& list) const;

  std::vector<Row> rows_;
  std::vector<Period> periods_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace guidang::appraise
