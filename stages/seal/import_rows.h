// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/number/code_pattern.h"
#include "pipeline/number/directories.h"
#include "pipeline/number/periods.h"
#include "pipeline/profile/profile.h"

namespace guidang::import {

/// What a column of a catalogue says.
enum class Column : std::uint8_t {
  code,
  fonds,
  category,
  directory,
  project,
  year,
  period,
  organ,
  volume,
  number,
  title,
  document_number,
  creator,
  date,
  archive_number
};
inline constexpr std::size_t kColumns = 15;

/// Which cell holds what; made of the heading.
class Heading {
 public:
  explicit Heading(const std::vector<std::string>& cells);
  [[nodiscard]] bool has(Column column) const { return at_[index(column)].has_value(); }
  /// Trimmed; "" when the row has no such cell.
  [[nodiscard]] std::string cell(const std::vector<std::string>& cells, Column column) const;

 private:
  static std::size_t index(Column column) { return static_cast<std::size_t>(column); }
  std::array<std::optional<std::size_t>, kColumns> at_{};
};

/// A number that a row gives.
struct Entry {
  std::string series{};
  std::uint32_t number = 0;
  bool inside = false;   ///< of an item of a volume: the series is the volume's code
  bool implied = false;  ///< a volume that is known by an item only
  int year = 0;
  std::size_t table = 0;
  std::size_t line = 0;
  std::string written{};  ///< the code as it stands in the row
  std::string note{};
};

/// Reads rows as the profile's pattern, by one column 档号 or by the columns of its parts.
class RowReader {
 public:
  RowReader(const Profile& profile, std::string_view fonds_code);

  struct Answer {
    std::optional<Entry> entry{};
    std::string message{};  ///< why there is none: Chinese, then English
  };
  [[nodiscard]] Answer read(const Heading& heading, const std::vector<std::string>& cells) const;
  /// What a heading lacks, "" when it can be used.
  [[nodiscard]] std::string lacks(const Heading& heading) const;
  /// The volume of an item's entry.
  [[nodiscard]] Entry volume_of(const Entry& item) const;
  [[nodiscard]] std::string code(const Entry& entry, std::uint32_t number) const;
  [[nodiscard]] bool by_volume() const { return pattern_.volumes(); }

 private:
  [[nodiscard]] std::optional<CodeParts> parts_of(const Heading& heading,
                                                  const std::vector<std::string>& cells,
                                                  std::string& message) const;
  [[nodiscard]] int year_of(const Heading& heading, const std::vector<std::string>& cells,
                            const CodeParts& parts) const;

  CodePattern pattern_;
  Periods periods_;
  Directories directories_;
  std::string fonds_code_;
  std::string category_;
};

}  // namespace guidang::import
