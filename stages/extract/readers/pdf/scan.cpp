// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/scan.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace guidang::extract::pdf {
namespace {

constexpr std::string_view kEndMark = "%%EOF";
constexpr std::size_t kUnpacked = 64ULL << 20;

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_end(std::string_view bytes, std::size_t at) {
  constexpr std::string_view kDelimiters = "()<>[]{}/%";
  return at >= bytes.size() || is_white(bytes[at]) ||
         kDelimiters.find(bytes[at]) != std::string_view::npos;
}

std::size_t skip_white(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_white(bytes[at])) ++at;
  return at;
}

/// Calls `found` with the place after each occurrence of the name.
template <typename Found>
void each_name(std::string_view bytes, std::string_view name, const Found& found) {
  for (std::size_t at = bytes.find(name); at != std::string_view::npos;
       at = bytes.find(name, at + name.size())) {
    if (is_name_end(bytes, at + name.size())) found(at + name.size());
  }
}

/// How often `key` has the value `value`, both names with their slash.
std::uint64_t count(std::string_view bytes, std::string_view key, std::string_view value) {
  std::uint64_t number = 0;
  each_name(bytes, key, [&](std::size_t after) {
    const std::size_t at = skip_white(bytes, after);
    const bool equal = bytes.substr(at).starts_with(value);
    if (equal && is_name_end(bytes, at + value.size())) ++number;
  });
  return number;
}

/// What deflate gives from here on, up to `most` bytes; "" when it is not deflate at all.
std::string inflated(std::string_view packed, std::size_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 0x7FFF'FFFF));
  std::string out;
  std::array<char, 32 * 1024> piece{};
  for (int state = Z_OK; state == Z_OK && out.size() < most;) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    state = ::inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return out;
}

/// Calls `found` with the objects of each packed stream.
template <typename Found>
void each_packed(std::string_view bytes, const Found& found) {
  std::size_t left = kUnpacked;
  each_name(bytes, "/ObjStm", [&](std::size_t after) {
    constexpr std::string_view kStream = "stream";
    const std::size_t at = bytes.substr(0, after + 1024).find(kStream, after);
    if (at == std::string_view::npos || left == 0) return;
    std::size_t begin = at + kStream.size();
    if (begin < bytes.size() && bytes[begin] == '\r') ++begin;
    if (begin < bytes.size() && bytes[begin] == '\n') ++begin;
    const std::string objects = inflated(bytes.substr(begin), left);
    left -= std::min(left, objects.size());
    found(std::string_view{objects});
  });
}

std::uint64_t count_word(std::string_view bytes, std::string_view word) {
  std::uint64_t number = 0;
  for (std::size_t at = bytes.find(word); at != std::string_view::npos;
       at = bytes.find(word, at + word.size())) {
    ++number;
  }
  return number;
}

/// "N G obj" before `at`, where the word begins.
bool opens_object(std::string_view bytes, std::size_t at) {
  for (int numbers = 0; numbers < 2; ++numbers) {
    std::size_t end = at;
    while (end > 0 && is_white(bytes[end - 1])) --end;
    at = end;
    while (at > 0 && is_digit(bytes[at - 1])) --at;
    if (at == end) return false;
  }
  return true;
}

std::uint64_t count_opened(std::string_view bytes) {
  constexpr std::string_view kWord = "obj";
  std::uint64_t number = 0;
  for (std::size_t at = bytes.find(kWord); at != std::string_view::npos;
       at = bytes.find(kWord, at + kWord.size())) {
    if (at > 0 && (is_white(bytes[at - 1]) || is_digit(bytes[at - 1])) && opens_object(bytes, at)) {
      ++number;
    }
  }
  return number;
}

/// True when a table of objects, plain or packed, begins where the last startxref points to; some
/// writers do not count the bytes before %PDF.
bool has_table(std::string_view bytes, std::size_t lead) {
  constexpr std::string_view kWord = "startxref";
  const std::size_t word = bytes.rfind(kWord);
  if (word == std::string_view::npos) return false;
  std::size_t place = 0;
  for (std::size_t at = skip_white(bytes, word + kWord.size());
       at < bytes.size() && is_digit(bytes[at]) && place < bytes.size(); ++at) {
    place = place * 10 + static_cast<std::size_t>(bytes[at] - '0');
  }
  const auto begins = [&](std::size_t at) {
    at = skip_white(bytes, at);
    return at < bytes.size() && (is_digit(bytes[at]) || bytes.substr(at).starts_with("xref"));
  };
  return begins(place) || begins(place + lead);
}

}  // namespace

Scan scan(std::string_view bytes) {
  Scan found;
  found.lead = std::min(bytes.find("%PDF-"), bytes.size());
  const std::size_t end = bytes.rfind(kEndMark);
  found.end_mark = end != std::string_view::npos;
  const std::string_view rest = found.end_mark ? bytes.substr(end + kEndMark.size()) : bytes;
  const bool last_table = rest.find("startxref") != std::string_view::npos;
  // A version that was added later has an end of its own; without it that version is incomplete.
  if (!last_table && count_opened(rest) > 0) {
    found.cut_off = fmt::format("cut off at byte {}: {} stands after its last object", bytes.size(),
                                found.end_mark ? "no further %%EOF" : "no %%EOF");
  }
  found.table = has_table(bytes, found.lead);
  found.opened = count_opened(bytes);
  found.closed = count_word(bytes, "endobj");
  found.images = count(bytes, "/Subtype", "/Image");
  each_name(bytes, "/ByteRange", [&](std::size_t) { ++found.signatures; });
  const auto look = [&](std::string_view objects) {
    found.scripts += count(objects, "/S", "/JavaScript") + count(objects, "/S", "/Launch");
    found.page_objects += count(objects, "/Type", "/Page");
  };
  look(bytes);
  each_packed(bytes, look);
  // A file for the web has an end after its first page too.
  const bool linear = bytes.substr(0, 2048).find("/Linearized") != std::string_view::npos;
  if (count_word(bytes, kEndMark) != (linear ? 2U : 1U)) found.page_objects = 0;
  return found;
}

}  // namespace guidang::extract::pdf
