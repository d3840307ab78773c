// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/xml/error.h"

namespace guidang::xml {

enum class Event : std::uint8_t { start, end, text };

/// Reads XML from front to back in little memory, under the same rules as Document. An empty
/// element `<a/>` gives start and end. Views are valid until the next `next()`. One thread at a
/// time.
class Reader {
 public:
  /// `bytes` must outlive the reader.
  Reader(std::string_view bytes, std::string source, const Limits& limits = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// The next start, end or text (white space included); false at the end and at an error.
  bool next();
  /// Why `next` gave false before the end.
  [[nodiscard]] const std::optional<XmlError>& error() const noexcept;

  [[nodiscard]] Event event() const noexcept;
  /// Without the prefix; empty for a text.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view namespace_uri() const;
  /// Of a text.
  [[nodiscard]] std::string_view text() const;
  /// Of a start, by name without the prefix.
  [[nodiscard]] std::optional<std::string> attribute(std::string_view name) const;
  /// The same, of a namespace that ends so: an element may have both `id` and `r:id`.
  [[nodiscard]] std::optional<std::string> attribute(std::string_view name,
                                                     std::string_view namespace_end) const;
  /// The root element has 0.
  [[nodiscard]] std::size_t depth() const;
  [[nodiscard]] std::size_t line() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::xml
