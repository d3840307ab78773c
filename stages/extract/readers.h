// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/extract/format.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// Reads one format, in a helper process. Fills `state` (read, none_by_nature or failed), `pages`,
/// `properties` and what it knows of the encoding; the caller fills the rest. May throw
/// std::bad_alloc, and Failure when the disk gives an error; never for what is in the file.
using ReadFunction = Extraction (*)(int fd, const Limits& limits);

[[nodiscard]] Extraction read_txt(int fd, const Limits& limits);
[[nodiscard]] Extraction read_html(int fd, const Limits& limits);
[[nodiscard]] Extraction read_docx(int fd, const Limits& limits);

struct ReaderEntry {
  Format format = Format::unknown;
  std::string_view name{};
  int revision = 1;  ///< raised when the same bytes may now give another text
  ReadFunction read = nullptr;
};

/// Who reads what. A format that is not here has no reader, and is said to have none.
inline constexpr std::array kReaders{
    ReaderEntry{Format::txt, "text", 1, read_txt},
    ReaderEntry{Format::html, "html", 1, read_html},
    ReaderEntry{Format::docx, "docx", 1, read_docx},
};

/// Null when none.
[[nodiscard]] const ReaderEntry* find_reader(std::span<const ReaderEntry> readers, Format format);

/// Tells the format and lets its reader read, in this very process. `begun` is told what is known
/// before the reader starts. std::bad_alloc goes through.
[[nodiscard]] Extraction read_in_process(int fd, std::string_view name, const Limits& limits,
                                         std::span<const ReaderEntry> readers = kReaders,
                                         const std::function<void(const Extraction&)>& begun = {});

/// `extraction` as failed, with its text taken away; control characters in the reason become blanks
/// and it ends after 900 bytes.
[[nodiscard]] Extraction failed(Extraction extraction, std::string_view reason);
[[nodiscard]] Extraction failed(std::string_view reason);

/// Adds a property unless it is blank; blanks are trimmed, a value ends after 4 KiB, and of more
/// than 200 properties the rest is left out.
void add_property(Extraction& extraction, std::string_view key, std::string_view value);

}  // namespace guidang::extract
