// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/format.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace guidang::extract {
namespace {

constexpr std::array kFormats{
    FormatInfo{Format::unknown, "unknown", "", false},
    FormatInfo{Format::txt, "txt", "txt text csv tsv log md ini json", false},
    FormatInfo{Format::html, "html", "html htm xhtml shtml", false},
    FormatInfo{Format::xml, "xml", "xml xsd xsl rng", false},
    FormatInfo{Format::rtf, "rtf", "rtf", false},
    FormatInfo{Format::pdf, "pdf", "pdf", false},
    FormatInfo{Format::docx, "docx", "docx docm dotx dotm", false},
    FormatInfo{Format::xlsx, "xlsx", "xlsx xlsm xltx", false},
    FormatInfo{Format::pptx, "pptx", "pptx pptm potx ppsx", false},
    FormatInfo{Format::odt, "odt", "odt ott", false},
    FormatInfo{Format::ods, "ods", "ods ots", false},
    FormatInfo{Format::odp, "odp", "odp otp", false},
    FormatInfo{Format::ofd, "ofd", "ofd", false},
    FormatInfo{Format::zip, "zip", "zip jar epub", false},
    FormatInfo{Format::doc, "doc", "doc dot wps wpt", false},
    FormatInfo{Format::xls, "xls", "xls xlt et ett", false},
    FormatInfo{Format::ppt, "ppt", "ppt pot pps dps dpt", false},
    FormatInfo{Format::msg, "msg", "msg", false},
    FormatInfo{Format::encrypted_office, "encrypted_office",
               "docx docm dotx dotm xlsx xlsm xltx pptx pptm potx ppsx", false},
    FormatInfo{Format::ole2, "ole2", "", false},
    FormatInfo{Format::eml, "eml", "eml", false},
    FormatInfo{Format::mht, "mht", "mht mhtml", false},
    FormatInfo{Format::jpeg, "jpeg", "jpg jpeg jpe jfif", true},
    FormatInfo{Format::png, "png", "png", true},
    FormatInfo{Format::gif, "gif", "gif", true},
    FormatInfo{Format::tiff, "tiff", "tif tiff", true},
    FormatInfo{Format::bmp, "bmp", "bmp", true},
    FormatInfo{Format::webp, "webp", "webp", true},
    FormatInfo{Format::mp3, "mp3", "mp3", true},
    FormatInfo{Format::wav, "wav", "wav", true},
    FormatInfo{Format::mp4, "mp4", "mp4 m4v m4a mov", true},
    FormatInfo{Format::avi, "avi", "avi", true},
    FormatInfo{Format::gz, "gz", "gz tgz", false},
    FormatInfo{Format::bz2, "bz2", "bz2", false},
    FormatInfo{Format::xz, "xz", "xz", false},
    FormatInfo{Format::tar, "tar", "tar", false},
    FormatInfo{Format::seven_zip, "7z", "7z", false},
    FormatInfo{Format::rar, "rar", "rar", false},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (static_cast<std::size_t>(kFormats[i].format) != i) return false;
  }
  return true;
}
static_assert(in_order());

bool lists(std::string_view extensions, std::string_view extension) {
  while (!extensions.empty()) {
    const std::size_t end = std::min(extensions.find(' '), extensions.size());
    if (extensions.substr(0, end) == extension) return true;
    extensions.remove_prefix(std::min(end + 1, extensions.size()));
  }
  return false;
}

}  // namespace

const FormatInfo& info(Format format) { return kFormats[static_cast<std::size_t>(format)]; }

std::optional<Format> format_from(std::string_view name) {
  for (const FormatInfo& row : kFormats) {
    if (row.name == name) return row.format;
  }
  return std::nullopt;
}

std::string extension_mismatch(std::string_view name, Format format) {
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension{name.substr(dot + 1)};
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (lists(info(format).extensions, extension)) return {};
  const bool known = std::ranges::any_of(
      kFormats, [&](const FormatInfo& row) { return lists(row.extensions, extension); });
  return known ? extension : std::string{};
}

}  // namespace guidang::extract
