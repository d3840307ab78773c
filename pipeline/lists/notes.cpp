// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/notes.h"

#include "pipeline/lists/item_values.h"

namespace guidang::lists {
namespace {

/// A sheet is signed by people who read it; what lies beyond is counted.
constexpr std::uint64_t kMostLines = 60;

}  // namespace

void NoteSheet::add(const ListRow& row) {
  for (const Remark& note : row.notes) {
    add(note.kind, "第" + std::string(last_number(row.code)) + "件　" + note.text);
  }
}

void NoteSheet::add(std::string_view kind, const std::string& line) {
  Lines& lines = lines_[std::string(kind)];
  if (lines.count == kMostLines) {
    ++lines.left_out;
    return;
  }
  if (lines.count++ > 0) lines.text += '\n';
  lines.text += line;
}

void NoteSheet::put(const PaperSettings& settings, forms::Values& values) const {
  for (const RemarkKind& kind : settings.remarks) {
    const auto lines = lines_.find(kind.id);
    if (lines == lines_.end()) continue;
    std::string text = lines->second.text;
    if (lines->second.left_out > 0) {
      text += "\n……另有 " + std::to_string(lines->second.left_out) + " 条，见检查结果";
    }
    values["note_" + kind.id] = text;
  }
}

void NoteSheet::for_each_count(
    const std::function<void(const std::string& kind, std::uint64_t lines)>& visit) const {
  for (const auto& [kind, lines] : lines_) visit(kind, lines.count + lines.left_out);
}

std::multimap<std::string, NumberRemark> number_remarks(const PaperYear& year) {
  std::multimap<std::string, NumberRemark> remarks;
  const Backing& backing = year.office().backing;
  if (year.year() <= 0 || !backing.changed_numbers) return remarks;
  for (const LedgerRow& row : backing.changed_numbers(year.year())) {
    std::string text = "第" + std::string(last_number(row.code)) + "件　";
    const bool gone = row.state == "tombstone";
    if (gone) {
      text += "已撤出，件号不再使用" + (row.note.empty() ? "" : "：" + row.note);
    } else {
      text += "补充归档，见第 " + std::to_string(row.edition) + " 版";
      for (const SealRow& seal : year.seals()) {
        if (seal.edition == row.edition) text += "（" + written_date(seal.date) + "）";
      }
    }
    remarks.emplace(row.series,
                    NumberRemark{row.code, {gone ? "destruction" : "supplement", std::move(text)}});
  }
  return remarks;
}

}  // namespace guidang::lists
