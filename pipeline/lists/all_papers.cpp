// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/all_papers.h"

namespace guidang::lists {
namespace {

bool turned_off(const Profile& profile, std::string_view id) {
  for (const profile::Element* form : profile.section("catalogue").all("form")) {
    if (form->attribute("id") == id) return !form->flag("on", true);
  }
  return false;
}

}  // namespace

std::vector<const Paper*> all_papers(const Profile& profile) {
  const Arrangement arrangement = arrangement_of(profile);
  std::vector<const Paper*> papers;
  for (const std::span<const Paper> table : {year_papers(), aid_papers()}) {
    for (const Paper& paper : table) {
      if (paper.only && *paper.only != arrangement) continue;
      if (!turned_off(profile, paper.form)) papers.push_back(&paper);
    }
  }
  return papers;
}

}  // namespace guidang::lists
