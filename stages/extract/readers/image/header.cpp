// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/image/header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>

#include "stages/extract/readers/image/tiff.h"

namespace guidang::extract::image {
namespace {

using std::string_view_literals::operator""sv;
using Name = std::pair<std::string_view, std::string_view>;

constexpr std::uint32_t kMostPages = 100'000;

constexpr std::array kPuids{
    Name{"JFIF 1.00", "fmt/42"},   Name{"JFIF 1.01", "fmt/43"},   Name{"JFIF 1.02", "fmt/44"},
    Name{"Exif 2.0", "x-fmt/398"}, Name{"Exif 2.1", "x-fmt/390"}, Name{"Exif 2.2", "x-fmt/391"},
    Name{"87a", "fmt/3"},          Name{"89a", "fmt/4"},
};

std::string_view puid_of(std::string_view version) {
  const auto* found = std::ranges::find(kPuids, version, &Name::first);
  return found == kPuids.end() ? std::string_view{} : found->second;
}

/// Zero beyond the end.
std::uint32_t byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | byte(bytes, at + i);
  return value;
}
std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | byte(bytes, at + i);
  return value;
}

void set_size(Header& header, std::uint32_t width, std::uint32_t height) {
  const std::uint64_t pixels = std::uint64_t{width} * height;
  if (pixels <= header.pixels) return;
  header.width = width;
  header.height = height;
  header.pixels = pixels;
}

/// "2023:06:01 10:30:00" in ISO 8601; "" when it is not that.
std::string iso(std::string_view date) {
  if (date.size() != 19) return {};
  std::string out{date};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool mark = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
    if (mark != (out[i] < '0' || out[i] > '9')) return {};
  }
  out[4] = out[7] = '-';
  out[10] = 'T';
  return out;
}

constexpr std::uint16_t kWidth = 0x0100, kHeight = 0x0101, kDateTime = 0x0132, kExif = 0x8769,
                        kExifVersion = 0x9000, kOriginal = 0x9003;

/// "0220" as "2.2", "0221" as "2.21".
std::string exif_version(std::string_view digits) {
  if (digits.size() != 4 || digits[0] != '0') return {};
  std::string version = fmt::format("Exif {}.{}", digits[1], digits[2]);
  if (digits[3] != '0') version += digits[3];
  return version;
}

void add_exif(std::string_view block, Header& header) {
  const Tiff tiff{block};
  const auto main = tiff.first();
  if (!main) return;
  header.created = iso(tiff.text(*main, kDateTime));
  const auto exif = tiff.number(*main, kExif);
  if (!exif) return;
  if (std::string original = iso(tiff.text(*exif, kOriginal)); !original.empty()) {
    header.created = std::move(original);
  }
  if (std::string version = exif_version(tiff.text(*exif, kExifVersion)); !version.empty()) {
    header.version = std::move(version);
  }
}

Header jpeg(std::string_view bytes) {
  Header header;
  std::size_t at = 2;
  while (byte(bytes, at) == 0xFF) {
    const std::uint32_t marker = byte(bytes, at + 1);
    const std::size_t length = big(bytes, at + 2, 2);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (length < 2 || at + 2 + length > bytes.size()) break;
    const std::string_view body = bytes.substr(at + 4, length - 2);
    if (body.starts_with("JFIF\0"sv) && header.version.empty()) {
      header.version = fmt::format("JFIF {}.{:02}", byte(body, 5), byte(body, 6));
    } else if (body.starts_with("Exif\0\0"sv)) {
      add_exif(body.substr(6), header);
    }
    // Start of frame, but not the tables that share its range of numbers.
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      set_size(header, big(body, 3, 2), big(body, 1, 2));
      break;
    }
    if (marker == 0xDA || marker == 0xD9) break;
    at += 2 + length;
  }
  return header;
}

Header png(std::string_view bytes) {
  Header header;
  if (bytes.size() >= 24 && bytes.substr(12, 4) == "IHDR") {
    set_size(header, big(bytes, 16, 4), big(bytes, 20, 4));
  }
  return header;
}

Header gif(std::string_view bytes) {
  Header header;
  header.version = bytes.substr(3, 3);
  set_size(header, little(bytes, 6, 2), little(bytes, 8, 2));
  return header;
}

Header bmp(std::string_view bytes) {
  Header header;
  const std::uint32_t size = little(bytes, 14, 4);
  if (size == 12) {
    set_size(header, little(bytes, 18, 2), little(bytes, 20, 2));
  } else if (size >= 40) {
    // A negative height means that the picture begins at its top.
    const auto height = static_cast<std::int32_t>(little(bytes, 22, 4));
    set_size(header, little(bytes, 18, 4),
             static_cast<std::uint32_t>(height < 0 ? -std::int64_t{height} : height));
    if (size == 40) header.puid = "fmt/116";
    if (size == 108) header.puid = "fmt/118";
    if (size == 124) header.puid = "fmt/119";
  }
  return header;
}

Header tiff(std::string_view bytes) {
  Header header;
  header.pages = 0;
  const Tiff file{bytes};
  for (auto page = file.first(); page && header.pages < kMostPages; page = file.after(*page)) {
    ++header.pages;
    set_size(header, file.number(*page, kWidth).value_or(0),
             file.number(*page, kHeight).value_or(0));
    if (header.pages == 1) header.created = iso(file.text(*page, kDateTime));
  }
  header.puid = "fmt/353";
  return header;
}

}  // namespace

Header header_of(std::string_view bytes) {
  Header header;
  if (bytes.starts_with("\xFF\xD8")) header = jpeg(bytes);
  if (bytes.starts_with("\x89PNG")) header = png(bytes);
  if (bytes.starts_with("GIF8")) header = gif(bytes);
  if (bytes.starts_with("BM")) header = bmp(bytes);
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) header = tiff(bytes);
  if (header.puid.empty()) header.puid = puid_of(header.version);
  return header;
}

}  // namespace guidang::extract::image
