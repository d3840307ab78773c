// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"

namespace guidang {

/// What came out of one file.
struct Extraction {
  TextState state = TextState::no_reader;
  std::string format{};              ///< by content: "txt" "html" "docx" "pdf" "zip" … ; "unknown"
  std::string reader{};              ///< name of the reader that answered, "" when none
  int revision = 0;                  ///< of that reader
  std::string reason{};              ///< when `failed`: one English line; the limit or damage met
  std::vector<std::string> pages{};  ///< UTF-8; one entry when the format has no pages
  bool paged = false;                ///< the entries of `pages` are the document's own pages
  std::string encoding{};
  std::uint64_t undecodable = 0;
  /// What the file says of itself: "title" "subject" "keywords" "category" "declared_encoding" …
  std::map<std::string, std::string> properties{};
};

/// Takes text out of files. Safe to call from several threads.
class Reader {
 public:
  virtual ~Reader() = default;
  /// `fd` is a readable regular file; its offset may be moved. `name` is a hint only: the format is
  /// told by content. Never throws for what is in the file; a Failure means the machine is at
  /// fault.
  [[nodiscard]] virtual Extraction read(int fd, std::string_view name) = 0;
  /// Name and revision of the reader that would answer for this format, "" and 0 when none:
  /// a text taken out by an older revision is taken out again.
  [[nodiscard]] virtual int revision_of(std::string_view reader) const = 0;
};

}  // namespace guidang
