// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_sequence.h"

#include <fmt/format.h>

#include "pipeline/lists/aid_text.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kGap = "缺号";
constexpr std::string_view kRepeat = "重号";

bool stands(const Registration& entry) { return !entry.withdrawn && !entry.repeated; }

text::DocumentNumber plain(const text::DocumentNumber& like, int number) {
  return {.code = like.code, .year = like.year, .number = number, .form = like.form};
}

}  // namespace

void IssuedSequence::add(Registration entry) {
  Held next{.entry = std::move(entry)};
  next.number = text::parse_document_number(next.entry.document_number);
  if (next.number && next.number->form != text::NumberForm::bracketed) next.number.reset();
  if (held_ && next.number && held_->number == next.number && stands(held_->entry) &&
      stands(next.entry)) {
    next.repeats = held_->repeats = true;
  }
  if (held_) give(*held_);
  if (next.number) name_gap(next);
  held_ = std::move(next);
}

void IssuedSequence::finish() {
  if (held_) give(*held_);
  held_.reset();
}

void IssuedSequence::name_gap(const Held& next) {
  const text::DocumentNumber& number = *next.number;
  const bool goes_on = held_ && held_->number && held_->number->code == number.code &&
                       held_->number->year == number.year;
  const int first = goes_on ? held_->number->last.value_or(held_->number->number) + 1 : 1;
  const int last = number.number - 1;
  if (last < first) return;
  forms::Values line;
  line["document_number"] = plain(number, first).to_text();
  if (last > first) line["document_number"] += "—" + plain(number, last).to_text();
  line["title"] = fmt::format("（缺 {} 个号，查明去向）", last - first + 1);
  line["remarks"] = kGap;
  sink_(std::move(line), next.entry);
}

void IssuedSequence::give(const Held& held) {
  forms::Values line = held.entry.row();
  if (held.repeats) add_remark(line["remarks"], kRepeat);
  if (held.entry.repeated) add_remark(line["remarks"], "重份");
  sink_(std::move(line), held.entry);
}

}  // namespace guidang::lists
