// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/document.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/paths.h"

namespace guidang::extract::ofd {
namespace {

std::string child_text(const xml::Node& node, std::string_view name) {
  const auto child = node.child(name);
  return child ? std::string{text::trim(child->text())} : std::string{};
}

/// The current version's own root, or the one that the body names.
std::optional<Place> current_root(Package& package, const xml::Node& body,
                                  const std::string& entry) {
  if (const auto versions = body.child("Versions")) {
    for (const xml::Node& version : versions->children("Version")) {
      const std::string current = folded(version.attribute("Current").value_or(""));
      if (current != "true" && current != "1") continue;
      const std::string location = version.attribute("BaseLoc").value_or("");
      const auto file = package.required_xml(entry, location);
      if (!file) return std::nullopt;
      const std::string root = child_text(file->root(), "DocRoot");
      if (!root.empty()) return Place{file->source(), root};
      package.flaw(fmt::format("{}: version without DocRoot", file->source()));
    }
  }
  const std::string root = child_text(body, "DocRoot");
  if (!root.empty()) return Place{entry, root};
  package.fail(fmt::format("{}: DocBody without DocRoot", entry));
  return std::nullopt;
}

void read_info(const xml::Node& info, Body& body) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames{{
      {"Title", "title"},
      {"Author", "author"},
      {"Subject", "subject"},
      {"Abstract", "abstract"},
      {"DocUsage", "doc_usage"},
      {"DocID", "doc_id"},
  }};
  for (const auto& [element, key] : kNames) {
    body.properties.emplace_back(key, child_text(info, element));
  }
  std::string keywords;
  for (const xml::Node& list : info.children("Keywords")) {
    for (const xml::Node& keyword : list.children("Keyword")) {
      keywords += (keywords.empty() ? "" : " ") + keyword.text();
    }
  }
  body.properties.emplace_back("keywords", keywords);
  for (const xml::Node& list : info.children("CustomDatas")) {
    for (const xml::Node& data : list.children("CustomData")) {
      body.properties.emplace_back("custom:" + data.attribute("Name").value_or(""), data.text());
    }
  }
  body.created = iso_time(child_text(info, "CreationDate"));
  body.modified = iso_time(child_text(info, "ModDate"));
  body.program = child_text(info, "Creator") + " " + child_text(info, "CreatorVersion");
}

std::vector<std::string> locations(const xml::Node& node, std::string_view name) {
  std::vector<std::string> found;
  for (const xml::Node& child : node.children(name)) {
    std::string location{text::trim(child.text())};
    if (!location.empty()) found.push_back(std::move(location));
  }
  return found;
}

void read_common(Package& package, const xml::Node& common, DocumentRoot& root) {
  for (const xml::Node& area : common.children("PageArea")) {
    root.area = rectangle(child_text(area, "PhysicalBox"));
  }
  for (const char* name : {"PublicRes", "DocumentRes"}) {
    for (std::string& location : locations(common, name)) {
      root.resources.push_back(std::move(location));
    }
  }
  for (const xml::Node& page : common.children("TemplatePage")) {
    const std::uint64_t id = id_of(page.attribute("ID").value_or(""));
    TemplatePlace place{page.attribute("BaseLoc").value_or(""),
                        order_of(page.attribute("ZOrder").value_or(""), Order::background)};
    if (!root.templates.emplace(id, std::move(place)).second) {
      package.flaw(fmt::format("{}: two template pages have the ID {}", root.path, id));
    }
  }
}

void read_pages(Package& package, const xml::Node& pages, DocumentRoot& root) {
  const std::vector<xml::Node> all = pages.children("Page");
  const std::size_t count = root.pages.size() + all.size();
  if (count > package.limits().pages) {
    return package.fail(
        fmt::format("{}: {} pages, more than {}", root.path, count, package.limits().pages));
  }
  for (const xml::Node& page : all) {
    root.pages.push_back(
        {id_of(page.attribute("ID").value_or("")), page.attribute("BaseLoc").value_or("")});
  }
}

bool is_no(const std::string& word) { return folded(word) == "false" || word == "0"; }

void read_permissions(const xml::Node& permissions, DocumentRoot& root) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kNames{{
      {"CopyText", "copying not permitted"},
      {"Edit", "editing not permitted"},
      {"Export", "export not permitted"},
  }};
  for (const auto& [name, words] : kNames) {
    if (is_no(child_text(permissions, name))) root.prohibitions.emplace_back(words);
  }
  const auto print = permissions.child("Print");
  if (print && is_no(print->attribute("Printable").value_or(""))) {
    root.prohibitions.emplace_back("printing not permitted");
  }
  if (permissions.child("ValidPeriod")) root.prohibitions.emplace_back("valid for a period only");
}

void count_actions(const xml::Node& node, DocumentRoot& root) {
  for (const xml::Node& action : node.descendants("Action")) {
    for (const xml::Node& what : action.children()) {
      const std::string_view name = what.name();
      if (name == "URI") ++root.urls;
      if (name == "GotoA" || name == "Sound" || name == "Movie") ++root.starting;
    }
  }
}

void read_child(Package& package, const xml::Node& child, DocumentRoot& root) {
  const std::string_view name = child.name();
  if (name == "CommonData") read_common(package, child, root);
  if (name == "Pages") read_pages(package, child, root);
  if (name == "Permissions") read_permissions(child, root);
  if (name == "Actions" || name == "Outlines") count_actions(child, root);
  std::string location{text::trim(child.text())};
  if (location.empty()) return;
  if (name == "Annotations") root.annotations.push_back(std::move(location));
  if (name == "Attachments") root.attachments.push_back(std::move(location));
  if (name == "CustomTags") root.custom_tags.push_back(std::move(location));
}

}  // namespace

std::optional<Entry> read_entry(Package& package) {
  if (package.ok() && package.has_file_named("Encryptions.xml")) {
    package.fail("encrypted: Encryptions.xml is in the package");
  }
  const auto file = package.required_xml("the package", "OFD.xml");
  if (!file) return std::nullopt;
  const xml::Node root = file->root();
  if (root.name() != "OFD") {
    package.fail(fmt::format("{}: root element is {}, expected OFD", file->source(), root.name()));
    return std::nullopt;
  }
  Entry entry;
  entry.version = root.attribute("Version").value_or("");
  const std::string type = root.attribute("DocType").value_or("OFD");
  if (type != "OFD") entry.version = type + " " + entry.version;
  for (const xml::Node& node : root.children("DocBody")) {
    Body body;
    const auto place = current_root(package, node, file->source());
    if (!place) return std::nullopt;
    body.root = *place;
    if (const std::string list = child_text(node, "Signatures"); !list.empty()) {
      body.signatures = Place{file->source(), list};
    }
    if (const auto info = node.child("DocInfo")) read_info(*info, body);
    entry.bodies.push_back(std::move(body));
  }
  if (entry.bodies.empty()) package.fail(fmt::format("{}: no DocBody", file->source()));
  return package.ok() ? std::optional{std::move(entry)} : std::nullopt;
}

std::optional<DocumentRoot> read_document(Package& package, const Body& body) {
  const auto file = package.required_xml(body.root.from, body.root.location);
  if (!file) return std::nullopt;
  const xml::Node node = file->root();
  DocumentRoot root;
  root.path = file->source();
  if (node.name() != "Document") {
    package.fail(fmt::format("{}: root element is {}, expected Document", root.path, node.name()));
  }
  for (const xml::Node& child : node.children()) read_child(package, child, root);
  if (root.pages.empty()) package.fail(fmt::format("{}: no page", root.path));
  return package.ok() ? std::optional{std::move(root)} : std::nullopt;
}

std::string iso_time(std::string_view text) {
  std::array<unsigned, 3> day{};
  text = text::trim(text);
  for (unsigned& part : day) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 4) return {};
    for (const char c : text.substr(0, digits)) part = part * 10 + static_cast<unsigned>(c - '0');
    text.remove_prefix(digits);
    const bool last = &part == &day.back();
    if (!last && !text.starts_with('-') && !text.starts_with('/')) return {};
    if (!last) text.remove_prefix(1);
  }
  if (day[0] < 1000 || day[1] < 1 || day[1] > 12 || day[2] < 1 || day[2] > 31) return {};
  std::string iso = fmt::format("{:04}-{:02}-{:02}", day[0], day[1], day[2]);
  const std::string_view time = text.empty() ? text : text::trim(text.substr(1));
  const bool is_time = time.size() >= 5 && time.size() <= 30 && time[2] == ':' &&
                       time.find_first_not_of("0123456789:.+-Zz") == std::string_view::npos;
  return is_time ? fmt::format("{}T{}", iso, time) : iso;
}

}  // namespace guidang::extract::ofd
