// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/number/code_pattern.h"

namespace guidang {

/// One thing that is wrong with a list of codes.
struct CodeFlaw {
  enum class Kind : std::uint8_t {
    form,      ///< not as the pattern
    repeated,  ///< stands on line `other` as well
    gap        ///< numbers `first` to `last` of a series have no code; line 0
  };
  Kind kind = Kind::form;
  std::size_t line = 0;
  std::string code{};  ///< as written; of a gap the series
  std::size_t other = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// What a list of codes holds of one series.
struct CodeSeries {
  std::string series{};
  std::uint32_t last = 0;
  std::uint64_t count = 0;
};

/// Checks a list of codes, of items and of volumes: form, uniqueness, gaps. Codes are compared by
/// what they say, not by how they are written. Keeps 16 bytes a code.
class CodeList {
 public:
  explicit CodeList(CodePattern pattern) : pattern_(std::move(pattern)) {}

  /// Lines are 1-based and given in rising order.
  void add(std::size_t line, std::string_view code);

  struct Report {
    std::uint64_t codes = 0;
    std::vector<CodeSeries> series{};  ///< in order of their names
    std::vector<CodeFlaw> flaws{};     ///< by line, gaps last
  };
  [[nodiscard]] Report report() const;

 private:
  struct Entry {
    std::uint32_t number = 0;
    std::uint32_t line = 0;  ///< 0: a volume known by its items only
    bool operator<(const Entry& other) const {
      return number != other.number ? number < other.number : line < other.line;
    }
  };
  static void check_series(const std::string& name, std::vector<Entry> entries, Report& report,
                           std::vector<CodeFlaw>& gaps, const CodePattern& pattern);

  CodePattern pattern_;
  std::uint64_t codes_ = 0;
  std::map<std::string, std::vector<Entry>, std::less<>> series_;
  std::vector<CodeFlaw> not_read_;
};

}  // namespace guidang
