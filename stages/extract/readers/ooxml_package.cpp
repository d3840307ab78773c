// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ooxml_package.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "pipeline/xml/reader.h"

namespace guidang::extract {
namespace {

/// `../media/a.png` seen from `word/document.xml`; "" when it leaves the package.
std::string resolve(std::string_view folder, std::string_view target) {
  const std::string written{target};
  std::string path = target.starts_with('/') ? std::string{} : std::string{folder};
  while (!target.empty()) {
    const std::size_t end = std::min(target.find('/'), target.size());
    const std::string_view step = target.substr(0, end);
    target.remove_prefix(std::min(end + 1, target.size()));
    if (step.empty() || step == ".") continue;
    if (step == "..") {
      // It leads out of the package: a name that no part has, and that the message shows.
      if (path.empty()) return written;
      path.pop_back();
      path.resize(path.find_last_of('/') + 1);
      continue;
    }
    path += step;
    if (!target.empty()) path += '/';
  }
  return path;
}

}  // namespace

std::variant<OoxmlPackage, std::string> OoxmlPackage::open(int fd, const Limits& limits) {
  auto opened = ZipPackage::open(fd, limits);
  if (auto* reason = std::get_if<std::string>(&opened)) return std::move(*reason);
  return OoxmlPackage{std::get<ZipPackage>(std::move(opened))};
}

std::vector<Relation> OoxmlPackage::relations(const std::string& of) {
  const std::size_t slash = of.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : of.substr(0, slash + 1);
  const std::string name = slash == std::string::npos ? of : of.substr(slash + 1);
  const std::string bytes = part(folder + "_rels/" + name + ".rels");
  std::vector<Relation> found;
  xml::Reader reader{bytes, "rels"};
  while (!bytes.empty() && reader.next()) {
    if (reader.event() != xml::Event::start || reader.name() != "Relationship") continue;
    const std::string type = reader.attribute("Type").value_or("");
    const std::string target = reader.attribute("Target").value_or("");
    if (reader.attribute("TargetMode").value_or("") == "External" || target.empty()) continue;
    found.push_back({.id = reader.attribute("Id").value_or(""),
                     .kind = type.substr(type.rfind('/') + 1),
                     .path = resolve(folder, target)});
  }
  return found;
}

std::string OoxmlPackage::main_part(std::string_view usual) {
  strict_ = part("_rels/.rels").find("http://purl.oclc.org/ooxml/") != std::string::npos;
  for (const Relation& relation : relations("")) {
    const bool is_main = relation.kind == "officeDocument";
    if (is_main && has(relation.path)) return relation.path;
  }
  return has(usual) ? std::string{usual} : std::string{};
}

void sort_by_path(std::vector<Relation>& relations) {
  std::ranges::sort(relations, {}, [](const Relation& relation) {
    return std::tuple{relation.path.size(), relation.path, relation.kind};
  });
}

const Relation* find_relation(const std::vector<Relation>& relations, std::string_view id) {
  const auto at = std::ranges::find(relations, id, &Relation::id);
  return at == relations.end() ? nullptr : &*at;
}

}  // namespace guidang::extract
