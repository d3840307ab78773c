// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include "pipeline/intake.h"
#include "pipeline/reader.h"
#include "pipeline/stage.h"

namespace guidang {

/// 提取: says of each component in what format it is and whether its text was taken out.
///
/// Receive has each file read already, for the secrecy gate, and stored the text; this stage reads
/// again only when nothing is stored or the reader is another one by now.
class Extract final : public RecordStage {
 public:
  /// Both must outlive the stage.
  Extract(ContentStore& store, Reader& reader) : store_(store), reader_(reader) {}

  [[nodiscard]] const StageInfo& info() const override;
  /// Digest of the table of readers, and whether recognition is asked for: a new reader makes the
  /// stage look again.
  [[nodiscard]] std::string settings() const override;
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

 private:
  [[nodiscard]] bool is_current(const ComponentText& text) const;
  [[nodiscard]] ComponentText text_of(const Component& component) const;

  ContentStore& store_;
  Reader& reader_;
};

/// Every code that the stage reports.
[[nodiscard]] std::span<const CodeInfo> extract_codes();

/// Text of one file without a home, for `guidang text` and `guidang check`. Follows links, since
/// the user named the file. Throws Failure when it cannot be opened or is no regular file.
[[nodiscard]] Extraction extract_file(Reader& reader, const std::filesystem::path& path);

}  // namespace guidang
