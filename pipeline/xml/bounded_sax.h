// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/parser.h>

#include <optional>
#include <string>

#include "pipeline/xml/error.h"

// For the .cpp files of this room only.

namespace guidang::xml {

/// Stands between a parser and the tree it builds, and stops it at the first limit: a tree costs
/// thirty times its bytes, so a check afterwards would come too late. `budget` must outlive the
/// parsing.
class Budget {
 public:
  explicit Budget(const Limits& limits) : limits_(limits) {}

  /// Puts the counting callbacks before those of an XML (SAX2) or HTML (SAX1) context.
  void watch_xml(xmlParserCtxt& context);
  void watch_html(xmlParserCtxt& context);

  /// Why the parser was stopped; nothing when it was not.
  [[nodiscard]] const std::optional<XmlError>& refusal() const noexcept { return refusal_; }

  /// Refuses a document type declaration. Called by the parser.
  void doctype(xmlParserCtxt& context);
  /// Counts and says whether to go on. Called by the parser.
  bool enter(xmlParserCtxt& context, std::size_t attributes);
  void leave() noexcept { depth_ -= depth_ > 0 ? 1 : 0; }
  bool spend(xmlParserCtxt& context, std::size_t nodes);

 private:
  void refuse(xmlParserCtxt& context, std::string message);

  const Limits& limits_;
  std::size_t depth_ = 0;
  std::size_t nodes_ = 0;
  std::optional<XmlError> refusal_{};
};

/// "too big" when `size` is above the limit.
std::optional<XmlError> check_size(std::size_t size, const std::string& source,
                                   const Limits& limits);

}  // namespace guidang::xml
