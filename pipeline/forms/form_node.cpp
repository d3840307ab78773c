// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/form_node.h"

#include <fmt/format.h>

#include <charconv>

namespace guidang::forms {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

void append_text(std::string_view text, std::string& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t blank = text.find_first_of(kBlanks, at);
    out += text.substr(at, blank == std::string_view::npos ? blank : blank - at);
    if (blank == std::string_view::npos) return;
    const std::size_t end = std::min(text.find_first_not_of(kBlanks, blank), text.size());
    const std::string_view run = text.substr(blank, end - blank);
    if (run.find('\n') == std::string_view::npos) out += run;
    at = end;
  }
}

}  // namespace

Failure form_flaw(const std::string& source, std::size_t line, const std::string& found,
                  const std::string& expected) {
  return Failure(fmt::format("{}:{}: 表式有误 / the form is flawed: found {}, expected {}", source,
                             line, found, expected),
                 "改正该行 / correct this line", ExitStatus::usage);
}

std::string plain_text(const xml::Node& node) {
  std::string out;
  for (const xml::Piece& piece : node.content()) {
    if (!piece.element) {
      append_text(piece.text, out);
    } else if (piece.element->name() == "br") {
      out += '\n';
    }
  }
  return out;
}

double number_of(std::string_view text) {
  double value = 0;
  const std::size_t from = text.find_first_not_of(kBlanks);
  if (from != std::string_view::npos) {
    std::from_chars(text.data() + from, text.data() + text.size(), value);
  }
  return value;
}

std::vector<double> numbers_of(std::string_view text) {
  std::vector<double> values;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    values.push_back(number_of(text.substr(at, end - at)));
    at = end;
  }
  return values;
}

Align align_of(const std::optional<std::string>& word) {
  if (word == "center") return Align::center;
  if (word == "right") return Align::right;
  if (word == "justify") return Align::justify;
  return Align::left;
}

Stand stand_of(const std::optional<std::string>& word) {
  if (word == "top") return Stand::top;
  if (word == "bottom") return Stand::bottom;
  return Stand::middle;
}

}  // namespace guidang::forms
