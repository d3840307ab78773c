// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <utility>
#include <variant>

#include "pipeline/files/zip.h"
#include "pipeline/text/decode.h"
#include "stages/extract/format.h"
#include "stages/extract/readers/zip_limits.h"
#include "stages/extract/sniff_compound.h"

namespace guidang::extract {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kHead = 64 * 1024;

struct Magic {
  std::size_t offset = 0;
  std::string_view bytes{};
  Format format = Format::unknown;
};

constexpr std::array kMagic{
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::ole2},
    Magic{0, "{\\rtf"sv, Format::rtf},
    Magic{0, "\xFF\xD8\xFF"sv, Format::jpeg},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, Format::png},
    Magic{0, "GIF87a"sv, Format::gif},
    Magic{0, "GIF89a"sv, Format::gif},
    Magic{0, "II*\0"sv, Format::tiff},
    Magic{0, "MM\0*"sv, Format::tiff},
    Magic{8, "WEBP"sv, Format::webp},
    Magic{8, "WAVEfmt"sv, Format::wav},
    Magic{8, "AVI LIST"sv, Format::avi},
    Magic{4, "ftyp"sv, Format::mp4},
    Magic{0, "\x1F\x8B\x08"sv, Format::gz},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          Format::xz},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, Format::seven_zip},
    Magic{0, "Rar!\x1A\x07"sv, Format::rar},
    Magic{257, "ustar"sv, Format::tar},
};

/// Those short enough to begin a text by chance.
constexpr std::array kWeakMagic{
    Magic{0, "BM"sv, Format::bmp},
    Magic{0, "BZh"sv, Format::bz2},
    Magic{0, "ID3"sv, Format::mp3},
    Magic{0, "\xFF\xFB"sv, Format::mp3},
};

bool holds(std::string_view head, const Magic& magic) {
  return head.size() >= magic.offset + magic.bytes.size() &&
         head.substr(magic.offset, magic.bytes.size()) == magic.bytes;
}

std::string read_head(int fd) {
  std::string head(kHead, '\0');
  std::size_t have = 0;
  while (have < head.size()) {
    const ssize_t got =
        ::pread(fd, head.data() + have, head.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    have += static_cast<std::size_t>(got);
  }
  head.resize(have);
  return head;
}

/// A name that stands in a container of the format and in no other.
struct Landmark {
  std::string_view name{};
  Format format = Format::zip;
};
constexpr std::array kLandmarks{
    Landmark{"word/", Format::docx},
    Landmark{"xl/", Format::xlsx},
    Landmark{"ppt/", Format::pptx},
};
constexpr std::array kMimeTypes{
    Landmark{"application/vnd.oasis.opendocument.text", Format::odt},
    Landmark{"application/vnd.oasis.opendocument.spreadsheet", Format::ods},
    Landmark{"application/vnd.oasis.opendocument.presentation", Format::odp},
};

Format by_mime_type(std::string_view type) {
  for (const Landmark& mark : kMimeTypes) {
    if (type.starts_with(mark.name)) return mark.format;
  }
  return Format::zip;
}

/// OFD.xml at the root, in any case, with `./` before it or not.
bool is_ofd_entry(std::string_view name) {
  while (name.starts_with("./") || name.starts_with(".\\")) name.remove_prefix(2);
  if (name.starts_with('/') || name.starts_with('\\')) name.remove_prefix(1);
  return std::ranges::equal(name, "ofd.xml"sv, {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
}

/// The names in the local headers of the head, for a container whose directory is lost: a damaged
/// DOCX is to fail as a DOCX.
Format sniff_damaged_zip(std::string_view head) {
  for (std::size_t at = head.find("PK\3\4"sv); at != std::string_view::npos;
       at = head.find("PK\3\4"sv, at + 4)) {
    if (head.size() < at + 30) break;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(head[at + i]); };
    const std::size_t length = byte(26) + 256U * byte(27);
    const std::string_view name = head.substr(at + 30).substr(0, length);
    if (name == "mimetype") return by_mime_type(head.substr(at + 30 + length));
    if (is_ofd_entry(name)) return Format::ofd;
    for (const Landmark& mark : kLandmarks) {
      if (name.starts_with(mark.name)) return mark.format;
    }
  }
  return Format::zip;
}

Format sniff_zip(int fd, std::string_view head, const Limits& limits) {
  files::Fd own{::fcntl(fd, F_DUPFD_CLOEXEC, 3)};
  // What an entry's name is worth is for the readers to say.
  auto opened = files::ZipReader::open(std::move(own), zip_limits(limits), files::ZipUse::archive);
  auto* zip = std::get_if<files::ZipReader>(&opened);
  if (zip == nullptr) return sniff_damaged_zip(head);
  if (const files::ZipEntry* entry = zip->find("mimetype"); entry != nullptr && entry->size < 256) {
    const auto type = zip->read(*entry);
    if (const auto* text = std::get_if<std::string>(&type)) {
      const Format format = by_mime_type(*text);
      if (format != Format::zip) return format;
    }
  }
  for (const files::ZipEntry& entry : zip->entries()) {
    if (is_ofd_entry(entry.name.text)) return Format::ofd;
  }
  if (zip->find("[Content_Types].xml") == nullptr) return Format::zip;
  for (const files::ZipEntry& entry : zip->entries()) {
    for (const Landmark& mark : kLandmarks) {
      if (entry.name.text.starts_with(mark.name)) return mark.format;
    }
  }
  return Format::zip;
}

/// ASCII in lower case without NULs, so that markup in UTF-16 looks like any other.
std::string simplified(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    if (c == '\0') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view without_lead(std::string_view text) {
  constexpr std::array kMarks{"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv};
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  const std::size_t start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Format sniff_markup(std::string_view text) {
  constexpr std::array kHtmlStarts{
      "<!doctype html"sv, "<html"sv,   "<head"sv, "<body"sv, "<meta"sv, "<title"sv,
      "<table"sv,         "<div"sv,    "<p>"sv,   "<p "sv,   "<span"sv, "<script"sv,
      "<style"sv,         "<center"sv, "<h1"sv,   "<font"sv};
  if (!text.starts_with('<')) return Format::txt;
  for (const std::string_view start : kHtmlStarts) {
    if (text.starts_with(start)) return Format::html;
  }
  const std::string_view near = text.substr(0, 4096);
  if (contains(near, "<html") || contains(near, "<!doctype html")) return Format::html;
  const bool xml = text.starts_with("<?xml") || text.starts_with("<svg") ||
                   contains(near.substr(0, near.find('>')), " xmlns");
  return xml ? Format::xml : Format::txt;
}

/// Mail begins with header lines; one alone may be chance ("Subject: …"), two are not.
Format sniff_mail(std::string_view text) {
  constexpr std::array kHeaders{"from:"sv,     "to:"sv,          "subject:"sv,
                                "date:"sv,     "message-id:"sv,  "mime-version:"sv,
                                "received:"sv, "return-path:"sv, "content-type:"sv};
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon > 60) return Format::txt;
  if (text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != colon) {
    return Format::txt;
  }
  std::size_t end = std::min(text.find("\n\n"), text.find("\r\n\r\n"));
  const std::string_view block = text.substr(0, end);
  int found = 0;
  bool to = false;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t stop = std::min(block.find('\n', at), block.size());
    const std::string_view line = block.substr(at, stop - at);
    for (const std::string_view header : kHeaders) {
      if (line.starts_with(header)) ++found;
    }
    to = to || line.starts_with("to:");
    at = stop + 1;
  }
  const bool technical = contains(block, "mime-version:") || contains(block, "message-id:") ||
                         contains(block, "received:") || contains(block, "content-type:");
  if (found < 2 || !technical) return Format::txt;
  const bool page =
      contains(block, "multipart/related") &&
      (contains(block, "<saved by") || contains(block, "snapshot-content-location") || !to);
  return page ? Format::mht : Format::eml;
}

}  // namespace

Format sniff(int fd, const Limits& limits) {
  const std::string head = read_head(fd);
  if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv)) {
    return sniff_zip(fd, head, limits);
  }
  for (const Magic& magic : kMagic) {
    if (!holds(head, magic)) continue;
    return magic.format == Format::ole2 ? sniff_compound(fd, limits) : magic.format;
  }
  // Some writers put bytes before the mark; readers of PDF look through the first KiB.
  if (contains(std::string_view{head}.substr(0, 1024), "%PDF-")) return Format::pdf;
  const bool binary = text::looks_binary(head);
  if (binary) {
    for (const Magic& magic : kWeakMagic) {
      if (holds(head, magic)) return magic.format;
    }
    return Format::unknown;
  }
  const std::string text = simplified(head);
  const std::string_view body = without_lead(text);
  const Format markup = sniff_markup(body);
  return markup != Format::txt ? markup : sniff_mail(body);
}

}  // namespace guidang::extract
