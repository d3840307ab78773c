// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/sheet/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace guidang::extract {
namespace {

constexpr double kSecondsADay = 86'400;
/// 9999-12-31, the last day that spreadsheets know.
constexpr double kLastDay = 2'958'465;

/// A code without what is only look: the first of its sections, letters in lower case, literal
/// text kept apart.
struct Piece {
  char letter = 0;  ///< 0 for a literal
  std::string literal{};
};

bool is_elapsed(std::string_view inside) {
  return !inside.empty() && (inside.find_first_not_of("hH") == std::string_view::npos ||
                             inside.find_first_not_of("mM") == std::string_view::npos ||
                             inside.find_first_not_of("sS") == std::string_view::npos);
}

/// `[$¥-804]` shows ¥; colours, conditions and languages show nothing.
std::string_view currency(std::string_view inside) {
  if (!inside.starts_with('$')) return {};
  inside.remove_prefix(1);
  return inside.substr(0, inside.find('-'));
}

std::vector<Piece> pieces(std::string_view code, bool& elapsed) {
  std::vector<Piece> found;
  const auto literal = [&](std::string_view text) { found.push_back({0, std::string{text}}); };
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', i + 1), code.size());
      literal(code.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '\\' || c == '!') {
      std::size_t length = 1;
      while (i + 1 + length < code.size() && (code[i + 1 + length] & '\xC0') == '\x80') ++length;
      literal(code.substr(std::min(i + 1, code.size()), length));
      i += length;
    } else if (c == '_' || c == '*') {
      ++i;  // room as wide as the next character; filling with it
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (is_elapsed(inside)) {
        elapsed = true;
        found.push_back({static_cast<char>(inside.front() | 0x20), {}});
      } else {
        literal(currency(inside));
      }
      i = end;
    } else if (c >= 'A' && c <= 'Z') {
      found.push_back({c == 'E' ? 'E' : static_cast<char>(c | 0x20), {}});
    } else if ((c & '\x80') != 0) {
      literal(code.substr(i, 1));  // of a character outside ASCII, byte by byte
    } else {
      found.push_back({c, {}});
    }
  }
  return found;
}

bool general(std::string_view code) {
  const std::string_view first = code.substr(0, code.find(';'));
  return first.size() >= 7 && (first.starts_with("General") || first.starts_with("GENERAL") ||
                               first.starts_with("general") || first.starts_with("G/"));
}

constexpr std::string_view kDigits = "0#?.,/";

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  if (code.empty() || general(code) || code.starts_with('@')) return;
  const std::vector<Piece> parts = pieces(code, elapsed_);
  const auto has = [&](char c) {
    return std::ranges::find(parts, c, &Piece::letter) != parts.end();
  };
  year_ = has('y') || has('e');
  day_ = has('d') || has('a');
  time_ = has('h') || has('s');
  // A month, unless it stands for minutes: behind hours or before seconds.
  char before = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const char c = parts[i].letter;
    if (c == 'm' && before != 'm') {
      std::size_t next = i;
      while (next < parts.size() &&
             std::string_view{"ydhse"}.find(parts[next].letter) == std::string_view::npos) {
        ++next;
      }
      const bool minutes =
          before == 'h' || (next < parts.size() && parts[next].letter == 's') || elapsed_;
      (minutes ? time_ : month_) = true;
    }
    if (std::string_view{"ymdhs"}.find(c) != std::string_view::npos && c != 0) before = c;
  }
  const bool digits = has('0') || has('#') || has('?');
  if (year_ || month_ || time_ || (day_ && !digits)) {
    kind_ = Kind::date;
    return;
  }
  if (!digits || has('E')) return;
  if (has('/')) return;  // a fraction
  if (has('%')) kind_ = Kind::percent;
  bool begun = false;
  bool point = false;
  for (const Piece& part : parts) {
    const bool of_number = part.letter != 0 && kDigits.find(part.letter) != std::string_view::npos;
    begun = begun || of_number;
    if (part.letter == '.') point = true;
    if (part.letter == '0') {
      std::uint8_t& count = point ? decimals_ : zeros_;
      if (count < 30) ++count;
    }
    if (of_number || part.letter == '%') continue;
    std::string& affix = begun ? after_ : before_;
    if (part.letter != 0) affix += part.letter;
    affix += part.literal;
  }
}

NumberFormat NumberFormat::builtin(std::uint32_t id) {
  switch (id) {
    case 9:
      return NumberFormat{"0%"};
    case 10:
      return NumberFormat{"0.00%"};
    case 14:
    case 15:
    case 16:
    case 28:
    case 29:
    case 30:
    case 31:
    case 51:
    case 53:
    case 54:
    case 58:
      return NumberFormat{"yyyy-mm-dd"};
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return NumberFormat{"yyyy-mm"};
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 55:
    case 56:
      return NumberFormat{"h:mm:ss"};
    case 22:
      return NumberFormat{"yyyy-mm-dd h:mm"};
    case 45:
    case 46:
    case 47:
      return NumberFormat{"[h]:mm:ss"};
    default:
      return {};
  }
}

std::string NumberFormat::date(double value, bool from_1904) const {
  const double whole = std::floor(value);
  auto seconds = static_cast<std::int64_t>(std::llround((value - whole) * kSecondsADay));
  auto day = static_cast<std::int64_t>(whole);
  if (time_ && !year_ && !month_ && !day_) {
    seconds += elapsed_ ? day * 86'400 : 0;
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
  if (seconds == 86'400) {
    seconds = 0;
    ++day;
  }
  // The first spreadsheet took 1900 for a leap year, and all have done so since: its day 60 is
  // none.
  if (!from_1904 && (day < 1 || day == 60)) return plain_number(value);
  const std::chrono::sys_days first =
      from_1904 ? std::chrono::sys_days{std::chrono::year{1904} / 1 / 1}
                : std::chrono::sys_days{std::chrono::year{1899} / 12 / (day < 60 ? 31 : 30)};
  const std::chrono::year_month_day on{first + std::chrono::days{day}};
  std::string text = fmt::format("{:04}", static_cast<int>(on.year()));
  if (year_ && !month_ && !day_ && !time_) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(on.month()));
  if (year_ && month_ && !day_ && !time_) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(on.day()));
  if (time_ && seconds != 0) {
    text += fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
  return text;
}

std::string NumberFormat::show(double value, bool from_1904) const {
  if (!std::isfinite(value)) return plain_number(value);
  if (kind_ == Kind::date) {
    const bool known = value >= 0 && value < kLastDay + 1;
    return known ? date(value, from_1904) : plain_number(value);
  }
  if (kind_ == Kind::percent && std::abs(value) < 1e12) {
    const double scale = std::pow(10.0, 2.0 + decimals_);
    // As people round: half away from nought, on the digits that are shown.
    const double rounded = std::round(std::strtod(plain_number(value * scale).c_str(), nullptr));
    return before_ + fmt::format("{:.{}f}%", rounded * 100 / scale, decimals_) + after_;
  }
  if (value < 0) return plain_number(value);
  std::string digits = plain_number(value);
  const std::size_t whole = std::min(digits.find_first_of(".e"), digits.size());
  if (whole < zeros_) digits.insert(0, zeros_ - whole, '0');
  return before_ + digits + after_;
}

void CellFormats::add_code(std::uint32_t id, std::string_view code) {
  formats_.insert_or_assign(id, NumberFormat{code});
}

std::string CellFormats::show(double value, std::size_t style) const {
  if (style >= styles_.size()) return plain_number(value);
  const std::uint32_t id = styles_[style];
  const auto own = formats_.find(id);
  return (own != formats_.end() ? own->second : NumberFormat::builtin(id)).show(value, from_1904_);
}

std::string plain_number(double value) {
  if (!std::isfinite(value)) return "#NUM!";
  if (value == std::floor(value) && std::abs(value) < 1e18) {
    return fmt::format("{}", static_cast<std::int64_t>(value));
  }
  return fmt::format("{:.15g}", value);
}

}  // namespace guidang::extract
