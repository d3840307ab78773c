// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::describe {

/// A list of addressees (主送, 抄送) as a document parts it.
struct AddressList {
  std::vector<std::string> names{};
  /// Names in each group, in order; a group ends at ， ； 。 or a line end.
  std::vector<std::size_t> groups{};
};

/// 市财政局、市教育局 are two names of one group; 各省、自治区、直辖市人民政府 is one name, since
/// its parts do not stand alone; 各区县财政局、税务局 is one, since 各区县 belongs to both.
/// Brackets part nothing. At most 500 names; linear in the text.
[[nodiscard]] AddressList read_addressees(std::string_view text);

}  // namespace guidang::describe
