// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/readers/ooxml_package.h"

namespace guidang::extract {
namespace {

using NameAndKey = std::pair<std::string_view, std::string_view>;

constexpr std::array kProperties{
    NameAndKey{"title", "title"},
    NameAndKey{"subject", "subject"},
    NameAndKey{"keywords", "keywords"},
    NameAndKey{"category", "category"},
    NameAndKey{"creator", "creator"},
    NameAndKey{"description", "description"},
    NameAndKey{"contentStatus", "content_status"},
    NameAndKey{"lastModifiedBy", "last_modified_by"},
    NameAndKey{"created", "created"},
    NameAndKey{"modified", "modified"},
    NameAndKey{"Company", "company"},
};

/// What the content types call a document without macros, and its PRONOM identifier.
constexpr std::array kPlainDocuments{
    NameAndKey{"wordprocessingml.document.main+xml", "fmt/412"},
    NameAndKey{"spreadsheetml.sheet.main+xml", "fmt/214"},
    NameAndKey{"presentationml.presentation.main+xml", "fmt/215"},
};

void add_properties(OoxmlPackage& package, Extraction& result) {
  std::string application;
  std::string version;
  for (const char* part : {"docProps/core.xml", "docProps/app.xml"}) {
    const std::string bytes = package.part(part);
    const auto parsed = xml::Document::parse(bytes, part);
    const auto* document = std::get_if<xml::Document>(&parsed);
    if (document == nullptr) continue;
    for (const xml::Node& node : document->root().children()) {
      for (const auto& [name, key] : kProperties) {
        if (node.name() == name) add_property(result, key, node.text());
      }
      if (node.name() == "created") add_technical(result, technical::kCreated, node.text());
      if (node.name() == "modified") add_technical(result, technical::kModified, node.text());
      if (node.name() == "Application") application = node.text();
      if (node.name() == "AppVersion") version = node.text();
    }
  }
  add_technical(result, technical::kProgram, application + ' ' + version);
}

void add_custom_properties(OoxmlPackage& package, Extraction& result) {
  const std::string bytes = package.part("docProps/custom.xml");
  const auto parsed = xml::Document::parse(bytes, "docProps/custom.xml");
  const auto* document = std::get_if<xml::Document>(&parsed);
  if (document == nullptr) return;
  for (const xml::Node& node : document->root().children("property")) {
    add_property(result, "custom:" + node.attribute("name").value_or(""), node.text());
  }
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.find(folder) != std::string_view::npos;
}

bool is_embedded(const files::ZipEntry& entry) {
  return !entry.is_folder && lies_in(entry.name.text, "/embeddings/");
}

/// What the programs fetch by themselves when they open the file; a link waits for a click.
std::size_t count_external(OoxmlPackage& package) {
  std::size_t count = 0;
  for (const files::ZipEntry& entry : package.entries()) {
    if (!entry.name.text.ends_with(".rels")) continue;
    const std::string bytes = package.part(entry.name.text);
    xml::Reader reader{bytes, entry.name.text};
    while (!bytes.empty() && reader.next()) {
      if (reader.event() != xml::Event::start || reader.name() != "Relationship") continue;
      if (reader.attribute("TargetMode").value_or("") != "External") continue;
      if (!reader.attribute("Type").value_or("").ends_with("/hyperlink")) ++count;
    }
  }
  return count;
}

void add_counts(OoxmlPackage& package, Extraction& result) {
  std::size_t images = 0;
  std::size_t scripts = 0;
  std::size_t fonts = 0;
  for (const files::ZipEntry& entry : package.entries()) {
    const std::string_view path = entry.name.text;
    if (entry.is_folder) continue;
    if (lies_in(path, "/media/")) ++images;
    if (lies_in(path, "/fonts/") && !lies_in(path, "/_rels/")) ++fonts;
    if (path.ends_with("vbaProject.bin") || lies_in(path, "/macrosheets/")) ++scripts;
    if (is_embedded(entry)) {
      result.members.push_back({.name = entry.name.text, .size = entry.size});
    }
  }
  add_technical(result, technical::kImages, std::to_string(images));
  add_technical(result, technical::kScripts, std::to_string(scripts));
  add_technical(result, technical::kFontsEmbedded, std::to_string(fonts));
  add_technical(result, technical::kAttachments, std::to_string(result.members.size()));
  add_technical(result, technical::kExternal, std::to_string(count_external(package)));
}

void add_version(OoxmlPackage& package, Extraction& result) {
  add_technical(result, technical::kFormatVersion, package.strict() ? "strict" : "transitional");
  const std::string types = package.part("[Content_Types].xml");
  for (const auto& [type, puid] : kPlainDocuments) {
    if (types.find(type) != std::string::npos) add_technical(result, technical::kPuid, puid);
  }
}

}  // namespace

void add_package_facts(OoxmlPackage& package, Extraction& result) {
  add_properties(package, result);
  add_custom_properties(package, result);
  add_version(package, result);
  add_counts(package, result);
  add_technical(result, technical::kFlaw, package.error());
  add_technical(result, technical::kFlaw, package.trailing());
}

std::string ooxml_member(int fd, const Limits& limits, std::uint32_t index, const ByteSink& sink) {
  return give_entry(fd, limits, index, is_embedded, sink);
}

}  // namespace guidang::extract
