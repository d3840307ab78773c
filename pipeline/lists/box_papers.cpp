// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/box_papers.h"

#include <fmt/format.h>

#include "pipeline/lists/boxes.h"

namespace guidang::lists {
namespace {

void for_each_box(const PaperYear& year, const std::function<void(const Box&)>& visit) {
  BoxFiller filler(year.office().settings.box, visit);
  for_each_row(year, [&](const ListRow& row) { filler.add(row); });
  filler.finish();
}

/// What every paper of a box says.
forms::Values box_values(const PaperYear& year, const Box& box, const CodeReader& codes) {
  const BoxRule& rule = year.office().settings.box;
  forms::Values values = year.head(box.holds.provisional);
  box.holds.put(values);
  values["box"] = std::to_string(box.number);
  values["first_number"] = last_number(box.holds.first);
  values["last_number"] = last_number(box.holds.last);
  values["spine"] = std::to_string(box.spine);
  values["spine_" + std::to_string(box.spine)] = "yes";
  values["thickness"] = fmt::format("{:.1f}", static_cast<double>(box.thickness) / 1000.0);
  values["fill"] = std::to_string(box.thickness / (box.spine * 10));
  if (box.holds.unknown > 0) values["guess"] = std::to_string(rule.unknown_pages);
  if (const auto parts = codes.read(box.holds.first)) {
    values["organ"] = parts->organ;
    values["category"] = parts->category;
  }
  return values;
}

}  // namespace

void print_box_cover(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  for_each_box(year, [&](const Box& box) { book.sheet(box_values(year, box, codes)); });
}

void print_box_spine(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  book.sheet(year.head());
  for_each_box(year, [&](const Box& box) { book.row(box_values(year, box, codes)); });
}

void print_box_note(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  const auto changed = number_remarks(year);
  forms::Book& book = binder.open();
  for_each_box(year, [&](const Box& box) {
    forms::Values values = box_values(year, box, codes);
    NoteSheet notes = box.notes;
    const auto [from, to] = changed.equal_range(box.series);
    // A withdrawn number lies in the box of its neighbours: codes of one series sort by number.
    for (auto one = from; one != to; ++one) {
      if (one->second.code >= box.holds.first && one->second.code <= box.holds.last) {
        notes.add(one->second.remark.kind, one->second.remark.text);
      }
    }
    notes.put(year.office().settings, values);
    book.sheet(values);
  });
}

}  // namespace guidang::lists
