// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/deciding.h"

#include <vector>

#include "pipeline/cli/words.h"
#include "pipeline/register/after_seal.h"

namespace guidang::cli {

std::string_view outcome(const IndexKeeper::Followed& followed, std::string_view field,
                         std::string_view value, bool sealed, const Console& console) {
  if (!sealed) return console(kRunAgain);
  if (!counts_after_seal(field)) return console(kOnlyProposed);
  if (followed.behind || followed.items() == 0) return console(kRunAgain);
  if (followed.open > 0) return console(kOpenNow);
  const bool meant_open = field == "opening" && value == "open";
  return console(meant_open ? kNotOpenYet : kClosedNow);
}

std::function<void(std::span<const review::Settled>)> announce_to(IndexKeeper& index) {
  return [&index](std::span<const review::Settled> made) {
    std::vector<IndexKeeper::Ruling> rulings;
    rulings.reserve(made.size());
    for (const review::Settled& one : made) {
      rulings.push_back({.record = one.record, .field = one.field, .value = one.decision.value});
    }
    index.about_to_decide(rulings);
  };
}

}  // namespace guidang::cli
