// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/describe/elements.h"

namespace guidang::describe {

/// What a row of the 版记 is, by the label that it begins with.
enum class ImprintRow { none, keywords, recipients, copies, reports, shared, office, day, count };

struct ImprintLabel {
  ImprintRow row = ImprintRow::none;
  std::size_t length = 0;  ///< bytes of the flat line, colon included
};
[[nodiscard]] ImprintLabel imprint_label(std::string_view flat);

/// …办公室　2003年3月2日印发　（共印80份）
struct PrintLine {
  std::string_view office{};  ///< trimmed; "" when the line has none
  text::FoundDate date{};
};
[[nodiscard]] std::optional<PrintLine> print_line(const Line& line);

/// 共印80份, 印数：80份, （共80份）: the number; "" when the line says none.
[[nodiscard]] std::string printed_copies(std::string_view flat);

/// Lines [first, last) of the document's own 版记: the first below its signature. Those of texts
/// that are bound behind it are theirs.
struct ImprintZone {
  std::size_t first = 0;
  std::size_t last = 0;
};
[[nodiscard]] ImprintZone imprint_zone(const Reading& reading);

}  // namespace guidang::describe
