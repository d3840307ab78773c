// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/files/zip.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/limits.h"

namespace guidang::extract::ofd {

/// A file of the package together with its bytes.
struct Part {
  std::string path{};  ///< as the package spells it
  std::string bytes{};
};

/// The ZIP of one OFD. The first thing that is wrong with what is needed is kept as `error`; from
/// then on nothing is found any more. What is wrong with things that are not needed for the text is
/// a flaw.
class Package {
 public:
  Package(int fd, const Limits& limits);

  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] bool ok() const { return error_.empty(); }
  [[nodiscard]] const std::string& error() const { return error_; }
  void fail(std::string why);

  /// All flaws on one line; the same one is kept once, and of many only the first ones.
  [[nodiscard]] std::string flaws() const;
  void flaw(std::string what);

  /// The entry that a location in a file of `folder` means: exactly, or but for the case of its
  /// letters, or when it was meant from the root. nullptr when there is none.
  [[nodiscard]] const files::ZipEntry* find(std::string_view folder, std::string_view location);
  /// Its path as the package spells it, slashes only.
  [[nodiscard]] static std::string path_of(const files::ZipEntry& entry);
  /// Whether there is a file of this name (in any case) in any folder.
  [[nodiscard]] bool has_file_named(std::string_view name) const;

  /// Bytes of an entry, or why not.
  std::optional<std::string> bytes(const files::ZipEntry& entry, std::string& why);

  /// The same in pieces, which are good only when the answer is true.
  bool pieces(const files::ZipEntry& entry, const std::function<void(std::string_view)>& sink,
              std::string& why);

  /// What `location` in `from` means; without it the reading fails, and the message tells who
  /// refers to it.
  std::optional<Part> required(std::string_view from, std::string_view location);
  /// The same, but it is only a flaw when it cannot be had.
  std::optional<Part> optional(std::string_view from, std::string_view location);

  /// A small XML part as a tree; fails or is a flaw as above.
  std::optional<xml::Document> required_xml(std::string_view from, std::string_view location);
  std::optional<xml::Document> optional_xml(std::string_view from, std::string_view location);

  /// For parts of any length, read from front to back.
  [[nodiscard]] xml::Limits stream_limits() const;
  /// For parts that become a tree.
  [[nodiscard]] xml::Limits tree_limits() const;

 private:
  std::optional<Part> part(std::string_view from, std::string_view location, std::string& why);
  std::optional<xml::Document> tree(std::optional<Part> part, std::string& why) const;
  void index();

  const Limits& limits_;
  std::optional<files::ZipReader> zip_{};
  std::unordered_map<std::string, const files::ZipEntry*> exact_{};
  std::unordered_map<std::string, const files::ZipEntry*> folded_{};
  std::uint64_t unpacked_ = 0;
  std::string error_{};
  std::vector<std::string> flaws_{};
};

}  // namespace guidang::extract::ofd
