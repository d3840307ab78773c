// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/files/fd.h"
#include "pipeline/text/decode.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/encoding.h"

namespace guidang::extract {

Extraction read_txt(int fd, const Limits& limits) {
  const std::optional<std::string> bytes = files::read_all(fd, limits.plain_bytes);
  if (!bytes) return failed(fmt::format("text is longer than {} MB", limits.plain_bytes >> 20));
  text::Decoded decoded = text::decode(*bytes);
  Extraction result;
  result.state = TextState::read;
  add_encoding(result, decoded);
  // NUL is no character of any text: where one stands, one was lost.
  result.undecodable += static_cast<std::uint64_t>(std::ranges::count(decoded.text, '\0'));

  // Printers' files part their pages by form feeds; one at the very end begins no page.
  std::string_view rest = decoded.text;
  for (std::size_t end = rest.find('\f'); end != std::string_view::npos; end = rest.find('\f')) {
    if (result.pages.size() >= limits.pages) {
      return failed(fmt::format("more than {} pages", limits.pages));
    }
    result.pages.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    result.paged = true;
  }
  if (!result.paged) {
    result.pages.push_back(std::move(decoded.text));
  } else if (!rest.empty()) {
    result.pages.emplace_back(rest);
  }
  return result;
}

}  // namespace guidang::extract
