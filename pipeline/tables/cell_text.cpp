// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/cell_text.h"

#include "pipeline/text/utf8.h"

namespace guidang::tables {
namespace {

bool writable(char32_t c) {
  if (c == U'\t' || c == U'\n') return true;
  return c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string cell_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next(text, pos);
    if (c == U'\r') {
      if (pos >= text.size() || text[pos] != '\n') out += '\n';
    } else {
      text::append(out, writable(c) ? c : text::kReplacement);
    }
  }
  return out;
}

std::size_t cell_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t pos = 0; pos < text.size();) units += text::next(text, pos) > 0xFFFF ? 2U : 1U;
  return units;
}

std::string_view without_guard(std::string_view cell) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool guarded =
      cell.size() > 1 && cell.front() == '\'' && kFormula.find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

}  // namespace guidang::tables
