// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang {

/// One 案卷目录: what it holds and its number.
struct Directory {
  static constexpr int kOpenEnd = 9999;
  struct Years {
    int first = 0;
    int last = 0;  ///< kOpenEnd: it goes on
  };

  std::string id{};      ///< 目录号, as it stands in codes
  std::string period{};  ///< code of the retention period: Y
  std::vector<Years> years{};
  std::string organ{};  ///< of one 机构(问题) only; "" = of all
};

/// The 案卷目录 of a fonds, from the `directory` rows of the profile's `number` section:
/// `<directory id="3" period="Y" years="2001-2003 2005"/>`; `2006-` is open at its end. Each holds
/// one retention period and one or several years; numbers are unique in the fonds (seed ALL-03).
class Directories {
 public:
  /// Throws the profile's Failure, also when two rows claim the same or have the same number.
  explicit Directories(const profile::Element& number_section);

  /// Null when no row fits.
  [[nodiscard]] const Directory* find(std::string_view period, int year,
                                      std::string_view organ) const;
  [[nodiscard]] std::span<const Directory> list() const { return list_; }

 private:
  std::vector<Directory> list_;
};

}  // namespace guidang
