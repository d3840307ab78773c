// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/boxes.h"

namespace guidang::lists {

BoxFiller::BoxFiller(const BoxRule& rule, std::function<void(const Box&)> full)
    : rule_(rule), full_(std::move(full)) {}

void BoxFiller::add(const ListRow& row) {
  const std::uint64_t thickness = rule_.thickness(row.pages.value_or(rule_.unknown_pages), 1);
  const bool other = box_.series != row.series;
  if (box_.holds.count > 0 &&
      (other || box_.holds.period != row.period || box_.thickness + thickness > rule_.most())) {
    finish();
  }
  if (box_.holds.count == 0) {
    box_.number = box_.series == row.series ? box_.number + 1 : 1;
    box_.series = row.series;
  }
  box_.holds.add(row);
  box_.notes.add(row);
  box_.thickness += thickness;
}

void BoxFiller::finish() {
  if (box_.holds.count == 0) return;
  box_.spine = rule_.spine_for(box_.thickness);
  full_(box_);
  box_ = {.number = box_.number, .series = std::move(box_.series)};
}

}  // namespace guidang::lists
