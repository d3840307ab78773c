// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/directories.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace guidang {
namespace {

std::optional<int> to_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (text.size() != 4 || error != std::errc{} || end != text.data() + text.size()) return {};
  return year >= 1000 && year <= 2999 ? std::optional(year) : std::nullopt;
}

Directory::Years read_years(const profile::Element& row, std::string_view word) {
  const std::size_t dash = word.find('-');
  const auto first = to_year(word.substr(0, dash));
  std::optional<int> last = first;
  if (dash != std::string_view::npos) {
    last = dash + 1 == word.size() ? Directory::kOpenEnd : to_year(word.substr(dash + 1));
  }
  if (!first || !last || *last < *first) {
    throw row.flaw(fmt::format("years=\"{}\"", word), "2001, 2001-2003, 2006-");
  }
  return {.first = *first, .last = *last};
}

/// "003" and "3" are one number to a reader.
std::string_view without_zeros(std::string_view id) {
  return id.substr(std::min(id.find_first_not_of('0'), id.size()));
}

bool meet(const Directory& a, const Directory& b) {
  if (a.period != b.period) return false;
  if (!a.organ.empty() && !b.organ.empty() && a.organ != b.organ) return false;
  return std::any_of(a.years.begin(), a.years.end(), [&](const Directory::Years& mine) {
    return std::any_of(b.years.begin(), b.years.end(), [&](const Directory::Years& other) {
      return mine.first <= other.last && other.first <= mine.last;
    });
  });
}

}  // namespace

Directories::Directories(const profile::Element& number_section) {
  for (const profile::Element* row : number_section.all("directory")) {
    Directory made{.id = row->required("id"),
                   .period = row->required("period"),
                   .organ = std::string(row->attribute("organ"))};
    static_cast<void>(row->required("years"));
    for (const std::string& word : row->words("years")) {
      made.years.push_back(read_years(*row, word));
    }
    for (const Directory& other : list_) {
      if (without_zeros(other.id) == without_zeros(made.id)) {
        throw row->flaw(fmt::format("id=\"{}\"", made.id),
                        "目录号全宗内不重复 / a number of its own within the fonds");
      }
      if (meet(other, made)) {
        throw row->flaw(
            fmt::format("period=\"{}\" years=\"{}\"", made.period, row->attribute("years")),
            fmt::format("与目录 {} 不重叠 / nothing that directory {} holds", other.id, other.id));
      }
    }
    list_.push_back(std::move(made));
  }
}

const Directory* Directories::find(std::string_view period, int year,
                                   std::string_view organ) const {
  const auto holds = [&](const Directory& directory) {
    return directory.period == period && (directory.organ.empty() || directory.organ == organ) &&
           std::any_of(directory.years.begin(), directory.years.end(),
                       [&](const Directory::Years& years) {
                         return years.first <= year && year <= years.last;
                       });
  };
  const auto it = std::find_if(list_.begin(), list_.end(), holds);
  return it == list_.end() ? nullptr : &*it;
}

}  // namespace guidang
