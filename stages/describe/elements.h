// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stages/describe/candidate.h"
#include "stages/describe/labels.h"
#include "stages/describe/settings.h"
#include "stages/describe/zones.h"

/// One finder an element: what the text offers for it, each with its place and how sure. A finder
/// looks at lines and zones only; settling between offers is for `merge.h`.
namespace guidang::describe {

/// A text made ready for the finders.
struct Reading {
  std::vector<Line> lines{};
  Zones zones{};
  std::vector<Label> labels{};
  const Settings* settings = nullptr;
};

[[nodiscard]] Reading read_document(std::span<const std::string> pages, const Settings& settings);

void find_titles(const Reading& reading, Candidates& out);
void find_numbers(const Reading& reading, Candidates& out);
void find_creators(const Reading& reading, Candidates& out);
void find_dates(const Reading& reading, Candidates& out);
void find_types(const Reading& reading, Candidates& out);
void find_marks(const Reading& reading, Candidates& out);
void find_addressees(const Reading& reading, Candidates& out);
void find_attachments(const Reading& reading, Candidates& out);
void find_imprint(const Reading& reading, Candidates& out);
void find_annotations(const Reading& reading, Candidates& out);
void find_adoption(const Reading& reading, Candidates& out);
void find_citations(const Reading& reading, Candidates& out);

/// The kind of document that a title ends in: those of pipeline/text, and 法, which only
/// legislatures issue.
[[nodiscard]] std::optional<std::string> type_of_title(std::string_view title);

/// The organ that a title begins with: 国务院办公厅 of 国务院办公厅关于…; "" when there is none.
[[nodiscard]] std::string organ_of_title(std::string_view title);

/// The organ that passed or issued a text, by its 题注 or by the code of an order; "" when none.
[[nodiscard]] std::string organ_of_act(std::string_view flat);

}  // namespace guidang::describe
