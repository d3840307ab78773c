// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/periods.h"

namespace guidang {

Periods::Periods(const profile::Element& appraise_section) {
  for (const profile::Element* row : appraise_section.all("period")) {
    const std::string& code = row->required("id");
    codes_.emplace(code, code);
    codes_.insert_or_assign(row->required("name"), code);
  }
}

std::string_view Periods::code(std::string_view period) const {
  const auto it = codes_.find(period);
  return it == codes_.end() ? std::string_view{} : std::string_view{it->second};
}

std::string_view Periods::name(std::string_view period) const {
  const std::string_view wanted = code(period);
  for (const auto& [name, code] : codes_) {
    if (!wanted.empty() && code == wanted && name != wanted) return name;
  }
  return wanted;
}

std::string Periods::names() const {
  std::string all;
  for (const auto& [name, code] : codes_) {
    if (name != code) all += (all.empty() ? "" : " ") + name;
  }
  return all;
}

}  // namespace guidang
