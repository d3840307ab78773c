// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/failure.h"

namespace guidang::profile {

/// One element of a profile: a plain value that knows where it was written. Answers that the
/// profile owes (`required`, `number` …) throw the Failure of a profile that cannot be used, with
/// file, line, what was found and what was expected.
struct Element {
  std::string name{};
  std::map<std::string, std::string, std::less<>> attributes{};
  std::string text{};  ///< trimmed; empty when there are children
  std::vector<Element> children{};
  std::string file{};    ///< as shown to people: "templates/profiles/national/profile.xml"
  std::size_t line = 0;  ///< 1-based; 0 for a section that no profile of the chain has

  /// The attribute, or "" (or `otherwise`) when absent.
  [[nodiscard]] std::string_view attribute(std::string_view key,
                                           std::string_view otherwise = {}) const;
  [[nodiscard]] bool has(std::string_view key) const;
  /// The attribute; it must be there and not be empty.
  [[nodiscard]] const std::string& required(std::string_view key) const;
  /// A whole number ≥ 0; `otherwise` when absent, or a Failure when that is not given.
  [[nodiscard]] long long number(std::string_view key,
                                 std::optional<long long> otherwise = {}) const;
  /// A fraction from 0 to 1; `otherwise` when absent.
  [[nodiscard]] double share(std::string_view key, double otherwise) const;
  /// "yes" or "no"; `otherwise` when absent.
  [[nodiscard]] bool flag(std::string_view key, bool otherwise) const;
  /// One of the words; `otherwise` when absent.
  [[nodiscard]] std::string word(std::string_view key, const std::vector<std::string_view>& words,
                                 std::string_view otherwise) const;
  /// The blank-separated words of an attribute.
  [[nodiscard]] std::vector<std::string> words(std::string_view key) const;

  /// The first child of that name, or null.
  [[nodiscard]] const Element* child(std::string_view key) const;
  [[nodiscard]] std::vector<const Element*> all(std::string_view key) const;
  /// Text of the child of that name whose `lang` is "zh" or "en"; "" when there is none.
  [[nodiscard]] std::string_view in(std::string_view key, std::string_view lang) const;

  /// "templates/…/profile.xml:12"; without a line for a section that is not there.
  [[nodiscard]] std::string place() const;
  /// The Failure to throw: `place: found …, expected …`.
  [[nodiscard]] Failure flaw(std::string_view found, std::string_view expected) const;

  /// The same bytes for the same content, wherever it was written: what digests are made of.
  [[nodiscard]] std::string canonical() const;
};

}  // namespace guidang::profile
