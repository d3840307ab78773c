// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"
#include "pipeline/verdict.h"
#include "stages/review/choices.h"

namespace guidang::review {

/// What a finding's code means, in one language or both.
struct Meaning {
  Both title{};
  Both hint{};
  std::string_view citation{};
};
/// Looks a code up; views stay valid as long as the function does.
using Meanings = std::function<Meaning(std::string_view code)>;

/// One question to a person about one record.
struct Row {
  std::string key{};  ///< "d…/FMT-211/date": the same in every export
  RecordId document{};
  RecordId record{};  ///< of the item, or of a document that no item holds
  bool stub = false;
  Severity severity = Severity::hold;
  bool waived = false;
  std::string place{};  ///< path, and where in it
  std::string title{};
  std::string number{};
  std::string date{};
  std::string code{};
  std::string found{};
  std::string expected{};
  std::string citations{};
  std::string candidates{};
  std::string suggestion{};  ///< of the appraisal; the hint of the code when ""
  std::string state{};       ///< digest of what the answer depends on
  std::vector<Choice> choices{};
  std::vector<std::string> values{};  ///< all that 值 may be; none: any text
  std::optional<int> year{};
};

/// Makes the rows of a document: one for each open finding of its item. Register and profile
/// outlive it.
class Rows {
 public:
  Rows(Register& source, const Profile& profile);

  /// Of a main document, of one that no item holds, or of a stub; none for any other id. Of every
  /// severity, waived ones too: who asks picks.
  [[nodiscard]] std::vector<Row> of(const RecordId& document);

 private:
  [[nodiscard]] Row frame(const Known& top, const Known& main);
  void put_finding(const Known& top, const Known& main, const Finding& finding, Row row,
                   std::vector<Row>& rows);
  [[nodiscard]] std::string state_of(const Known& top, const Row& row);

  const Profile& profile_;
  RecordReader records_;
  sqlite::Statement digests_;
  sqlite::Statement stub_;
  std::vector<std::string> periods_;
};

/// The document that a row's key is about; "" when it is no key.
[[nodiscard]] std::string_view document_of_key(std::string_view key);

/// What was asked, by the key alone: all answers that any export offered under it.
[[nodiscard]] std::vector<Choice> choices_of_key(const Profile& profile, std::string_view key);

/// True when the row asks something of a person: not waived, and of a severity that stops an item.
[[nodiscard]] bool needs_a_person(const Row& row);

}  // namespace guidang::review
