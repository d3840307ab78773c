// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/bag_tags.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "pipeline/files/display_name.h"
#include "pipeline/files/fd.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"

namespace guidang::bag {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kVersionLabel = "BagIt-Version";
constexpr std::string_view kEncodingLabel = "Tag-File-Character-Encoding";
constexpr std::uint64_t kLongestOther = 64ULL << 20;  // decoded as a whole
constexpr std::size_t kBlock = 1U << 17;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool is_utf8_name(std::string_view encoding) {
  return same_label(encoding, "UTF-8") || same_label(encoding, "UTF8") ||
         same_label(encoding, "US-ASCII") || same_label(encoding, "ASCII");
}

/// Cuts bytes that come block by block into lines.
class LineCutter {
 public:
  explicit LineCutter(const std::function<void(std::size_t, std::string_view)>& visit)
      : visit_(visit) {}

  /// False when a line is too long.
  bool feed(std::string_view block) {
    for (const char c : block) {
      if (c == '\n' && after_cr_) {
        after_cr_ = false;
        continue;
      }
      after_cr_ = c == '\r';
      if (c == '\n' || c == '\r') {
        give();
      } else {
        line_ += c;
        if (line_.size() > kLongestLine) return false;
      }
    }
    return true;
  }
  void finish() {
    if (!line_.empty()) give();
  }
  [[nodiscard]] std::size_t number() const { return number_ + 1; }

 private:
  void give() {
    visit_(++number_, line_);
    line_.clear();
  }

  const std::function<void(std::size_t, std::string_view)>& visit_;
  std::string line_{};
  std::size_t number_ = 0;
  bool after_cr_ = false;
};

TagFlaw too_long(std::size_t line) {
  return {line, "> " + std::to_string(kLongestLine) + " bytes", "a line of text"};
}

/// "label: value" of one of the two lines; strict: one blank after the colon and none before it.
std::optional<std::string> value_of(std::string_view line, std::string_view label, bool strict) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = line.substr(colon + 1);
  const bool exact = name == label && value.starts_with(' ') && trimmed(value) == value.substr(1);
  const bool loose = same_label(trimmed(name), label);
  if (strict ? !exact : !loose) return std::nullopt;
  return std::string(trimmed(value));
}

bool read_version(std::string_view text, Declaration& out) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return false;
  const auto number = [](std::string_view digits, int& value) {
    if (digits.empty() || digits.size() > 4) return false;
    value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + (c - '0');
    }
    return true;
  };
  return number(text.substr(0, dot), out.major) && number(text.substr(dot + 1), out.minor);
}

}  // namespace

bool same_label(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<TagFlaw> read_declaration(std::string_view bytes, Declaration& out) {
  const bool mark = bytes.starts_with("\xEF\xBB\xBF");
  if (mark) bytes.remove_prefix(3);
  std::vector<std::string> lines;
  const std::function<void(std::size_t, std::string_view)> keep =
      [&](std::size_t, std::string_view line) { lines.emplace_back(line); };
  LineCutter cutter(keep);
  if (!cutter.feed(bytes)) return too_long(cutter.number());
  cutter.finish();

  const std::string shown = lines.empty() ? "" : files::display_name(lines[0]);
  const auto version = lines.empty() ? std::nullopt : value_of(lines[0], kVersionLabel, false);
  if (!version || !read_version(*version, out)) return TagFlaw{1, shown, "BagIt-Version: 1.0"};
  const bool strict = out.at_least_one();
  if (strict && mark) return TagFlaw{1, "BOM", "UTF-8 without BOM"};
  if (!value_of(lines[0], kVersionLabel, strict)) return TagFlaw{1, shown, "BagIt-Version: M.N"};
  while (!strict && lines.size() > 2 && trimmed(lines.back()).empty()) lines.pop_back();
  const auto encoding =
      lines.size() < 2 ? std::nullopt : value_of(lines[1], kEncodingLabel, strict);
  if (!encoding || encoding->empty()) {
    return TagFlaw{2, lines.size() < 2 ? "" : files::display_name(lines[1]),
                   "Tag-File-Character-Encoding: UTF-8"};
  }
  if (lines.size() > 2) return TagFlaw{3, files::display_name(lines[2]), "two lines"};
  out.encoding = *encoding;
  return std::nullopt;
}

bool knows_encoding(std::string_view encoding) {
  constexpr std::array<std::string_view, 10> kKnown{
      "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO8859-1",
      "LATIN1", "GB18030",  "GBK",      "GB2312",     "windows-1252"};
  return is_utf8_name(encoding) ||
         std::any_of(kKnown.begin(), kKnown.end(),
                     [&](std::string_view known) { return same_label(known, encoding); });
}

std::optional<TagFlaw> for_each_line(
    int fd, std::string_view encoding,
    const std::function<void(std::size_t, std::string_view)>& visit) {
  LineCutter cutter(visit);
  if (!is_utf8_name(encoding)) {
    const auto bytes = files::read_all(fd, kLongestOther);
    if (!bytes) return TagFlaw{0, "> 64 MiB", "UTF-8 for a tag file of this size"};
    const text::Decoded decoded = text::decode(*bytes, encoding);
    if (decoded.undecodable > 0)
      return TagFlaw{0, "bytes without a meaning", std::string(encoding)};
    if (!cutter.feed(decoded.text)) return too_long(cutter.number());
    cutter.finish();
    return std::nullopt;
  }
  std::string block(kBlock, '\0');
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return TagFlaw{0, "read error " + std::to_string(errno), "a readable file"};
    if (got == 0) break;
    std::string_view bytes(block.data(), static_cast<std::size_t>(got));
    if (offset == 0 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!cutter.feed(bytes)) return too_long(cutter.number());
    offset += got;
  }
  cutter.finish();
  return std::nullopt;
}

void InfoReader::line(std::size_t number, std::string_view text) {
  if (trimmed(text).empty()) return;
  if (kBlanks.find(text.front()) != std::string_view::npos && !info_.fields.empty()) {
    info_.fields.back().value.append(" ").append(trimmed(text));
    return;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    info_.strays.push_back(number);
    return;
  }
  info_.fields.push_back({.label = std::string(trimmed(text.substr(0, colon))),
                          .value = std::string(trimmed(text.substr(colon + 1))),
                          .line = number});
}

}  // namespace guidang::bag
