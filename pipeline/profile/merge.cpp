// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/merge.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidang::profile {
namespace {

bool has_like(const std::vector<Element>& list, const Element& like) {
  return std::any_of(list.begin(), list.end(), [&](const Element& element) {
    return element.name == like.name && element.has("id") == like.has("id") &&
           element.attribute("id") == like.attribute("id");
  });
}

std::vector<Element> lay_children(const std::vector<Element>& base,
                                  const std::vector<Element>& own) {
  std::vector<Element> result;
  std::vector<bool> used(own.size(), false);
  for (const Element& child : base) {
    if (!has_like(own, child)) {
      result.push_back(child);
      continue;
    }
    if (!child.has("id")) {
      // All of one name stand together, where the first of them stood.
      for (std::size_t i = 0; i < own.size(); ++i) {
        if (used[i] || own[i].name != child.name || own[i].has("id")) continue;
        used[i] = true;
        if (own[i].attribute("remove") != "yes") result.push_back(own[i]);
      }
      continue;
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (used[i] || own[i].name != child.name) continue;
      if (own[i].attribute("id") != child.attribute("id")) continue;
      used[i] = true;
      if (own[i].attribute("remove") != "yes") result.push_back(lay_over(child, own[i]));
    }
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!used[i]) result.push_back(own[i]);
  }
  return result;
}

}  // namespace

Element lay_over(const Element& base, Element own) {
  for (const auto& [key, value] : base.attributes) own.attributes.try_emplace(key, value);
  if (own.attribute("merge") == "replace") return own;
  own.children = lay_children(base.children, own.children);
  if (own.text.empty() && own.children.empty()) own.text = base.text;
  return own;
}

Element settle(Element section) {
  if (section.attribute("remove") == "yes") {
    throw section.flaw(
        fmt::format("remove=\"yes\" on <{} id=\"{}\">", section.name, section.attribute("id")),
        "an element that the extended profile has");
  }
  section.attributes.erase("remove");
  section.attributes.erase("merge");
  for (Element& child : section.children) child = settle(std::move(child));
  return section;
}

}  // namespace guidang::profile
