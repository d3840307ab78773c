// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/element.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guidang::profile {
namespace {

std::string quoted(std::string_view key, std::string_view value) {
  return fmt::format("{}=\"{}\"", key, value);
}

void append_part(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

void append_canonical(std::string& out, const Element& element) {
  out += '(';
  append_part(out, element.name);
  for (const auto& [key, value] : element.attributes) {
    out += '@';
    append_part(out, key);
    append_part(out, value);
  }
  out += '=';
  append_part(out, element.text);
  for (const Element& child : element.children) append_canonical(out, child);
  out += ')';
}

}  // namespace

std::string_view Element::attribute(std::string_view key, std::string_view otherwise) const {
  const auto it = attributes.find(key);
  return it == attributes.end() ? otherwise : std::string_view{it->second};
}

bool Element::has(std::string_view key) const { return attributes.find(key) != attributes.end(); }

const std::string& Element::required(std::string_view key) const {
  const auto it = attributes.find(key);
  if (it == attributes.end() || it->second.empty()) {
    throw flaw(fmt::format("<{}> without {}", name, key), fmt::format("{}=\"…\"", key));
  }
  return it->second;
}

long long Element::number(std::string_view key, std::optional<long long> otherwise) const {
  if (!has(key) && otherwise) return *otherwise;
  const std::string& value = required(key);
  long long result = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, result);
  if (error != std::errc{} || stop != end || result < 0) {
    throw flaw(quoted(key, value), "a whole number, 0 or more");
  }
  return result;
}

double Element::share(std::string_view key, double otherwise) const {
  if (!has(key)) return otherwise;
  const std::string& value = required(key);
  double result = 0.0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, result, std::chars_format::fixed);
  if (error != std::errc{} || stop != end || !(result >= 0.0 && result <= 1.0)) {
    throw flaw(quoted(key, value), "a fraction from 0 to 1, such as 0.6");
  }
  return result;
}

bool Element::flag(std::string_view key, bool otherwise) const {
  return word(key, {"yes", "no"}, otherwise ? "yes" : "no") == "yes";
}

std::string Element::word(std::string_view key, const std::vector<std::string_view>& words,
                          std::string_view otherwise) const {
  const std::string value{attribute(key, otherwise)};
  if (std::find(words.begin(), words.end(), value) == words.end()) {
    throw flaw(quoted(key, value), fmt::format("one of: {}", fmt::join(words, ", ")));
  }
  return value;
}

std::vector<std::string> Element::words(std::string_view key) const {
  std::vector<std::string> result;
  std::string word;
  for (const char c : attribute(key)) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      result.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) result.push_back(std::move(word));
  return result;
}

const Element* Element::child(std::string_view key) const {
  const auto it = std::find_if(children.begin(), children.end(),
                               [&](const Element& child) { return child.name == key; });
  return it == children.end() ? nullptr : &*it;
}

std::vector<const Element*> Element::all(std::string_view key) const {
  std::vector<const Element*> result;
  for (const Element& child : children) {
    if (child.name == key) result.push_back(&child);
  }
  return result;
}

std::string_view Element::in(std::string_view key, std::string_view lang) const {
  for (const Element& child : children) {
    if (child.name == key && child.attribute("lang") == lang) return child.text;
  }
  return {};
}

std::string Element::place() const {
  return line == 0 ? fmt::format("{}: <{}>", file, name) : fmt::format("{}:{}", file, line);
}

Failure Element::flaw(std::string_view found, std::string_view expected) const {
  return Failure(fmt::format("{}: found {}, expected {}", place(), found, expected),
                 "改正该规则集后重新运行 / correct this profile and run again", ExitStatus::usage);
}

std::string Element::canonical() const {
  std::string out;
  append_canonical(out, *this);
  return out;
}

}  // namespace guidang::profile
