// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/utf8.h"
#include "pipeline/xml/html.h"
#include "pipeline/xml/reader.h"
#include "tests/fuzz/fuzz.h"

namespace xml = guidang::xml;

namespace {

constexpr xml::Limits kLimits{.bytes = 1U << 20U, .depth = 50, .nodes = 20'000};

void look(const xml::Document& document) {
  guidang::fuzz::require(guidang::text::is_utf8(document.root().text()));
  for (const xml::Node node : document.root().descendants()) {
    guidang::fuzz::require(!node.name().empty());
    static_cast<void>(node.attribute("a"));
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = guidang::fuzz::as_text(data, size);
  const auto tree = xml::Document::parse(bytes, "fuzz", kLimits);
  std::string text;
  xml::Reader reader{bytes, "fuzz", kLimits};
  while (reader.next()) {
    if (reader.event() == xml::Event::text) text += reader.text();
    if (reader.event() == xml::Event::start) static_cast<void>(reader.attribute("a"));
  }
  if (const auto* document = std::get_if<xml::Document>(&tree)) {
    look(*document);
    // Two ways through one document tell the same.
    if (!reader.error()) guidang::fuzz::require(document->root().text() == text);
  }
  if (guidang::text::is_utf8(bytes)) {
    const auto page = xml::parse_html(bytes, "fuzz", xml::Scripts::drop, kLimits);
    if (const auto* document = std::get_if<xml::Document>(&page)) look(*document);
  }
  return 0;
}
