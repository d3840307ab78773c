// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/stage.h"

namespace guidang::lists {

/// One line that forms are printed from.
struct Line {
  int year = 0;              ///< 0: none is known; kWholeFonds: of no single year
  std::string key{};         ///< order within the year, compared as bytes
  std::string payload{};     ///< what its kind packed
  bool provisional = false;  ///< it bears a number that may still change
};

inline constexpr int kWholeFonds = -1;

/// Lines of several kinds, grouped by kind and year, each group in order and readable again and
/// again by itself: a form that must know its count before its first line reads it twice. They lie
/// in a private file, so memory does not grow with them. Used by one thread.
class Deck {
 public:
  explicit Deck(std::unique_ptr<Sorter> sorter);

  void add(std::string_view kind, std::string_view record, const Line& line);
  /// Puts all in order. Once, before reading.
  void close();

  /// Years that have lines of the kind, in order.
  [[nodiscard]] std::vector<int> years(std::string_view kind) const;
  [[nodiscard]] std::uint64_t count(std::string_view kind, int year) const;
  /// True while one line of the group is provisional.
  [[nodiscard]] bool provisional(std::string_view kind, int year) const;
  /// The payloads in order of (key, record).
  void for_each(std::string_view kind, int year,
                const std::function<void(std::string_view payload)>& visit) const;

 private:
  struct Group {
    std::uint64_t from = 0;
    std::uint64_t bytes = 0;
    std::uint64_t count = 0;
  };
  using Name = std::pair<std::string, int>;

  std::unique_ptr<Sorter> sorter_;
  files::Fd file_{};
  std::map<Name, Group> groups_{};
  std::set<Name> provisional_{};
};

}  // namespace guidang::lists
