// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/odf/odf_package.h"
#include "stages/extract/readers/odf/odf_text.h"

namespace guidang::extract {
namespace {

void read_styles(ZipPackage& package, OdfStyles& styles) {
  const std::string part = package.spare("styles.xml");
  const Limits& limits = package.limits();
  xml::Reader reader{part, "styles.xml", {limits.zip_entry_bytes, limits.nesting, 100'000'000}};
  // What is wrong with it costs looks only. Behind the common styles stand those of heads and feet.
  while (!part.empty() && reader.next()) {
    if (reader.event() == xml::Event::end && reader.name() == "styles") return;
    styles.event(reader);
  }
}

/// The text of content.xml; each element `page` makes a page of its own when it is not empty.
Extraction read_content(int fd, const Limits& limits, std::string_view page) {
  auto opened = open_odf(fd, limits);
  if (const auto* reason = std::get_if<std::string>(&opened)) return failed(*reason);
  auto& package = std::get<ZipPackage>(opened);
  const std::string content = package.required("content.xml");
  if (!package.error().empty()) return failed(package.error());

  Extraction result;
  TextBuilder text{limits.text_bytes};
  TextBuilder notes{limits.text_bytes};
  OdfStyles styles;
  if (page.empty()) read_styles(package, styles);
  OdfText words{text, notes, page.empty() ? &styles : nullptr};
  xml::Reader reader{content, "content.xml", {limits.zip_entry_bytes, limits.nesting, 100'000'000}};
  std::uint64_t taken = 0;
  bool in_styles = page.empty();
  while (reader.next() && !text.full() && !notes.full() && taken <= limits.text_bytes) {
    if (in_styles) {
      styles.event(reader);
      in_styles = reader.event() != xml::Event::start || reader.name() != "body";
    }
    words.event(reader);
    if (page.empty() || reader.event() != xml::Event::end || reader.name() != page) continue;
    result.pages.push_back(text.take() + notes.take());
    taken += result.pages.back().size();
    if (result.pages.size() > limits.pages) return failed("too many pages");
  }
  if (reader.error()) return failed(reader.error()->text());
  if (text.full() || notes.full() || taken > limits.text_bytes) {
    return failed(fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
  }
  if (page.empty()) {
    StyledText whole = text.take_styled();
    whole.add(notes.take_styled());
    add_page(result, std::move(whole));
  }
  if (result.pages.empty()) return failed("a presentation without slides");
  result.paged = !page.empty();
  result.state = TextState::read;
  add_odf_facts(package, content, result);
  return result;
}

}  // namespace

Extraction read_odt(int fd, const Limits& limits) { return read_content(fd, limits, ""); }

Extraction read_odp(int fd, const Limits& limits) { return read_content(fd, limits, "page"); }

}  // namespace guidang::extract
