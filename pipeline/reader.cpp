// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reader.h"

namespace guidang {

Extraction Reader::tables(int /*fd*/, std::string_view /*name*/) {
  return {.state = TextState::no_reader, .format = "unknown"};
}

MemberContent Reader::member(int /*fd*/, std::string_view /*name*/, std::uint32_t /*index*/) {
  return {.reason = "no reader"};
}

}  // namespace guidang
