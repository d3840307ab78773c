// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/decision.h"
#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "stages/describe/settings.h"

namespace guidang::describe {

/// What a test hands to the stage.
struct Paper {
  std::vector<std::string> pages{};  ///< none: there is no text
  std::vector<GivenField> given{};
  std::map<std::string, std::string> tags{};
  std::string name = "1.txt";  ///< "" for paper only
  Settings settings{};
  Purpose purpose = Purpose::filing;
  Direction direction = Direction::unknown;
  Decisions decisions{};
};

struct Described {
  Description description{};
  std::vector<Finding> findings{};

  /// Values of a field joined by " | ".
  [[nodiscard]] std::string value(std::string_view field) const;
  [[nodiscard]] double confidence(std::string_view field) const;
  [[nodiscard]] std::vector<std::string> codes() const;
  /// The first finding of that code, or one without a code.
  [[nodiscard]] Finding finding(std::string_view code) const;
};

/// Settings of an office with a table of its own: what stands inside `<organisations>`.
[[nodiscard]] Settings with_organs(std::string_view inside);

[[nodiscard]] Described describe_paper(const Paper& paper);
[[nodiscard]] Described describe_text(std::string text);

}  // namespace guidang::describe
