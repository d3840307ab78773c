// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/forms/form_node.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/schema.h"

namespace guidang::forms {
namespace {

using xml::Node;

constexpr std::uint64_t kLongestTable = 1U << 18;

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const auto name = text::trim(std::string_view(list).substr(at, end - at));
    if (!name.empty()) names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

Face face_of(const Node& node, const std::vector<std::filesystem::path>& folders) {
  Face made;
  made.family = *node.attribute("family");
  made.wanted = *node.attribute("file");
  made.package = *node.attribute("package");
  made.substitute = node.attribute("substitute").has_value();
  made.needed = !node.attribute("needed");
  for (const auto& folder : folders) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(folder / made.wanted, ignored)) {
      made.file = folder / made.wanted;
      break;
    }
  }
  return made;
}

/// The first that is there, else the last, whose package is the one to install.
std::optional<Face> first_there(const std::vector<Node>& nodes,
                                const std::vector<std::filesystem::path>& folders) {
  std::optional<Face> face;
  for (const Node& node : nodes) {
    face = face_of(node, folders);
    if (!face->file.empty()) break;
  }
  return face;
}

}  // namespace

FontTable FontTable::load(const std::filesystem::path& data_root) {
  const std::filesystem::path file = data_root / "templates/forms/fonts.xml";
  const std::string bytes = files::read_file(file, kLongestTable);
  auto parsed = xml::Document::parse(bytes, file.string());
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw form_flaw(file.string(), error->line, error->message, "XML");
  }
  const auto& document = std::get<xml::Document>(parsed);
  const auto schema = xml::Schema::load(data_root / "templates/schema/fonts.rng");
  if (const auto errors = schema.validate(document); !errors.empty()) {
    throw form_flaw(file.string(), errors.front().line, errors.front().message,
                    "templates/schema/fonts.rng");
  }
  FontTable made;
  made.digest = files::sha256_hex(bytes);
  const Node root = document.root();
  std::vector<std::filesystem::path> folders;
  for (const Node& folder : root.children("folder")) folders.emplace_back(plain_text(folder));
  for (const std::string_view role : kRoleNames) {
    const auto nodes = root.children("role");
    const auto node = std::find_if(nodes.begin(), nodes.end(),
                                   [&](const Node& one) { return one.attribute("name") == role; });
    if (node == nodes.end()) {
      throw form_flaw(file.string(), root.line(), "no role " + std::string(role), "one of each");
    }
    RoleFonts fonts;
    fonts.role = role;
    fonts.screen = names_in(plain_text(*node->child("screen")));
    fonts.face = *first_there(node->children("face"), folders);
    fonts.bold = first_there(node->children("bold"), folders).value_or(fonts.face);
    made.roles.push_back(std::move(fonts));
  }
  for (const Node& node : root.children("fallback")) {
    made.fallbacks.push_back(face_of(node, folders));
  }
  return made;
}

void FontTable::require() const {
  std::set<std::string> missing;
  std::set<std::string> packages;
  const auto look = [&](const Face& face) {
    if (!face.file.empty() || !face.needed) return;
    missing.insert(fmt::format("{} ({})", face.family, face.wanted));
    packages.insert(face.package);
  };
  for (const RoleFonts& role : roles) {
    look(role.face);
    look(role.bold);
  }
  for (const Face& face : fallbacks) look(face);
  if (missing.empty()) return;
  throw Failure(
      fmt::format("缺少字体，不能写 PDF / fonts for PDF are missing: {}", fmt::join(missing, ", ")),
      fmt::format("安装 install: apt-get install {}；或在 templates/forms/fonts.xml 中改用本机字体 "
                  "or name fonts you have there",
                  fmt::join(packages, " ")));
}

std::vector<std::string> FontTable::substitutes() const {
  std::vector<std::string> made;
  for (const RoleFonts& role : roles) {
    if (role.face.substitute) made.push_back(role.role + " → " + role.face.family);
  }
  return made;
}

}  // namespace guidang::forms
