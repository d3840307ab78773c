// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/files/zip.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/word_text.h"
#include "stages/extract/readers/zip_limits.h"

namespace guidang::extract {
namespace {

/// What a part's relationships point to.
struct Target {
  std::string kind{};  ///< last component of the type: "header" "footnotes" …
  std::string path{};  ///< name of the entry
};

/// One DOCX; the first thing that is wrong with it is kept, and everything after it is empty.
class Package {
 public:
  Package(files::ZipReader zip, const Limits& limits) : zip_(std::move(zip)), limits_(limits) {}

  [[nodiscard]] const std::string& error() const { return error_; }

  /// "" when the entry is missing.
  std::string part(std::string_view name) {
    const files::ZipEntry* entry = zip_.find(name);
    if (entry == nullptr || !error_.empty()) return {};
    if (entry->size > limits_.zip_entry_bytes) {
      fail(fmt::format("{} is longer than {} MB", name, limits_.zip_entry_bytes >> 20));
      return {};
    }
    auto bytes = zip_.read(*entry);
    if (const auto* flaw = std::get_if<files::ZipError>(&bytes)) {
      fail(flaw->message());
      return {};
    }
    return std::get<std::string>(std::move(bytes));
  }

  void add_text(std::string_view name, TextBuilder& out) {
    const std::string bytes = part(name);
    if (bytes.empty()) return;
    if (const auto flaw = add_word_text(bytes, std::string{name}, limits_, out)) fail(flaw->text());
    if (out.full()) fail(fmt::format("text is longer than {} MB", limits_.text_bytes >> 20));
  }

  /// Of the part, or of the package when `of` is empty; in order of their paths, `header2` before
  /// `header10`.
  std::vector<Target> targets(const std::string& of) {
    const std::size_t slash = of.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : of.substr(0, slash + 1);
    const std::string name = slash == std::string::npos ? of : of.substr(slash + 1);
    const std::string bytes = part(folder + "_rels/" + name + ".rels");
    std::vector<Target> found;
    xml::Reader reader{bytes, "rels"};
    while (!bytes.empty() && reader.next()) {
      if (reader.event() != xml::Event::start || reader.name() != "Relationship") continue;
      const std::string type = reader.attribute("Type").value_or("");
      std::string path = reader.attribute("Target").value_or("");
      if (reader.attribute("TargetMode").value_or("") == "External" || path.empty()) continue;
      path = path.starts_with('/') ? path.substr(1) : folder + path;
      found.push_back({type.substr(type.rfind('/') + 1), std::move(path)});
    }
    std::ranges::sort(found, {}, [](const Target& target) {
      return std::tuple{target.path.size(), target.path, target.kind};
    });
    return found;
  }

  std::string main_part() {
    for (const Target& target : targets("")) {
      if (target.kind == "officeDocument" && zip_.find(target.path) != nullptr) return target.path;
    }
    return zip_.find("word/document.xml") != nullptr ? "word/document.xml" : "";
  }

  void fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

 private:
  files::ZipReader zip_;
  const Limits& limits_;
  std::string error_;
};

/// Heads (or feet) of all sections, each text once.
std::string heads(Package& package, const std::vector<Target>& targets, std::string_view kind,
                  const Limits& limits) {
  std::vector<std::string> texts;
  for (const Target& target : targets) {
    if (target.kind != kind) continue;
    TextBuilder out{limits.text_bytes};
    package.add_text(target.path, out);
    std::string text{text::trim(out.take())};
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
      texts.push_back(std::move(text));
    }
  }
  return fmt::format("{}", fmt::join(texts, "\n"));
}

void add_core_properties(Package& package, Extraction& result) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kNames{{
      {"title", "title"},
      {"subject", "subject"},
      {"keywords", "keywords"},
      {"category", "category"},
      {"creator", "creator"},
      {"description", "description"},
      {"contentStatus", "content_status"},
      {"lastModifiedBy", "last_modified_by"},
      {"created", "created"},
      {"modified", "modified"},
      {"Company", "company"},
  }};
  for (const char* part : {"docProps/core.xml", "docProps/app.xml"}) {
    const std::string bytes = package.part(part);
    const auto parsed = xml::Document::parse(bytes, part);
    const auto* document = std::get_if<xml::Document>(&parsed);
    if (document == nullptr) continue;
    for (const xml::Node& node : document->root().children()) {
      for (const auto& [name, key] : kNames) {
        if (node.name() == name) add_property(result, key, node.text());
      }
    }
  }
}

void add_custom_properties(Package& package, Extraction& result) {
  const std::string bytes = package.part("docProps/custom.xml");
  const auto parsed = xml::Document::parse(bytes, "docProps/custom.xml");
  const auto* document = std::get_if<xml::Document>(&parsed);
  if (document == nullptr) return;
  for (const xml::Node& node : document->root().children("property")) {
    add_property(result, "custom:" + node.attribute("name").value_or(""), node.text());
  }
}

}  // namespace

Extraction read_docx(int fd, const Limits& limits) {
  auto opened =
      files::ZipReader::open(files::Fd{::fcntl(fd, F_DUPFD_CLOEXEC, 3)}, zip_limits(limits));
  if (const auto* flaw = std::get_if<files::ZipError>(&opened)) return failed(flaw->message());
  Package package{std::get<files::ZipReader>(std::move(opened)), limits};
  const std::string main = package.main_part();
  if (main.empty()) return failed("no main document part");

  Extraction result;
  const std::vector<Target> targets = package.targets(main);
  TextBuilder text{limits.text_bytes};
  package.add_text(main, text);
  for (const char* notes : {"footnotes", "endnotes"}) {
    for (const Target& target : targets) {
      if (target.kind == notes) package.add_text(target.path, text);
    }
  }
  if (!package.error().empty()) return failed(package.error());

  // Heads, feet and metadata stand beside the text: what is wrong with them does not undo it.
  add_property(result, "header_text", heads(package, targets, "header", limits));
  add_property(result, "footer_text", heads(package, targets, "footer", limits));
  add_core_properties(package, result);
  add_custom_properties(package, result);
  if (!package.error().empty()) add_property(result, "flaw", package.error());
  result.state = TextState::read;
  result.pages.push_back(text.take());
  return result;
}

}  // namespace guidang::extract
