// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/converter.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

void replace_invalid(Converted& converted) {
  std::string valid;
  valid.reserve(converted.text.size());
  for (std::size_t at = 0; at < converted.text.size();) {
    const std::size_t start = at;
    const char32_t c = next(converted.text, at);
    if (c == kReplacement && at - start == 1) ++converted.undecodable;
    append(valid, c);
  }
  converted.text = std::move(valid);
}

}  // namespace

void Converter::Close::operator()(void* handle) const { iconv_close(handle); }

std::optional<Converter> Converter::to_utf8(const std::string& encoding) {
  if (encoding.empty() || encoding.find('/') != encoding.npos) return std::nullopt;
  const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
  // iconv_open tells failure by this value of its pointer type.
  if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  return Converter(handle);
}

Converted Converter::convert(std::string_view bytes, bool part) {
  Converted result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  iconv(handle_.get(), nullptr, nullptr, nullptr, nullptr);
  std::array<char, 1 << 14> buffer{};
  // iconv takes a pointer to non-const and does not write through it.
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  for (bool flushing = false;;) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t status = flushing ? iconv(handle_.get(), nullptr, nullptr, &out, &room)
                                        : iconv(handle_.get(), &in, &left, &out, &room);
    const int error = errno;
    result.text.append(buffer.data(), buffer.size() - room);
    if (status != static_cast<std::size_t>(-1)) {
      if (flushing) break;
      flushing = true;
      continue;
    }
    if (error == E2BIG) continue;
    if (flushing || left == 0 || (error == EINVAL && part)) break;
    append(result.text, kReplacement);
    ++result.undecodable;
    ++in;
    --left;
  }
  // glibc takes code points beyond U+10FFFF for characters.
  if (!is_utf8(result.text)) replace_invalid(result);
  return result;
}

std::string uchardet_guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

std::string canonical_encoding(std::string_view name) {
  std::string key;
  for (const char c : trim(name)) {
    // glibc would drop the character and find an encoding by what is left.
    constexpr std::string_view kSigns = "-_ .:+()";
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && kSigns.find(c) == std::string_view::npos) return {};
    if (c == '_' || c == ' ') {
      key += '-';
    } else {
      key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNames = {{
      {"GB2312", "GB18030"},
      {"GB-2312", "GB18030"},
      {"GB-2312-80", "GB18030"},
      {"GB2312-80", "GB18030"},
      {"EUC-CN", "GB18030"},
      {"GBK", "GB18030"},
      {"X-GBK", "GB18030"},
      {"CP936", "GB18030"},
      {"MS936", "GB18030"},
      {"WINDOWS-936", "GB18030"},
      {"936", "GB18030"},
      {"GB-18030", "GB18030"},
      {"GB18030-2000", "GB18030"},
      {"GB18030-2005", "GB18030"},
      {"BIG5", "Big5"},
      {"BIG-5", "Big5"},
      {"CN-BIG5", "Big5"},
      {"X-X-BIG5", "Big5"},
      {"CP950", "Big5"},
      {"MS950", "Big5"},
      {"BIG5-HKSCS", "Big5"},
      {"UTF8", "UTF-8"},
      {"UNICODE-1-1-UTF-8", "UTF-8"},
      {"UTF-8-SIG", "UTF-8"},
  }};
  const auto known = std::ranges::find(kNames, std::string_view(key),
                                       &std::pair<std::string_view, std::string_view>::first);
  return known == kNames.end() ? key : std::string(known->second);
}

}  // namespace guidang::text
