// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/read.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/schema.h"

namespace guidang::profile {
namespace {

constexpr std::string_view kAdvice = "改正该规则集后重新运行 / correct this profile and run again";

Failure unusable(const xml::XmlError& error, std::size_t further = 0) {
  std::string what = error.text();
  if (further > 0) what += fmt::format(" (and {} more)", further);
  return Failure(what, std::string{kAdvice}, ExitStatus::usage);
}

Element convert(const xml::Node& node, const std::string& file) {
  Element element;
  element.name = std::string{node.name()};
  element.file = file;
  element.line = node.line();
  for (auto& [key, value] : node.attributes()) element.attributes.emplace(key, value);
  for (const xml::Node& child : node.children()) element.children.push_back(convert(child, file));
  if (element.children.empty()) element.text = std::string{text::trim(node.text())};
  return element;
}

}  // namespace

Element read(const std::filesystem::path& data_root, const std::string& path) {
  const std::filesystem::path file = data_root / path;
  if (!std::filesystem::is_regular_file(file)) {
    throw Failure(fmt::format("{}: not found", path), std::string{kAdvice}, ExitStatus::usage);
  }
  xml::ParseResult parsed = xml::Document::parse_file(file.string());
  if (auto* error = std::get_if<xml::XmlError>(&parsed)) {
    error->source = path;
    throw unusable(*error);
  }
  const auto& document = std::get<xml::Document>(parsed);
  const auto schema = xml::Schema::load(data_root / "templates/schema/profile.rng");
  std::vector<xml::XmlError> errors = schema.validate(document);
  if (!errors.empty()) {
    errors.front().source = path;
    throw unusable(errors.front(), errors.size() - 1);
  }
  return convert(document.root(), path);
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

}  // namespace guidang::profile
