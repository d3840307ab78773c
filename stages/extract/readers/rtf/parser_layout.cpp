// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, tables, and what becomes of a group at its end.
#include <fmt/format.h>

#include <utility>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/rtf/parser.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract::rtf {

void Parser::layout(Action action) {
  Sink& to = sink();
  if (top().deleted && action != Action::cell && action != Action::row) return;
  switch (action) {
    case Action::paragraph:
      if (to.row && !top().in_table) end_row();
      into_cell();
      return to.out.new_line();
    case Action::line:
      into_cell();
      return to.out.new_line();
    case Action::page:
      if (to.row && !top().in_table) end_row();
      return to.out.end_line();
    case Action::cell:
      top().in_table = true;
      into_cell();
      to.out.end_cell();
      to.cell = to.inner_tab = false;
      return;
    case Action::row:
      return end_row();
    case Action::inner_cell:
      into_cell();
      if (std::exchange(to.inner_tab, true)) to.out.text("\t");
      return;
    case Action::inner_row:
      into_cell();
      to.inner_tab = false;
      return to.out.new_line();
    default:
      return;
  }
}

void Parser::into_cell() {
  Sink& to = sink();
  if (!top().in_table && !to.row) return;
  if (!std::exchange(to.row, true)) to.out.begin_row();
  if (!std::exchange(to.cell, true)) to.out.begin_cell();
}

void Parser::end_row() {
  Sink& to = sink();
  if (std::exchange(to.cell, false)) to.out.end_cell();
  if (std::exchange(to.row, false)) to.out.end_row();
}

void Parser::finish(const Group& group) {
  switch (group.own) {
    case Action::property:
      add_property(facts_, group.property, words_);
      break;
    case Action::program:
      if (words_.ends_with(';')) words_.pop_back();
      add_technical(facts_, technical::kProgram, words_);
      break;
    case Action::font_table:
      end_font();
      break;
    case Action::created:
    case Action::modified:
      // Local time of nobody knows where.
      if (time_[0] > 0 && time_[1] > 0 && time_[2] > 0) {
        add_technical(facts_,
                      group.own == Action::created ? technical::kCreated : technical::kModified,
                      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time_[0], time_[1],
                                  time_[2], time_[3], time_[4], time_[5]));
      }
      break;
    case Action::head:
    case Action::foot:
    case Action::note:
    case Action::box:
      finish_sink(group.own);
      break;
    default:
      break;
  }
}

void Parser::finish_sink(Action own) {
  end_row();
  const StyledText text = sink().out.take_styled();
  sinks_.pop_back();
  switch (own) {
    case Action::head:
      return heads_.add(text.text);
    case Action::foot:
      return feet_.add(text.text);
    case Action::note:
      return notes_.lines(text);
    default:
      sink().out.begin_aside();
      sink().out.lines(text);
      return sink().out.end_aside();
  }
}

void Parser::end_font() {
  if (words_.ends_with(';')) words_.pop_back();
  const auto font = fonts_.find(font_id_);
  if (font != fonts_.end() && !words_.empty()) {
    font->second.name = words_;
    font->second.face = face_of(words_);
  }
  words_.clear();
}

}  // namespace guidang::extract::rtf
