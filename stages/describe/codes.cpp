// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/codes.h"

#include <algorithm>
#include <array>

namespace guidang::describe {
namespace {

constexpr std::string_view kNumberClause = "GB/T 9704-2012 7.2.5";
constexpr std::string_view kDateClause = "GB/T 9704-2012 7.3.5";

constexpr std::array kCodes{
    CodeInfo{kDisagree, "各来源不一致", "sources disagree",
             "核对原件,以 set 确定该项,或更正台账、附带说明",
             "compare with the original, then decide the field or correct the ledger or sidecar",
             "DA/T 18-2022"},
    CodeInfo{kLongTitle, "标题过长,可能混入正文", "title is long and may hold running text",
             "核对标题", "check the title", "GB/T 9704-2012 7.3.1"},
    CodeInfo{kIrregularNumber, "发文字号写法不规范", "document number departs from its normal form",
             "按规范形式著录,原样保留", "describe it in its normal form; the original is kept",
             kNumberClause},
    CodeInfo{kSuggestedNumber, "发文字号残缺,所拟形式未采用",
             "document number is damaged; the suggested form was not taken",
             "对照原件确认后以 set 著录", "confirm it with the original, then set it",
             kNumberClause},
    CodeInfo{kSeveral, "正文中有几个取值", "the text offers several values", "核对所取的一个",
             "check the one that was taken", ""},
    CodeInfo{kImpossibleDate, "日期不存在", "no such day", "对照原件更正",
             "correct it with the original", kDateClause},
    CodeInfo{kOtherCalendar, "非公历日期", "date of another calendar", "换算后以 set 著录",
             "convert it, then set it", ""},
    CodeInfo{kNoNumber, "没有发文字号", "no document number", "有文号的补录",
             "enter it if the document has one", kNumberClause},
    CodeInfo{kNoCreator, "没有发文机关", "no creator", "补录发文机关", "enter the creator",
             "GB/T 9704-2012 7.3.5"},
    CodeInfo{kUnreadable, "台账或附带说明的值无法识别", "given value cannot be read",
             "更正台账或附带说明", "correct the ledger or the sidecar", ""},
    CodeInfo{kNoText, "没有文本,仅据台账、附带说明或文件名著录",
             "no text; described from ledger, sidecar or file name only", "对照原件核对",
             "check with the original", ""},
    CodeInfo{kFromFileName, "仅据文件名著录", "described from the file name only", "对照原件核对",
             "check with the original", ""},
    CodeInfo{kNoType, "文种不明", "document type not known", "补录文种", "enter the document type",
             "党政机关公文处理工作条例 第八条"},
    CodeInfo{kUnsure, "著录把握不大", "value is unsure", "对照原件核对", "check with the original",
             ""},
    CodeInfo{
        kUnknownOrgan, "机构表中没有该机构", "organ is not in the table of organisations",
        "写错的以 set 更正,确有其机构的补入机构表",
        "correct it with set when it is misspelt, add it to the table when there is such an organ",
        ""},
    CodeInfo{kSeveralOrgans, "机构名称指向不止一个机构", "name stands for more than one organ",
             "以 set 著录全称,或在机构表中写明区域",
             "set the full name, or write the areas in the table", "GB/T 9704-2012 7.2.4"},
    CodeInfo{kNotThenName, "机构名称与成文日期不符", "name was not in use on the document's date",
             "核对日期与机构更名时间", "compare the date with the renaming of the organ", ""},
    CodeInfo{kOtherCode, "机关代字属于另一机构", "number bears the code of another organ",
             "核对发文机关和发文字号", "compare creator and number with the original",
             kNumberClause}};

std::string_view name_of(text::NumberFlaw flaw) {
  switch (flaw) {
    case text::NumberFlaw::brackets:
      return "年份不在六角括号内 / year not in 〔〕";
    case text::NumberFlaw::leading_zero:
      return "序号编虚位 / leading zero";
    case text::NumberFlaw::ordinal_word:
      return "序号前加“第” / 第 before the number";
    case text::NumberFlaw::inner_blank:
      return "中间有空格 / blank inside";
    case text::NumberFlaw::odd_characters:
      return "字符不规范 / odd characters";
    case text::NumberFlaw::two_digit_year:
      return "年份不全 / two-digit year";
    case text::NumberFlaw::missing_brackets:
      return "缺括号 / brackets missing";
    case text::NumberFlaw::missing_year:
      return "缺年份 / year missing";
    case text::NumberFlaw::missing_suffix:
      return "缺“号” / 号 missing";
  }
  return {};
}

}  // namespace

std::span<const CodeInfo> codes() { return kCodes; }

void report_flaws(const text::FoundNumber& number, std::string_view place,
                  std::vector<Finding>& findings) {
  if (number.flaws.empty() && !number.suggested) return;
  Finding finding;
  finding.code = number.suggested ? kSuggestedNumber : kIrregularNumber;
  finding.severity = number.suggested ? Severity::warning : Severity::note;
  finding.place = place;
  finding.found = number.original;
  for (const text::NumberFlaw flaw : number.flaws) {
    finding.found += finding.found.size() == number.original.size() ? ": " : "; ";
    finding.found += name_of(flaw);
  }
  finding.expected = number.value.to_text();
  findings.push_back(std::move(finding));
}

void report_bad_dates(std::span<const text::BadDate> dates, std::string_view place,
                      std::vector<Finding>& findings) {
  for (const text::BadDate& date : dates) {
    const bool impossible = date.flaw == text::DateFlaw::impossible;
    Finding finding;
    finding.code = impossible ? kImpossibleDate : kOtherCalendar;
    finding.severity = impossible ? Severity::warning : Severity::note;
    finding.place = place;
    finding.found = date.original;
    findings.push_back(std::move(finding));
  }
}

}  // namespace guidang::describe
