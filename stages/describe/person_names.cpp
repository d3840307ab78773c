// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/person_names.h"

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/kinds.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {

std::vector<std::string> read_names(std::string_view text) {
  std::vector<std::string> names;
  std::string name;
  const auto take = [&] {
    if (!name.empty()) names.push_back(name);
    name.clear();
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    const bool mark = c == U'、' || c == U',' || c == U'，' || c == U';' || c == U'；';
    if (mark || (text::is_blank(c) && text::length(name) > 1)) {
      take();
    } else if (!text::is_blank(c)) {
      name.append(text, at, pos - at);
    }
  }
  take();
  return names;
}

bool is_names(const Line& line) {
  constexpr std::size_t kLongest = 60;  // bytes: four names of five characters
  constexpr std::size_t kMostNames = 4;
  constexpr std::size_t kMostCharacters = 4;
  if (line.flat.empty() || line.flat.size() > kLongest || type_of_title(line.flat)) return false;
  const std::vector<std::string> names = read_names(line.text);
  return names.size() <= kMostNames &&
         std::all_of(names.begin(), names.end(), [](const std::string& name) {
           const std::size_t length = text::length(name);
           if (length < 2 || length > kMostCharacters || is_organ(name)) return false;
           for (std::size_t pos = 0; pos < name.size();) {
             const char32_t c = text::next(name, pos);
             if (!text::is_han(c) && c != U'·') return false;
           }
           return true;
         });
}

}  // namespace guidang::describe
