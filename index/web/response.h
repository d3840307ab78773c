// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/files/fd.h"

namespace guidang::web {

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";
inline constexpr std::string_view kJson = "application/json; charset=utf-8";
inline constexpr std::string_view kCsv = "text/csv; charset=utf-8; header=present";

/// Takes the next piece of a body; false when nobody listens any more.
using Sink = std::function<bool(std::string_view)>;

/// A file to be sent as it is.
struct FileBody {
  files::Fd descriptor{};
  std::uint64_t size = 0;
};

/// An answer: one of body, stream and file. Headers that every answer has (security, length, ETag,
/// compression) are added on its way out, those given here stay as they are.
struct Response {
  int status = 200;
  std::string type{kHtml};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  /// Writes the body piece by piece, in little memory; called after the headers went out.
  std::function<void(const Sink&)> stream{};
  std::optional<FileBody> file{};

  [[nodiscard]] std::string_view header(std::string_view name) const;
  Response& set(std::string_view name, std::string value);
};

/// Another place, for good (308) or for now (303).
[[nodiscard]] Response redirect(std::string location, int status = 303);

/// The value of Content-Disposition for a download of this name: any UTF-8; signs that paths or
/// headers could be made of are replaced.
[[nodiscard]] std::string attachment(std::string_view name);

}  // namespace guidang::web
