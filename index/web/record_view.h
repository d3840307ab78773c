// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyser.h"
#include "index/card.h"
#include "pipeline/facts.h"
#include "pipeline/fields.h"
#include "pipeline/findings/finding.h"
#include "pipeline/verdict.h"

/// What a record page shows, as plain values: already narrowed to what its visitor may see.
namespace guidang::web {

/// Whence a value is, as `Field::source`; a place in the text is taken apart.
struct SourceView {
  std::string kind{};    ///< "ledger" "sidecar" "tag" "file name" "derived" "person" or "text"
  std::size_t page = 0;  ///< of a "text", from 1; 0 for all others
  std::size_t line = 0;
};
[[nodiscard]] SourceView source_of(std::string_view source);

struct RivalView {
  std::string value{};
  SourceView source{};
};

struct FieldView {
  const FieldInfo* info = nullptr;
  std::vector<std::string> values{};
  SourceView source{};
  std::string original{};              ///< as it stands in the source, when it differs
  std::optional<double> confidence{};  ///< for the staff
  std::vector<RivalView> rivals{};     ///< for the staff
};

/// A file of the item. `number` counts all files of the item, whoever may see them, so that an
/// address means the same file to everybody.
struct FileView {
  std::size_t number = 0;  ///< from 1
  Role part = Role::main;  ///< of its document in the item
  Role role = Role::main;  ///< in its document
  std::string name{};      ///< without folders
  std::string path{};      ///< in the batch, for the staff
  std::string digest{};    ///< sha256
  std::uint64_t size = 0;
  std::string format{};  ///< "docx" …; "" when it was not read
  std::optional<std::uint32_t> pages{};
  std::optional<TextState> state{};
  std::string reason{};  ///< why it could not be read, for the staff
  bool stored = false;   ///< can be downloaded
};

/// A page of text (or a piece of one that is too long for one screen).
struct TextPage {
  std::size_t file = 0;    ///< FileView::number; 0 when not known
  std::size_t number = 0;  ///< of the page in its file, from 1
  std::size_t of = 0;      ///< pages of the file
  bool continued = false;  ///< a further piece of the page before
  std::string text{};
  std::vector<index::ByteRange> marks{};
};

/// A tie to a record that the visitor may see.
struct RelationView {
  std::string kind{};  ///< as Relation::kind
  std::string zh{};
  std::string en{};
  std::string evidence{};
  index::Hit other{};
};

/// Another document with the same bytes, or nearly; for the staff.
struct DuplicateView {
  RecordId document{};
  std::string place{};  ///< where it came from
};

struct FindingView {
  Finding finding{};
  bool waived = false;
};

/// One thing that happened to the record.
struct HistoryEntry {
  /// "received" "fact" "retracted" "amendment" "decision" "sealed" "filed" "opened"
  std::string kind{};
  std::string when{};     ///< ISO date, or time where the clock of the office is known; may be ""
  std::string subject{};  ///< the document, when it is not the item itself
  std::string field{};    ///< of a decision its field, of a fact its kind or field
  std::string before{};
  std::string value{};
  std::string by{};  ///< persons are named to the staff only
  std::string why{};
  std::string stage{};
  std::string run{};
};

struct RetentionView {
  std::string period{};
  std::string rule{};
  std::string citation{};
  std::string ends{};  ///< ISO; "" for 永久 and when not known
};

/// What the register knows of a record, beyond what the index holds.
struct RegisterView {
  std::vector<FieldView> fields{};
  std::vector<FileView> files{};
  std::vector<RelationView> relations{};
  RetentionView retention{};
  std::string opening{};  ///< as Appraisal::opening
  std::string control{};  ///< the reason's id; with its title and citation below
  std::string control_zh{};
  std::string control_en{};
  std::string control_citation{};
  std::string opens_from{};  ///< 开放候选日, for the staff
  std::string year_rule{};   ///< for the staff
  bool sealed = false;
  std::string volume_title{};    ///< for the staff: it is made of all items of the volume
  std::uint32_t first_page = 0;  ///< in the volume
  std::uint32_t last_page = 0;
  std::vector<std::string> former_codes{};
  std::vector<HistoryEntry> history{};
  bool history_cut = false;  ///< what was superseded was left out: `history=all` asks for it
  // For the staff alone:
  std::optional<Verdict> verdict{};
  std::vector<FindingView> findings{};
  std::vector<DuplicateView> duplicates{};
};

/// All that a record page shows.
struct RecordView {
  bool staff = false;
  std::string fonds_name{};
  index::Hit shown{};
  RegisterView known{};
  std::vector<TextPage> text{};
  index::Neighbours neighbours{};
  std::vector<index::Hit> similar{};
};

/// What a reader writes below a text: 责任者：题名（文号），日期，档号.
[[nodiscard]] std::string citation_of(const RecordView& record);

/// The last part of a path, whichever way its folders are parted.
[[nodiscard]] std::string_view file_name_of(std::string_view path);

}  // namespace guidang::web
