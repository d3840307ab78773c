// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "stages/extract/readers.h"
#include "stages/extract/readers/zip_package.h"

namespace guidang::extract {

/// What a part's relationships point to.
struct Relation {
  std::string id{};
  std::string kind{};  ///< last component of the type: "header" "footnotes" …
  std::string path{};  ///< name of the entry
};

/// One DOCX, XLSX or PPTX, transitional or strict.
class OoxmlPackage : public ZipPackage {
 public:
  static std::variant<OoxmlPackage, std::string> open(int fd, const Limits& limits);

  /// Of the part, or of the package when `of` is empty, without what lies outside; in the order of
  /// the file.
  [[nodiscard]] std::vector<Relation> relations(const std::string& of);
  /// The part that the package is about; `usual` is its name when no relation tells it. "" when
  /// there is none.
  [[nodiscard]] std::string main_part(std::string_view usual);
  /// ISO 29500 strict, as far as the relation to the main part tells.
  [[nodiscard]] bool strict() const { return strict_; }

 private:
  explicit OoxmlPackage(ZipPackage package) : ZipPackage(std::move(package)) {}

  bool strict_ = false;
};

/// In order of their paths, `header2` before `header10`.
void sort_by_path(std::vector<Relation>& relations);

/// The one of this id; null when there is none.
[[nodiscard]] const Relation* find_relation(const std::vector<Relation>& relations,
                                            std::string_view id);

/// Core, extended and custom properties; what is known of the file (version, program, dates, counts
/// of pictures, scripts, fonts, things elsewhere); embedded files as members. Nothing of it costs
/// the text: what is wrong here is a flaw. Call it last, after `main_part`.
void add_package_facts(OoxmlPackage& package, Extraction& result);

}  // namespace guidang::extract
