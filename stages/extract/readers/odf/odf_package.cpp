// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/odf/odf_package.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/readers/odf/odf_text.h"

namespace guidang::extract {
namespace {

struct Puid {
  std::string_view type{};
  std::string_view version{};
  std::string_view puid{};
};
constexpr std::array kPuids{
    Puid{"text", "1.0", "fmt/136"},         Puid{"text", "1.1", "fmt/290"},
    Puid{"text", "1.2", "fmt/291"},         Puid{"spreadsheet", "1.0", "fmt/137"},
    Puid{"spreadsheet", "1.1", "fmt/294"},  Puid{"spreadsheet", "1.2", "fmt/295"},
    Puid{"presentation", "1.0", "fmt/138"}, Puid{"presentation", "1.1", "fmt/292"},
    Puid{"presentation", "1.2", "fmt/293"},
};

/// Objects without a document of their own: bytes of another program.
bool is_object(const files::ZipEntry& entry) {
  const std::string_view path = entry.name.text;
  return !entry.is_folder && path.starts_with("Object ") && path.find('/') == path.npos;
}

bool is_script(std::string_view path) {
  if (path.ends_with("script-lc.xml") || path.ends_with("script-lb.xml") || path.ends_with('/')) {
    return false;
  }
  return path.starts_with("Basic/") || path.starts_with("Scripts/");
}

/// Takes the lines of all elements whose name begins with `header` or `footer`.
void add_running_texts(ZipPackage& package, Extraction& result) {
  const std::string bytes = package.part("styles.xml");
  DistinctTexts heads;
  DistinctTexts feet;
  xml::Reader reader{bytes, "styles.xml", {package.limits().zip_entry_bytes}};
  std::size_t depth = 0;
  TextBuilder text{package.limits().text_bytes};
  TextBuilder notes{package.limits().text_bytes};
  OdfText words{text, notes};
  const auto is_running = [&] {
    constexpr std::array<std::string_view, 6> kNames{"header", "header-left", "header-first",
                                                     "footer", "footer-left", "footer-first"};
    return reader.namespace_uri().ends_with(":style:1.0") &&
           std::ranges::find(kNames, reader.name()) != kNames.end();
  };
  while (!bytes.empty() && reader.next()) {
    const bool start = reader.event() == xml::Event::start;
    if (depth == 0 && start && is_running()) depth = reader.depth() + 1;
    if (depth == 0) continue;
    words.event(reader);
    if (reader.event() != xml::Event::end || reader.depth() + 1 != depth) continue;
    depth = 0;
    (reader.name().starts_with("header") ? heads : feet).add(text.take());
  }
  if (!bytes.empty() && reader.error()) package.fail(reader.error()->text());
  add_property(result, "header_text", heads.joined());
  add_property(result, "footer_text", feet.joined());
}

void add_meta(ZipPackage& package, Extraction& result) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kProperties{{
      {"title", "title"},
      {"subject", "subject"},
      {"keyword", "keywords"},
      {"description", "description"},
      {"initial-creator", "creator"},
      {"creator", "last_modified_by"},
  }};
  const std::string bytes = package.part("meta.xml");
  if (bytes.empty()) return;
  const auto parsed = xml::Document::parse(bytes, "meta.xml");
  if (const auto* flaw = std::get_if<xml::XmlError>(&parsed)) return package.fail(flaw->text());
  const auto meta = std::get<xml::Document>(parsed).root().child("meta");
  if (!meta) return;
  std::string keywords;
  for (const xml::Node& node : meta->children()) {
    const std::string value = node.text();
    if (node.name() == "keyword") {
      keywords += (keywords.empty() ? "" : ", ") + value;
      continue;
    }
    for (const auto& [name, key] : kProperties) {
      if (node.name() == name) add_property(result, key, value);
    }
    if (node.name() == "creation-date") add_technical(result, technical::kCreated, value);
    if (node.name() == "date") add_technical(result, technical::kModified, value);
    if (node.name() == "generator") add_technical(result, technical::kProgram, value);
    if (node.name() == "user-defined") {
      add_property(result, "custom:" + node.attribute("name").value_or(""), value);
    }
  }
  add_property(result, "keywords", keywords);
}

/// What content.xml says of itself: its version, and what it calls and fetches.
void add_content_facts(ZipPackage& package, const std::string& content, std::size_t scripts,
                       Extraction& result) {
  std::string version;
  std::size_t external = 0;
  xml::Reader reader{content, "content.xml", {package.limits().zip_entry_bytes}};
  while (reader.next()) {
    if (reader.event() != xml::Event::start) continue;
    if (reader.depth() == 0) version = reader.attribute("version").value_or("");
    if (reader.name() == "event-listener") {
      ++scripts;
    } else if (reader.name() != "a") {
      const std::string target = reader.attribute("href").value_or("");
      // Within the package a path neither climbs out nor names a scheme.
      if (target.starts_with('#')) continue;
      if (target.starts_with("../") || target.starts_with('/') ||
          target.find(':') != std::string::npos) {
        ++external;
      }
    }
  }
  add_technical(result, technical::kFormatVersion, version);
  add_technical(result, technical::kScripts, std::to_string(scripts));
  add_technical(result, technical::kExternal, std::to_string(external));
  const std::string type = package.part("mimetype");
  for (const Puid& known : kPuids) {
    if (version == known.version && type.ends_with(known.type)) {
      add_technical(result, technical::kPuid, known.puid);
    }
  }
}

}  // namespace

std::variant<ZipPackage, std::string> open_odf(int fd, const Limits& limits) {
  auto opened = ZipPackage::open(fd, limits);
  auto* package = std::get_if<ZipPackage>(&opened);
  if (package == nullptr) return opened;
  // Old manifests have a document type declaration, which no parser here takes.
  const std::string manifest = package->part("META-INF/manifest.xml");
  if (manifest.find(":encryption-data") != std::string::npos) {
    return "encrypted: the document needs its password";
  }
  return opened;
}

void add_odf_facts(ZipPackage& package, const std::string& content, Extraction& result) {
  std::size_t scripts = 0;
  std::size_t images = 0;
  std::size_t fonts = 0;
  std::size_t objects = 0;
  for (const files::ZipEntry& entry : package.entries()) {
    const std::string_view path = entry.name.text;
    if (is_script(path)) ++scripts;
    if (!entry.is_folder && path.starts_with("Pictures/")) ++images;
    if (!entry.is_folder && path.starts_with("Fonts/")) ++fonts;
    if (path.starts_with("Object ") && path.ends_with("/content.xml")) ++objects;
    if (is_object(entry)) result.members.push_back({.name = entry.name.text, .size = entry.size});
  }
  add_running_texts(package, result);
  add_meta(package, result);
  add_content_facts(package, content, scripts, result);
  add_technical(result, technical::kImages, std::to_string(images));
  add_technical(result, technical::kFontsEmbedded, std::to_string(fonts));
  add_technical(result, technical::kAttachments, std::to_string(objects + result.members.size()));
  add_technical(result, technical::kFlaw, package.error());
  add_technical(result, technical::kFlaw, package.trailing());
}

std::string odf_member(int fd, const Limits& limits, std::uint32_t index, const ByteSink& sink) {
  return give_entry(fd, limits, index, is_object, sink);
}

}  // namespace guidang::extract
