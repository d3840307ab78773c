// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/parameters.h"

#include <algorithm>
#include <array>

#include "index/web/url.h"

namespace guidang::web {
namespace {

/// What pages know, in the order in which addresses have it.
constexpr std::array<std::string_view, 20> kOrder{
    "q",      "year", "doctype", "creator", "retention", "direction", "fonds",
    "volume", "from", "to",      "words",   "sort",      "page",      "n",
    "lang",   "view", "part",    "text",    "files",     "history"};

std::size_t rank_of(std::string_view name) {
  const auto* const found = std::find(kOrder.begin(), kOrder.end(), name);
  return static_cast<std::size_t>(found - kOrder.begin());
}

}  // namespace

std::optional<Parameters> Parameters::read(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view item = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (item.empty()) continue;
    const std::size_t equals = item.find('=');
    auto name = percent_decoded(item.substr(0, equals), true);
    auto value = percent_decoded(
        equals == std::string_view::npos ? std::string_view{} : item.substr(equals + 1), true);
    if (!name || !value || name->size() > kLongestName || value->size() > kLongestValue) {
      return std::nullopt;
    }
    if (parameters.list_.size() == kMost) return std::nullopt;
    parameters.list_.push_back({std::move(*name), std::move(*value)});
  }
  return parameters;
}

std::string_view Parameters::get(std::string_view name) const {
  for (const Item& item : list_) {
    if (item.name == name) return item.value;
  }
  return {};
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const Item& item : list_) {
    const bool known = std::find(values.begin(), values.end(), item.value) != values.end();
    if (item.name == name && !known) values.push_back(item.value);
  }
  return values;
}

bool Parameters::has(std::string_view name, std::string_view value) const {
  return std::any_of(list_.begin(), list_.end(),
                     [&](const Item& item) { return item.name == name && item.value == value; });
}

Parameters& Parameters::add(std::string_view name, std::string_view value) {
  list_.push_back({std::string(name), std::string(value)});
  return *this;
}

Parameters& Parameters::set(std::string_view name, std::string_view value) {
  remove(name);
  return value.empty() ? *this : add(name, value);
}

Parameters& Parameters::remove(std::string_view name) {
  std::erase_if(list_, [&](const Item& item) { return item.name == name; });
  return *this;
}

Parameters& Parameters::remove(std::string_view name, std::string_view value) {
  std::erase_if(list_, [&](const Item& item) { return item.name == name && item.value == value; });
  return *this;
}

Parameters& Parameters::keep_known() {
  std::erase_if(list_, [](const Item& item) { return rank_of(item.name) == kOrder.size(); });
  return *this;
}

std::vector<Parameters::Item> Parameters::items() const {
  std::vector<Item> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Item& a, const Item& b) {
    const std::size_t left = rank_of(a.name);
    const std::size_t right = rank_of(b.name);
    return left != right ? left < right : left == kOrder.size() && a.name < b.name;
  });
  return sorted;
}

std::string Parameters::text() const {
  std::string text;
  for (const Item& item : items()) {
    text += text.empty() ? "" : "&";
    text += percent_encoded(item.name) + "=" + percent_encoded(item.value);
  }
  return text;
}

}  // namespace guidang::web
