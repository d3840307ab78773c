// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/extract/format.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// Reads one format, in a helper process. Fills `state` (read, none_by_nature or
/// failed; no_reader for a container of nothing known), `pages`,
/// `layout`, `properties`, `technical`, `members` and what it knows of the encoding; the caller
/// fills the rest. May throw std::bad_alloc, and Failure when the disk gives an error; never for
/// what is in the file. A file that is cut off or damaged fails as a whole: there is no part of a
/// document.
using ReadFunction = Extraction (*)(int fd, const Limits& limits);

/// Takes pieces of a member's bytes, in order.
using ByteSink = std::function<void(std::string_view bytes)>;
/// Gives the bytes of the member with this index in what the ReadFunction listed. The answer is why
/// it could not, "" when it could; what the sink had by then is dropped.
using MemberFunction = std::string (*)(int fd, const Limits& limits, std::uint32_t index,
                                       const ByteSink& sink);

struct ReaderEntry {
  Format format = Format::unknown;
  std::string_view name{};
  int revision = 1;  ///< raised when the same bytes may now give another text or look
  ReadFunction read = nullptr;
  ReadFunction tables = nullptr;     ///< spreadsheets: see Reader::tables
  MemberFunction member = nullptr;   ///< containers: see Reader::member
  ReadFunction recognise = nullptr;  ///< pictures and scanned pages, when optical recognition is
                                     ///< asked for; pages that have text keep it
};

[[nodiscard]] Extraction read_txt(int fd, const Limits& limits);
[[nodiscard]] Extraction read_html(int fd, const Limits& limits);
[[nodiscard]] Extraction read_xml(int fd, const Limits& limits);
[[nodiscard]] Extraction read_rtf(int fd, const Limits& limits);
[[nodiscard]] Extraction read_pdf(int fd, const Limits& limits);
[[nodiscard]] Extraction recognise_pdf(int fd, const Limits& limits);
[[nodiscard]] std::string give_pdf_member(int fd, const Limits& limits, std::uint32_t index,
                                          const ByteSink& sink);
[[nodiscard]] Extraction read_docx(int fd, const Limits& limits);
[[nodiscard]] Extraction read_xlsx(int fd, const Limits& limits);
[[nodiscard]] Extraction xlsx_tables(int fd, const Limits& limits);
[[nodiscard]] Extraction read_pptx(int fd, const Limits& limits);
/// MemberFunction of docx, xlsx and pptx.
[[nodiscard]] std::string ooxml_member(int fd, const Limits& limits, std::uint32_t index,
                                       const ByteSink& sink);
[[nodiscard]] Extraction read_odt(int fd, const Limits& limits);
[[nodiscard]] Extraction read_ods(int fd, const Limits& limits);
[[nodiscard]] Extraction ods_tables(int fd, const Limits& limits);
[[nodiscard]] Extraction read_odp(int fd, const Limits& limits);
/// MemberFunction of odt, ods and odp.
[[nodiscard]] std::string odf_member(int fd, const Limits& limits, std::uint32_t index,
                                     const ByteSink& sink);
[[nodiscard]] Extraction read_doc(int fd, const Limits& limits);
[[nodiscard]] Extraction read_ofd(int fd, const Limits& limits);
[[nodiscard]] Extraction recognise_ofd(int fd, const Limits& limits);
[[nodiscard]] std::string read_ofd_member(int fd, const Limits& limits, std::uint32_t index,
                                          const ByteSink& sink);
/// Excel 5 to 2003, and WPS Spreadsheets' et.
[[nodiscard]] Extraction read_xls(int fd, const Limits& limits);
[[nodiscard]] Extraction xls_tables(int fd, const Limits& limits);
/// Says that it is encrypted.
[[nodiscard]] Extraction read_encrypted_office(int fd, const Limits& limits);
/// Of a compound file that holds no known document: fails when it is damaged.
[[nodiscard]] Extraction read_compound(int fd, const Limits& limits);
[[nodiscard]] Extraction read_zip(int fd, const Limits& limits);
[[nodiscard]] std::string zip_member(int fd, const Limits& limits, std::uint32_t index,
                                     const ByteSink& sink);
[[nodiscard]] Extraction read_eml(int fd, const Limits& limits);
[[nodiscard]] std::string eml_member(int fd, const Limits& limits, std::uint32_t index,
                                     const ByteSink& sink);
[[nodiscard]] Extraction read_mht(int fd, const Limits& limits);
/// For gz, bz2, xz, tar, seven_zip and rar.
template <Format format>
[[nodiscard]] Extraction read_archive(int fd, const Limits& limits);
template <Format format>
[[nodiscard]] std::string archive_member(int fd, const Limits& limits, std::uint32_t index,
                                         const ByteSink& sink);
[[nodiscard]] Extraction read_image(int fd, const Limits& limits);
[[nodiscard]] Extraction recognise_image(int fd, const Limits& limits);

/// Pictures of all formats have one reader.
constexpr ReaderEntry image_entry(Format format) {
  return {.format = format, .name = "image", .read = read_image, .recognise = recognise_image};
}

/// The row of a format that libarchive knows.
template <Format archive>
inline constexpr ReaderEntry kArchiveReader{.format = archive,
                                            .name = "archive",
                                            .revision = 1,
                                            .read = read_archive<archive>,
                                            .member = archive_member<archive>};

/// Who reads what. A format that is not here has no reader, and is said to have none.
inline constexpr std::array kReaders{
    ReaderEntry{.format = Format::txt, .name = "text", .revision = 2, .read = read_txt},
    ReaderEntry{.format = Format::html, .name = "html", .revision = 3, .read = read_html},
    ReaderEntry{.format = Format::xml, .name = "xml", .revision = 1, .read = read_xml},
    ReaderEntry{.format = Format::rtf, .name = "rtf", .revision = 2, .read = read_rtf},
    ReaderEntry{.format = Format::docx,
                .name = "docx",
                .revision = 3,
                .read = read_docx,
                .member = ooxml_member},
    ReaderEntry{.format = Format::xlsx,
                .name = "xlsx",
                .revision = 1,
                .read = read_xlsx,
                .tables = xlsx_tables,
                .member = ooxml_member},
    ReaderEntry{.format = Format::pptx,
                .name = "pptx",
                .revision = 1,
                .read = read_pptx,
                .member = ooxml_member},
    ReaderEntry{.format = Format::odt,
                .name = "odt",
                .revision = 2,
                .read = read_odt,
                .member = odf_member},
    ReaderEntry{.format = Format::ods,
                .name = "ods",
                .revision = 1,
                .read = read_ods,
                .tables = ods_tables,
                .member = odf_member},
    ReaderEntry{.format = Format::odp,
                .name = "odp",
                .revision = 1,
                .read = read_odp,
                .member = odf_member},
    ReaderEntry{.format = Format::doc, .name = "doc", .revision = 2, .read = read_doc},
    ReaderEntry{.format = Format::ofd,
                .name = "ofd",
                .revision = 2,
                .read = read_ofd,
                .member = read_ofd_member,
                .recognise = recognise_ofd},
    ReaderEntry{.format = Format::xls,
                .name = "xls",
                .revision = 1,
                .read = read_xls,
                .tables = xls_tables},
    ReaderEntry{.format = Format::encrypted_office,
                .name = "encrypted_office",
                .revision = 1,
                .read = read_encrypted_office},
    ReaderEntry{.format = Format::zip,
                .name = "zip",
                .revision = 1,
                .read = read_zip,
                .member = zip_member},
    ReaderEntry{.format = Format::ole2, .name = "ole2", .revision = 1, .read = read_compound},
    ReaderEntry{.format = Format::pdf,
                .name = "pdf",
                .revision = 1,
                .read = read_pdf,
                .member = give_pdf_member,
                .recognise = recognise_pdf},
    image_entry(Format::jpeg),
    image_entry(Format::png),
    image_entry(Format::gif),
    image_entry(Format::tiff),
    image_entry(Format::bmp),
    ReaderEntry{.format = Format::eml,
                .name = "eml",
                .revision = 1,
                .read = read_eml,
                .member = eml_member},
    ReaderEntry{.format = Format::mht, .name = "mht", .revision = 2, .read = read_mht},
    kArchiveReader<Format::gz>,
    kArchiveReader<Format::bz2>,
    kArchiveReader<Format::xz>,
    kArchiveReader<Format::tar>,
    kArchiveReader<Format::seven_zip>,
    kArchiveReader<Format::rar>,
};

/// Null when none.
[[nodiscard]] const ReaderEntry* find_reader(std::span<const ReaderEntry> readers, Format format);

/// What is wanted of a file.
enum class Purpose : std::uint8_t { text, tables, member, recognition };

struct Order {
  Purpose purpose = Purpose::text;
  std::uint32_t member = 0;  ///< index, for Purpose::member
};

/// What a reader tells while it is at work; all may be empty.
struct Listener {
  /// Format and reader are known, reading begins.
  std::function<void(const Extraction&)> begun{};
  /// Bytes of the member that was ordered.
  ByteSink bytes{};
};

/// Tells the format and lets its reader work, in this very process. For Purpose::member the state
/// is none_by_nature when all bytes were given, and failed otherwise. std::bad_alloc goes through.
[[nodiscard]] Extraction read_in_process(int fd, std::string_view name, const Limits& limits,
                                         std::span<const ReaderEntry> readers = kReaders,
                                         const Order& order = {}, const Listener& listener = {});

/// `extraction` as failed, with its text, layout and members taken away; control characters in the
/// reason become blanks and it ends after 900 bytes.
[[nodiscard]] Extraction failed(Extraction extraction, std::string_view reason);
[[nodiscard]] Extraction failed(std::string_view reason);

/// Adds a property unless it is blank; blanks are trimmed, a value ends after 4 KiB, and of more
/// than 200 properties the rest is left out.
void add_property(Extraction& extraction, std::string_view key, std::string_view value);
/// The same for what is known of the file; `key` is one of technical.h. The first value stays.
void add_technical(Extraction& extraction, std::string_view key, std::string_view value);

}  // namespace guidang::extract
