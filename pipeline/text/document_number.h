// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/number_flaw.h"

namespace guidang::text {

/// The ways of numbering documents. Each has one normal form, which to_text writes.
enum class NumberForm : std::uint8_t {
  bracketed,  ///< 凤政办发〔2023〕6号
  ordinal,    ///< 国务院令第711号, 主席令（十三届）第45号: no year
  yearly,     ///< 公告2023年第5号
  issue       ///< 简报2023年第5期, or without a year 简报第5期
};

/// A document's number (发文字号). parse_document_number(x.to_text()) == x for every x that this
/// room made and did not only suggest.
struct DocumentNumber {
  /// 机关代字, for an order the organ with its 令; may be empty. 字 belongs to it. Organs that
  /// issue jointly are parted by one blank: 财政部 税务总局公告.
  std::string code{};
  /// 0 when the form has none; 81 when the document says no more (bracketed only).
  int year = 0;
  int session = 0;  ///< 13 in （十三届）; 0 for none
  int number = 0;
  std::optional<int> sub{};   ///< 1 in 7-1号
  std::optional<int> last{};  ///< 3 in 第1至3号
  bool supplement = false;    ///< 〔2023〕补6号
  NumberForm form = NumberForm::bracketed;

  [[nodiscard]] std::string to_text() const;
  bool operator==(const DocumentNumber&) const = default;
};

/// A number in a text; offsets are bytes.
struct FoundNumber {
  DocumentNumber value;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::vector<NumberFlaw> flaws;  ///< each at most once, in the order of the enum
  std::string original;           ///< the bytes as written
  bool suggested = false;         ///< a guess for a person to confirm; never take it by itself

  [[nodiscard]] bool has(NumberFlaw flaw) const;
};

/// All numbers of a text, in order. A code is at most 32 characters an organ and never runs over
/// the start of a line; running text before it (根据, 依据, 按照, 见, 以, 和, 、, 《 …) is cut off.
/// `known_codes` are codes the office uses: the longest that ends where the code ends decides.
[[nodiscard]] std::vector<FoundNumber> find_document_numbers(
    std::string_view text, std::span<const std::string> known_codes = {});

/// A field that holds one number and nothing else: suggestions included, so look at `suggested`.
[[nodiscard]] std::optional<FoundNumber> read_document_number(std::string_view field);

/// The number of a field, when nothing about it is guessed.
[[nodiscard]] std::optional<DocumentNumber> parse_document_number(std::string_view field);

/// The same key however a number is typed: brackets, blanks, width, case, 第, leading zeros. Text
/// that is no number gets its folded form, so that equal texts still meet.
[[nodiscard]] std::string matching_key(std::string_view field);

}  // namespace guidang::text
