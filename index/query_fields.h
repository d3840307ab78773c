// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "index/query.h"

/// The names of fields in queries. This is the only list of them; the page of grammar is tested
/// against it.
namespace guidang::index {

/// How what stands behind `name:` is read.
enum class FieldValue {
  words,      ///< a row of characters
  number,     ///< 文号, 档号, 案卷: parts of it, however they are written
  whole,      ///< the whole value, as 文种
  direction,  ///< 收文, 发文 or 内部
  years,
  dates
};

struct FieldInfo {
  Field field = Field::any;  ///< `any` for years and dates, which are nodes of their own
  FieldValue value = FieldValue::words;
  std::string_view zh{};  ///< the name shown
  std::string_view en{};
  std::string_view others{};  ///< more names that people type, parted by blanks
  std::string_view slips{};   ///< what an input method makes of them: never a name, always a slip
};

/// In the order in which they are shown.
inline constexpr std::array kFields{
    FieldInfo{Field::title, FieldValue::words, "题名", "title", "标题 题目 文件题名", "提名 标提"},
    FieldInfo{Field::number, FieldValue::number, "文号", "number",
              "发文字号 字号 公文文号 document_number docno", "文好 文浩 发文字好"},
    FieldInfo{Field::creator, FieldValue::words, "机关", "creator",
              "责任者 发文机关 发文机构 发文单位 作者 author organ", "机管 责任这 发文机管"},
    FieldInfo{Field::recipients, FieldValue::words, "主送", "to",
              "主送机关 主送单位 recipients recipient", "主宋"},
    FieldInfo{Field::cc, FieldValue::words, "抄送", "cc", "抄送机关 抄送单位 copy", "超送 抄宋"},
    FieldInfo{Field::signer, FieldValue::words, "签发人", "signer", "签发 signers", ""},
    FieldInfo{Field::attachments, FieldValue::words, "附件", "attachments",
              "附件说明 附件名称 attachment", ""},
    FieldInfo{Field::any, FieldValue::years, "年度", "year", "归档年度 年份 years", "年渡 年都"},
    FieldInfo{Field::any, FieldValue::dates, "日期", "date",
              "成文日期 成文时间 发文日期 发文时间 dates", "日起 日其 成文曰期"},
    FieldInfo{Field::doctype, FieldValue::whole, "文种", "type", "公文种类 文件种类 doctype",
              "文钟"},
    FieldInfo{Field::retention, FieldValue::whole, "期限", "retention", "保管期限 保管年限 period",
              "期现 期线 保管期线"},
    FieldInfo{Field::secrecy, FieldValue::whole, "密级", "secrecy", "秘密等级", ""},
    FieldInfo{Field::direction, FieldValue::direction, "收发", "direction", "收发文 收发类型", ""},
    FieldInfo{Field::code, FieldValue::number, "档号", "code", "档案号 archival_code",
              "党号 挡号 当号"},
    FieldInfo{Field::volume, FieldValue::number, "案卷", "volume", "案卷号 案卷题名 卷", "案券"},
    FieldInfo{Field::fonds, FieldValue::whole, "全宗", "fonds", "全宗号", "全总 全综"},
    FieldInfo{Field::body, FieldValue::words, "正文", "body", "全文 text", "正问"},
    FieldInfo{Field::initials, FieldValue::words, "拼音", "py", "首字母 拼音首字母 简拼 initials",
              "拼英"}};

/// The field of this name, in any case, width and script; null when there is none.
[[nodiscard]] const FieldInfo* find_field(std::string_view name);

/// The field of words that are looked for there; `any` has none.
[[nodiscard]] const FieldInfo& info_of(Field field);

/// The name shown for years, dates.
[[nodiscard]] const FieldInfo& info_of(FieldValue value);

/// What a name that is none may have been meant for: another order of its characters, one wrong
/// (two in a long one), or a known slip. Empty when it is far from all.
[[nodiscard]] std::string_view nearest_field(std::string_view name);

/// Whether somebody who typed this before a colon certainly meant a field and was wrong. Two Latin
/// letters or more are always so. Of Chinese words only slips and names in another order are, for
/// titles and forms are full of colons (文件名：…, 责任人：…, 主办单位：…) and must stay findable.
[[nodiscard]] bool is_failed_field(std::string_view name);

/// "received", "issued" or "internal" as records have it, for 收文, 发文, 内部 and what else they
/// are called; empty for anything else.
[[nodiscard]] std::string_view direction_value(std::string_view typed);

}  // namespace guidang::index
