// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/rtf/parser.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/symbol_font.h"

namespace guidang::extract::rtf {
namespace {

constexpr std::size_t kFonts = 10'000;

}  // namespace

Parser::Parser(std::string_view bytes, const Limits& limits)
    : tokens_(bytes), limits_(limits), notes_(limits.text_bytes) {
  sinks_.push_back(std::make_unique<Sink>(limits.text_bytes));
}

std::string Parser::parse(Extraction& result) {
  bool begun = false;
  for (Token token = tokens_.next(); error_.empty(); token = tokens_.next()) {
    if (begun && groups_.empty()) break;
    if (token.kind == TokenKind::end || token.kind == TokenKind::cut) {
      fail(fmt::format("cut off: {} groups are open at the end of the file", groups_.size()));
      break;
    }
    if (skip_from_ == 0 && token.kind != TokenKind::byte) flush();
    if (token.kind == TokenKind::open) {
      open();
      begun = true;
    } else if (groups_.empty()) {
      fail("no group at the beginning of the file");
    } else if (token.kind == TokenKind::close) {
      close();
    } else if (skip_from_ != 0) {
      continue;
    } else if (token.kind == TokenKind::word) {
      word(token);
    } else if (token.kind == TokenKind::symbol) {
      symbol(token.byte);
    } else {
      byte(token.byte);
    }
  }
  if (!error_.empty()) return error_;
  end_row();
  sink().out.end_line();
  sink().out.lines(notes_.take_styled());
  if (sink().out.full()) return fmt::format("text is longer than {} MB", limits_.text_bytes >> 20);
  result = std::move(facts_);
  add_page(result, sink().out.take_styled());
  result.undecodable = undecodable_;
  add_property(result, "header_text", heads_.joined());
  add_property(result, "footer_text", feet_.joined());
  add_technical(result, technical::kImages, std::to_string(pictures_));
  add_technical(result, technical::kAttachments, std::to_string(objects_));
  return {};
}

void Parser::open() {
  starred_ = false;
  fallbacks_ = 0;
  if (groups_.size() >= limits_.nesting) {
    return fail(fmt::format("groups nested deeper than {}", limits_.nesting));
  }
  Group group = groups_.empty() ? Group{} : top();
  group.own = Action::none;
  groups_.push_back(group);
}

void Parser::close() {
  starred_ = false;
  fallbacks_ = 0;
  const Group group = top();
  if (skip_from_ == 0) finish(group);
  if (skip_from_ == groups_.size()) skip_from_ = 0;
  groups_.pop_back();
}

void Parser::symbol(char c) {
  constexpr char32_t kNoBreakSpace = 0x00A0;
  constexpr char32_t kNoBreakHyphen = 0x2011;
  constexpr char32_t kSoftHyphen = 0x00AD;
  switch (c) {
    case '*':
      starred_ = true;
      return;
    case '\\':
    case '{':
    case '}':
      return byte(c);
    case '~':
      return put(kNoBreakSpace);
    case '_':
      return put(kNoBreakHyphen);
    case '-':
      return put(kSoftHyphen);
    default:
      return;
  }
}

void Parser::word(const Token& token) {
  const Word* known = find_word(token.name);
  if (known != nullptr && begins_group(*known)) {
    starred_ = false;
    return begin(*known);
  }
  if (std::exchange(starred_, false)) {
    skip_from_ = groups_.size();
    return;
  }
  if (known == nullptr) return;
  if (known->action == Action::unicode) return unicode(token.value);
  if (known->action == Action::character) {
    if (fallbacks_ > 0) {
      --fallbacks_;
    } else {
      put(known->code);
    }
    return;
  }
  if (known->action >= Action::plain) return format(*known, token);
  fallbacks_ = 0;
  if (top().target == Target::lines) layout(known->action);
}

bool Parser::begins_group(const Word& word) {
  return word.action > Action::none && word.action < Action::character;
}

void Parser::begin(const Word& word) {
  Group& group = top();
  const auto skip = [&] { skip_from_ = groups_.size(); };
  const auto redirect = [&](Target target) {
    group.target = target;
    group.own = word.action;
    group.property = word.property;
    words_.clear();
  };
  const bool in_both_forms =
      groups_.size() > 1 && groups_[groups_.size() - 2].own == Action::both_forms;
  if (in_both_forms && word.action != Action::unicode_form) return skip();
  switch (word.action) {
    case Action::transparent:
      return;
    case Action::object:
      ++objects_;
      return;
    case Action::picture:
      ++pictures_;
      return skip();
    case Action::info:
    case Action::created:
    case Action::modified:
      time_ = {};
      return redirect(Target::nothing);
    case Action::property:
    case Action::program:
      return redirect(Target::words);
    case Action::font_table:
      return redirect(Target::fonts);
    case Action::colour_table:
      return redirect(Target::colours);
    case Action::both_forms:
      // What \ud holds counts; it takes the target up again.
      group.own = word.action;
      group.outer = std::exchange(group.target, Target::nothing);
      return;
    case Action::unicode_form:
      if (in_both_forms) group.target = groups_[groups_.size() - 2].outer;
      return;
    case Action::head:
    case Action::foot:
    case Action::note:
    case Action::box:
      if (group.target != Target::lines) return skip();
      group.own = word.action;
      group.in_table = false;
      sinks_.push_back(std::make_unique<Sink>(limits_.text_bytes));
      return;
    default:
      return skip();
  }
}

void Parser::format(const Word& word, const Token& token) {
  if (look(word, token)) return;
  const Action action = word.action;
  Group& group = top();
  switch (action) {
    case Action::plain:
      group.deleted = false;
      group.font = default_font_;
      group.look.size = kUsualSize;
      group.look.colour = 0;
      group.look.bold = false;
      break;
    case Action::paragraph_plain:
      group.in_table = false;
      group.look.align = Align::left;
      group.look.outline = 0;
      group.look.rule_below = false;
      group.left = group.first = 0;
      break;
    case Action::in_table:
      group.in_table = !token.has_value || token.value != 0;
      break;
    case Action::deleted:
      group.deleted = !token.has_value || token.value != 0;
      break;
    case Action::font:
      if (group.target == Target::fonts) {
        font_id_ = token.value;
        if (fonts_.size() < kFonts) fonts_[font_id_] = {};
      } else {
        group.font = token.value;
      }
      break;
    case Action::charset:
    case Action::font_code_page: {
      const auto font = fonts_.find(font_id_);
      if (group.target != Target::fonts || font == fonts_.end()) break;
      (action == Action::charset ? font->second.charset : font->second.code_page) = token.value;
      break;
    }
    case Action::fallback_length:
      group.fallback = token.value;
      break;
    case Action::version:
      add_technical(facts_, technical::kFormatVersion,
                    std::to_string(token.has_value ? token.value : 1));
      break;
    case Action::code_page:
      code_page_ = token.value;
      break;
    case Action::default_font:
      default_font_ = token.value;
      group.font = token.value;
      break;
    default:
      if (action >= Action::year) {
        time_[static_cast<std::size_t>(action) - static_cast<std::size_t>(Action::year)] =
            token.value;
      }
      break;
  }
}

void Parser::byte(char c) {
  if (fallbacks_ > 0) {
    --fallbacks_;
    return;
  }
  if (top().target != Target::nothing) bytes_ += c;
}

void Parser::unicode(std::int32_t value) {
  fallbacks_ = top().fallback;
  const auto unit = static_cast<char16_t>(static_cast<std::uint32_t>(value) & 0xFFFFU);
  const char16_t first = std::exchange(surrogate_, char16_t{0});
  if (unit >= 0xD800 && unit < 0xDC00) {
    surrogate_ = unit;
  } else if (unit >= 0xDC00 && unit < 0xE000 && first != 0) {
    put(0x10000 + ((static_cast<char32_t>(first) - 0xD800) << 10) + (unit - 0xDC00U));
  } else if (font().charset == kSymbolCharset) {
    put(symbol_meaning(font().name, unit));
  } else {
    put(static_cast<char32_t>(unit));
  }
}

void Parser::flush() {
  if (bytes_.empty()) return;
  const std::string bytes = std::exchange(bytes_, {});
  const bool named = top().target != Target::lines;
  if (!named && font().charset == kSymbolCharset) {
    for (const char c : bytes) {
      const auto code = static_cast<unsigned char>(c);
      const char32_t meaning = symbol_meaning(font().name, code);
      // Word keeps the codes of symbol fonts at U+F000 and up.
      put(meaning == code && code >= 0x80 ? 0xF000U + code : meaning);
    }
    return;
  }
  const auto own = top().target == Target::fonts ? fonts_.find(font_id_) : fonts_.end();
  const Font& in = own != fonts_.end() ? own->second : font();
  const text::Converted converted = code_pages_.decode(bytes, code_page_of(in, code_page_));
  undecodable_ += converted.undecodable;
  put(converted.text);
}

void Parser::put(char32_t code) {
  std::string utf8;
  text::append(utf8, code);
  put(utf8);
}

void Parser::put(std::string_view utf8) {
  Group& group = top();
  switch (group.target) {
    case Target::nothing:
      return;
    case Target::words:
      if (words_.size() < limits_.property_bytes) words_ += utf8;
      return;
    case Target::fonts:
      words_ += utf8;
      if (words_.ends_with(';')) end_font();
      return;
    case Target::colours:
      return add_colours(utf8);
    case Target::lines:
      break;
  }
  if (group.deleted) return;
  into_cell();
  sink().out.style(look_now());
  if (std::exchange(sink().inner_tab, false)) sink().out.text("\t");
  sink().out.text(utf8);
  if (sink().out.full()) {
    fail(fmt::format("text is longer than {} MB", limits_.text_bytes >> 20));
  }
}

const Font& Parser::font() const {
  static const Font none{};
  const auto found = fonts_.find(groups_.back().font);
  return found == fonts_.end() ? none : found->second;
}

}  // namespace guidang::extract::rtf
