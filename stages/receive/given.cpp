// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/given.h"

#include "pipeline/text/date.h"
#include "stages/receive/codes.h"

namespace guidang::receive {

bool is_level_field(std::string_view name) {
  return name == "secrecy" || name.find("密级") != std::string_view::npos ||
         name.find("秘密等级") != std::string_view::npos;
}

void normalise_date(GivenField& field, const std::string& path, std::vector<Finding>& findings) {
  if (field.name != "date" && field.name != "received") return;
  if (const auto date = text::parse_date(field.value)) {
    field.value = to_iso(*date);
    return;
  }
  findings.push_back({.code = std::string{kDate},
                      .severity = Severity::warning,
                      .path = path,
                      .place = field.where,
                      .found = field.value,
                      .expected = "YYYY-MM-DD"});
}

}  // namespace guidang::receive
