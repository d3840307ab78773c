// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/stylesheets.h"

#include <stdexcept>

namespace guidang::web {
namespace {

/// Parts of pages, which the pages import: those two, and what has a `-` in its name.
bool is_part(const std::string& name) {
  return name == "layout" || name == "texts" || name.find('-') != std::string::npos;
}

}  // namespace

Stylesheets::Stylesheets(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".xsl") continue;
    const std::string kind = path.stem().string();
    if (!is_part(kind)) by_kind_.emplace(kind, xml::Stylesheet::load(path));
  }
}

const xml::Stylesheet& Stylesheets::of(std::string_view kind) const {
  const auto found = by_kind_.find(kind);
  if (found == by_kind_.end()) throw std::logic_error("no stylesheet: " + std::string(kind));
  return found->second;
}

}  // namespace guidang::web
