// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <optional>
#include <string>

#include "pipeline/files/fd.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/rtf/parser.h"

namespace guidang::extract {

Extraction read_rtf(int fd, const Limits& limits) {
  // Most of a large file is pictures in hexadecimal digits, which cost nothing but their reading.
  const std::optional<std::string> bytes = files::read_all(fd, limits.input_bytes);
  if (!bytes) return failed(fmt::format("file is longer than {} MB", limits.input_bytes >> 20));
  Extraction result;
  const std::string flaw = rtf::Parser{*bytes, limits}.parse(result);
  if (!flaw.empty()) return failed(flaw);
  result.state = TextState::read;
  return result;
}

}  // namespace guidang::extract
