// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/writer.h"

#include <stdexcept>

#include "pipeline/text/utf8.h"

namespace guidang::xml {
namespace {

// XML 1.0, production 2, Char.
bool is_allowed(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Names are ours, never the user's: ASCII letters, digits, Han and a few marks are all that is
// needed.
bool is_name(std::string_view name) {
  if (name.empty() || !text::is_utf8(name)) return false;
  constexpr std::string_view kStop = " \t\r\n<>&\"'/=?!()[]{}+,;$%#@*|\\^`~";
  const char first = name.front();
  return name.find_first_of(kStop) == std::string_view::npos && first != '-' && first != '.' &&
         (first < '0' || first > '9');
}

}  // namespace

Writer::Writer(std::string& out) : out_(out) {
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
}

Writer& Writer::open(std::string_view name) {
  if (!is_name(name)) throw std::logic_error{"Writer: bad element name"};
  if (levels_.empty() && has_root_) throw std::logic_error{"Writer: second root"};
  end_start_tag();
  if (!levels_.empty()) levels_.back().has_children = true;
  if (levels_.empty() || !levels_.back().has_text) new_line();
  // White space inside text is part of the text, so all below it is written as it comes.
  const bool inherits = !levels_.empty() && levels_.back().has_text;
  levels_.push_back({.name = std::string{name}, .has_text = inherits});
  out_ += '<';
  out_ += name;
  in_start_tag_ = true;
  has_root_ = true;
  return *this;
}

Writer& Writer::attribute(std::string_view name, std::string_view value) {
  if (!in_start_tag_ || !is_name(name)) throw std::logic_error{"Writer: attribute out of place"};
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  escape(value, true);
  out_ += '"';
  return *this;
}

Writer& Writer::text(std::string_view value) {
  if (levels_.empty()) throw std::logic_error{"Writer: text outside the root"};
  if (value.empty()) return *this;
  end_start_tag();
  levels_.back().has_text = true;
  escape(value, false);
  return *this;
}

Writer& Writer::mixed() {
  if (levels_.empty()) throw std::logic_error{"Writer: text outside the root"};
  end_start_tag();
  levels_.back().has_text = true;
  return *this;
}

Writer& Writer::close() {
  if (levels_.empty()) throw std::logic_error{"Writer: nothing is open"};
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
    return *this;
  }
  if (level.has_children && !level.has_text) new_line();
  out_ += "</" + level.name + ">";
  return *this;
}

Writer& Writer::element(std::string_view name, std::string_view value) {
  return open(name).text(value).close();
}

Writer& Writer::comment(std::string_view value) {
  end_start_tag();
  if (!levels_.empty()) levels_.back().has_children = true;
  if (levels_.empty() || !levels_.back().has_text) new_line();
  out_ += "<!-- ";
  for (const char c : value) {
    if (c == '-' && out_.back() == '-') out_ += ' ';
    out_ += c;
  }
  out_ += " -->";
  return *this;
}

void Writer::finish() {
  while (!levels_.empty()) close();
  out_ += '\n';
}

void Writer::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = false;
}

void Writer::new_line() {
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void Writer::escape(std::string_view value, bool in_attribute) {
  std::size_t pos = 0;
  while (pos < value.size()) {
    const std::size_t start = pos;
    const char32_t c = text::next(value, pos);
    const bool is_broken = c == text::kReplacement && pos - start == 1;
    if (is_broken || !is_allowed(c)) {
      text::append(out_, text::kReplacement);
      ++replaced_;
      continue;
    }
    switch (c) {
      case U'&':
        out_ += "&amp;";
        break;
      case U'<':
        out_ += "&lt;";
        break;
      case U'>':
        out_ += "&gt;";
        break;
      case U'\r':
        out_ += "&#13;";
        break;
      case U'"':
        out_ += in_attribute ? "&quot;" : "\"";
        break;
      case U'\t':
        out_ += in_attribute ? "&#9;" : "\t";
        break;
      case U'\n':
        out_ += in_attribute ? "&#10;" : "\n";
        break;
      default:
        out_ += value.substr(start, pos - start);
        break;
    }
  }
}

}  // namespace guidang::xml
