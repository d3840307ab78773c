// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/document_number.h"
#include "pipeline/text/number_parts.h"

namespace guidang::text {

/// Walks over a text and reads a number at each place where one may be recognised: an opening
/// bracket, 第, or a figure. It looks at a bounded stretch around each, so its work is linear.
class NumberReader {
 public:
  /// `whole_field`: the text is nothing but a number, so less is needed to make one.
  NumberReader(std::string_view text, std::span<const std::string> known_codes, bool whole_field)
      : text_(text), known_codes_(known_codes), whole_field_(whole_field) {}

  /// Once only. Every number reads back from its own normal form: what would not is junk of the
  /// text around it.
  [[nodiscard]] std::vector<FoundNumber> all();

 private:
  using Result = std::optional<NumberDraft>;

  [[nodiscard]] Result read(const Cursor& at) const;
  [[nodiscard]] static bool reads_back(const DocumentNumber& value);
  void keep(const NumberDraft& draft);

  [[nodiscard]] Result bracketed(const Cursor& open) const;
  [[nodiscard]] Result code_behind(const Cursor& open, Cursor at, NumberDraft draft) const;
  [[nodiscard]] Result half_bracketed(const Cursor& open, Cursor at, NumberDraft draft) const;
  [[nodiscard]] Result ordinal(const Cursor& start) const;
  [[nodiscard]] Result without_ordinal_word(const Cursor& start) const;
  [[nodiscard]] Result stripped(const Cursor& start) const;

  [[nodiscard]] bool take_suffix(Cursor& at, NumberDraft& draft) const;
  void take_code_before(const Cursor& here, NumberDraft& draft) const;
  void take_ordinal_lead(Cursor begin, Cursor at, NumberDraft& draft) const;
  [[nodiscard]] bool accept_ordinal(NumberDraft& draft) const;

  std::string_view text_;
  std::span<const std::string> known_codes_;
  bool whole_field_ = false;
  bool reading_back_ = false;
  std::size_t free_from_ = 0;
  std::vector<FoundNumber> found_{};
};

}  // namespace guidang::text
