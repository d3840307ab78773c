// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "index/record.h"
#include "pipeline/files/fd.h"

/// The texts of the records of one class, as they were indexed: `text-GGGGGG-WW` files that are
/// only added to while a generation is built and never changed afterwards, so that generations
/// share them by hard links.
namespace guidang::index {

/// The parts of a record's text. A phrase never runs from one into the next.
enum class Part : std::size_t {
  title,
  creator,
  number,
  code,
  body,
  recipients,
  cc,
  signers,
  attachments,
  volume  ///< 案卷's code and title; of its own, no part of what is looked for anywhere
};
inline constexpr std::size_t kParts = 10;

/// Looks into a record's text; valid as long as the TextFiles it came from.
struct RecordText {
  std::array<std::string_view, kParts> parts{};
  [[nodiscard]] std::string_view operator[](Part part) const {
    return parts[static_cast<std::size_t>(part)];
  }
};

/// Stands between two pages in the body; a blank to the analyser.
inline constexpr char kPageBreak = '\f';

/// The pages, joined by page breaks.
[[nodiscard]] std::string body_of(const IndexRecord& record);

/// Where a record's text lies: file (generation and worker), offset, size; 16 bytes as a value.
struct TextPlace {
  std::uint32_t file = 0;
  std::uint64_t offset = 0;
  std::uint32_t size = 0;

  [[nodiscard]] std::string to_value() const;
  /// A damaged value gives an empty place.
  [[nodiscard]] static TextPlace from_value(std::string_view value);
};

[[nodiscard]] std::string text_file_name(std::uint32_t file);

/// Copies what lies at these places, and no other byte, into files of the same names: the places
/// stay true. A file that holds nothing else is shared.
void copy_texts(const std::filesystem::path& from, std::vector<TextPlace> places,
                const std::filesystem::path& to);

/// Adds texts to one file. Failures of the disk throw Failure.
class TextWriter {
 public:
  TextWriter(std::filesystem::path path, std::uint32_t file);
  TextPlace add(const IndexRecord& record, std::string_view body);
  /// Writes what is left; whoever commits the folder waits for the disk.
  void finish();

 private:
  void flush();
  std::filesystem::path path_;
  std::uint32_t file_;
  files::Fd descriptor_{};
  std::uint64_t written_ = 0;
  std::string buffer_{};
};

/// All text files of one folder, mapped into memory. Safe for any number of threads.
class TextFiles {
 public:
  explicit TextFiles(const std::filesystem::path& folder);
  TextFiles(const TextFiles&) = delete;
  TextFiles& operator=(const TextFiles&) = delete;
  ~TextFiles();

  /// An unknown or damaged place gives empty parts.
  [[nodiscard]] RecordText at(const TextPlace& place) const;
  [[nodiscard]] std::uint64_t size() const;

 private:
  struct Mapped {
    std::uint32_t file = 0;
    const char* data = nullptr;
    std::size_t size = 0;
  };
  std::vector<Mapped> files_{};
};

}  // namespace guidang::index
