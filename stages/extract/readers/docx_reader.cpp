// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "stages/extract/readers.h"
#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/word_text.h"

namespace guidang::extract {
namespace {

void add_text(OoxmlPackage& package, const std::string& name, TextBuilder& out,
              WordStyles* styles = nullptr) {
  const std::string bytes = package.part(name);
  if (bytes.empty()) return;
  if (const auto flaw = add_word_text(bytes, name, package.limits(), out, styles)) {
    package.fail(flaw->text());
  }
  if (out.full()) {
    package.fail(fmt::format("text is longer than {} MB", package.limits().text_bytes >> 20));
  }
}

/// Heads (or feet) of all sections, each text once.
std::string heads(OoxmlPackage& package, const std::vector<Relation>& parts,
                  std::string_view kind) {
  DistinctTexts texts;
  for (const Relation& part : parts) {
    if (part.kind != kind) continue;
    TextBuilder out{package.limits().text_bytes};
    add_text(package, part.path, out);
    texts.add(out.take());
  }
  return texts.joined();
}

}  // namespace

Extraction read_docx(int fd, const Limits& limits) {
  auto opened = OoxmlPackage::open(fd, limits);
  if (const auto* reason = std::get_if<std::string>(&opened)) return failed(*reason);
  auto& package = std::get<OoxmlPackage>(opened);
  const std::string main = package.main_part("word/document.xml");
  if (main.empty()) return failed("no main document part");

  Extraction result;
  std::vector<Relation> parts = package.relations(main);
  sort_by_path(parts);
  TextBuilder text{limits.text_bytes};
  WordStyles styles;
  for (const Relation& part : parts) {
    if (part.kind == "styles") styles.read(package.spare(part.path), limits);
  }
  add_text(package, main, text, &styles);
  for (const char* notes : {"footnotes", "endnotes"}) {
    for (const Relation& part : parts) {
      if (part.kind == notes) add_text(package, part.path, text, &styles);
    }
  }
  if (!package.error().empty()) return failed(package.error());

  // Heads, feet and metadata stand beside the text: what is wrong with them does not undo it.
  add_property(result, "header_text", heads(package, parts, "header"));
  add_property(result, "footer_text", heads(package, parts, "footer"));
  add_package_facts(package, result);
  result.state = TextState::read;
  add_page(result, text.take_styled());
  return result;
}

}  // namespace guidang::extract
