// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/remarks.h"

#include <algorithm>
#include <string>

#include "pipeline/fields.h"
#include "pipeline/verdict.h"

namespace guidang::lists {
namespace {

/// Heading of values that people changed, when the profile has it.
constexpr std::string_view kChange = "change";

/// Findings say what was found in Chinese, then in English behind " / ".
std::string_view chinese(std::string_view text) { return text.substr(0, text.find(" / ")); }

std::string signed_by(const Decision& decision) {
  std::string text = "（" + decision.by;
  if (!decision.date.empty()) text += " " + decision.date;
  if (!decision.why.empty()) text += "：" + decision.why;
  return text + "）";
}

std::string sentence(const Finding& finding, const Office& office, const Decisions& decisions) {
  std::string text =
      office.backing.code_title ? office.backing.code_title(finding.code) : std::string();
  if (text.empty()) text = finding.code;
  if (const std::string_view found = chinese(finding.found); !found.empty()) {
    text.append("：").append(found);
  }
  const auto waiver = decisions.find("waive:" + finding.code);
  if (waiver != decisions.end() && !waiver->second.value.empty()) text += signed_by(waiver->second);
  return text;
}

void add_changes(const View& record, std::vector<Remark>& remarks) {
  for (const auto& [name, decision] : record.decisions()) {
    if (decision.value.empty()) continue;
    std::string word;
    if (const FieldInfo* field = find_field(name)) word = field->zh;
    if (name == "period") word = "保管期限";
    if (name == "year") word = "归档年度";
    if (word.empty()) continue;
    remarks.push_back(
        {std::string(kChange), word + "改定为“" + decision.value + "”" + signed_by(decision)});
  }
}

}  // namespace

std::vector<Remark> remarks_of(const View& item, const Office& office) {
  const PaperSettings& settings = office.settings;
  std::vector<Remark> remarks;
  const auto add_findings = [&](const View& record) {
    for (const Finding& finding : record.findings()) {
      const std::string_view kind = settings.remark_of(finding.code);
      if (kind.empty()) continue;
      Remark remark{std::string(kind), sentence(finding, office, item.decisions())};
      const auto same = [&](const Remark& other) { return other.text == remark.text; };
      if (std::none_of(remarks.begin(), remarks.end(), same)) remarks.push_back(std::move(remark));
    }
  };
  add_findings(item);
  for (const View& part : item.parts()) add_findings(part);
  const auto changes = [](const RemarkKind& kind) { return kind.id == kChange; };
  if (std::any_of(settings.remarks.begin(), settings.remarks.end(), changes)) {
    add_changes(item, remarks);
    for (const View& part : item.parts()) add_changes(part, remarks);
  }
  return remarks;
}

}  // namespace guidang::lists
