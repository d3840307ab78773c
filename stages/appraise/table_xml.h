// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/writer.h"

namespace guidang::appraise {

/// Writes a section `appraise`, in the order in which its functions are called. Empty values write
/// nothing.
class TableXml {
 public:
  TableXml(std::string_view title, std::string_view approved_by, std::string_view approved_on);

  void period(std::string_view code, std::string_view name);
  /// The levels that tables made of spreadsheets know: congress, executive, leading, work.
  void meeting_scale();
  /// Of "important" "own_line" "lead" those that are asked.
  void questions(const std::vector<std::string>& asked);

  void open_row(bool scope, std::string_view id, std::string_view period, std::string_view clause,
                bool sure);
  /// Attributes; right after `open_row`.
  void conditions(std::string_view direction, std::string_view creator, std::string_view doctype);
  void child(std::string_view name, std::string_view text);
  void valid(std::string_view from, std::string_view to);
  void level(std::string_view levels);
  void answer(std::string_view question, std::string_view values);
  void close_row();

  [[nodiscard]] std::string finish();

 private:
  void attribute(std::string_view name, std::string_view value);

  std::string out_;
  xml::Writer writer_;
};

}  // namespace guidang::appraise
