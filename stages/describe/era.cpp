// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/format_era.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/imprint.h"
#include "stages/describe/oddities.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

class EraCheck {
 public:
  EraCheck(const Reading& reading, const text::FormatRules& rules, Findings& findings)
      : reading_(reading), rules_(rules), findings_(findings) {}

  void check(const Description& description) {
    imprint_rows();
    empty_page();
    date_form();
    urgency(description);
  }

 private:
  void report(const Line& line, std::string_view expected) {
    constexpr std::size_t kShown = 40;
    Finding finding;
    finding.code = kOutOfEra;
    finding.severity = Severity::note;
    finding.place = line.place();
    finding.found = text::prefix(line.text, kShown);
    finding.expected = std::string{rules_.name} + ": " + std::string{expected};
    findings_.add(std::move(finding));
  }

  void imprint_rows() {
    const ImprintZone zone = imprint_zone(reading_);
    for (std::size_t i = zone.first; i < zone.last; ++i) {
      const Line& line = reading_.lines[i];
      const ImprintRow row = imprint_label(line.flat).row;
      if (row == ImprintRow::keywords && !rules_.keywords) report(line, "无主题词 / no keywords");
      if (row == ImprintRow::reports && !rules_.reports_up && line.flat.starts_with("抄报")) {
        report(line, "用抄送 / 抄送 instead");
      }
    }
  }

  void empty_page() {
    if (rules_.empty_page) return;
    const std::size_t end = std::min(reading_.zones.main_end, reading_.lines.size());
    for (std::size_t i = reading_.zones.body; i < end; ++i) {
      const Line& line = reading_.lines[i];
      if (line.flat == "(此页无正文)") report(line, "不得标“此页无正文” / never said");
    }
  }

  void date_form() {
    const SignOff& sign = reading_.zones.sign_off;
    if (!sign.found || !sign.date || sign.embedded) return;
    const bool han = sign.found->form == text::DateForm::han;
    const bool arabic = sign.found->form == text::DateForm::arabic;
    if (han && !rules_.han_date) report(reading_.lines[*sign.date], "阿拉伯数字 / Arabic numerals");
    if (arabic && rules_.era == text::FormatEra::y2000)
      report(reading_.lines[*sign.date], "汉字 / Chinese numerals");
  }

  void urgency(const Description& description) {
    const Field* urgency = description.find("urgency");
    if (urgency == nullptr || rules_.urgent_paper || urgency->values.front() != "急件") return;
    for (const Line& line : reading_.lines) {
      if (line.place() == urgency->source) return report(line, "特急、加急 / 特急 or 加急");
    }
  }

  const Reading& reading_;
  const text::FormatRules& rules_;
  Findings& findings_;
};

}  // namespace

void report_era(const Reading& reading, const Description& description, double bound,
                Findings& findings) {
  const Field* field = description.find("date");
  // The forms are those of documents with a head; laws and web pages have others.
  const Zones& zones = reading.zones;
  const bool document = zones.salutation || !zones.numbers.empty() || !zones.masthead.empty();
  if (field == nullptr || field->confidence < bound || !document) return;
  const auto date = parse_iso(field->values.front());
  if (!date) return;
  EraCheck(reading, text::format_rules(text::format_era(*date)), findings).check(description);
}

}  // namespace guidang::describe
