// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/xml/document.h"

namespace guidang::xml {

/// The document, or the error's text as an exception.
inline Document good(ParseResult result) {
  if (auto* error = std::get_if<XmlError>(&result)) throw std::runtime_error{error->text()};
  return std::move(std::get<Document>(result));
}

inline Document parsed(std::string_view bytes) { return good(Document::parse(bytes, "test.xml")); }

inline std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace guidang::xml
