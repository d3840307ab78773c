// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "stages/describe/lines.h"

/// What a single line is, told by its own form. Where it stands is for `zones.h` to say.
namespace guidang::describe {

enum class LineKind : std::uint8_t {
  plain,       ///< may be part of a title
  furniture,   ///< of the web page
  mark,        ///< 份号, 密级, 紧急程度
  masthead,    ///< 发文机关标志: …文件, …令
  number,      ///< 发文字号, also beside 签发人
  signer,      ///< 签发人 alone
  label,       ///< 发文机关：…, of the table above web texts
  date,        ///< a date and nothing else
  note,        ///< 题注: (…年…月…日…通过)
  salutation,  ///< 主送机关
  body
};

/// The document's own number, when the line is made of it (and of 签发人, a mark or brackets).
[[nodiscard]] std::optional<text::FoundNumber> own_number(const Line& line,
                                                          std::span<const std::string> codes);

/// A line that is a date, brackets around it allowed; never 印发日期.
struct DateLine {
  std::optional<text::FoundDate> date{};
  std::optional<text::BadDate> bad{};
  std::string_view before{};  ///< an organ's name on the same line
};
[[nodiscard]] std::optional<DateLine> date_line(const Line& line);

/// Whether a line says when a text was passed, approved, issued or amended.
[[nodiscard]] bool is_note(std::string_view flat);

/// Whether a line begins or is part of running text.
[[nodiscard]] bool is_body(const Line& line);

/// 抄送, 主题词, 印发: the line opens or belongs to the 版记.
[[nodiscard]] bool is_imprint(std::string_view flat);

/// "附件", "附件2", "附件1：": the line opens an annex (附件), not the list of them.
[[nodiscard]] bool is_annex_heading(std::string_view flat);

/// Bytes of a salutation at the start of a line, its colon included; 0 when there is none. Running
/// text may follow the colon.
[[nodiscard]] std::size_t salutation(const Line& line);

[[nodiscard]] bool is_masthead(std::string_view flat);
[[nodiscard]] bool is_signer(std::string_view flat);
/// Whether a line is nothing but one to four names of persons: 张　三　李四五.
[[nodiscard]] bool is_names(const Line& line);
[[nodiscard]] bool is_copy_number(std::string_view flat);
[[nodiscard]] bool is_mark(const Line& line);

}  // namespace guidang::describe
