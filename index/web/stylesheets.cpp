// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/stylesheets.h"

#include <array>
#include <stdexcept>

namespace guidang::web {
namespace {

/// Parts of pages, which the pages import.
constexpr std::array<std::string_view, 5> kParts{"layout", "texts", "hits", "record-aside",
                                                "record-history"};

}  // namespace

Stylesheets::Stylesheets(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".xsl") continue;
    bool part = false;
    for (const std::string_view name : kParts) part = part || path.stem() == name;
    if (!part) by_kind_.emplace(path.stem().string(), xml::Stylesheet::load(path));
  }
}

const xml::Stylesheet& Stylesheets::of(std::string_view kind) const {
  const auto found = by_kind_.find(kind);
  if (found == by_kind_.end()) throw std::logic_error("no stylesheet: " + std::string(kind));
  return found->second;
}

}  // namespace guidang::web
