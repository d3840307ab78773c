// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/facts.h"

namespace guidang {

std::string Rival::to_text() const {
  std::string text = source.empty() ? "" : source + ": ";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += "、";
    text += values[i];
  }
  return text;
}

}  // namespace guidang
