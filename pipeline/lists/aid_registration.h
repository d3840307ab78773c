// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/forms/form.h"
#include "pipeline/view.h"

namespace guidang::lists {

/// What a register says of one document that came in or went out. All text as printed.
struct Registration {
  Direction direction = Direction::received;
  bool in_ledger = false;    ///< a row of the office's own register names it
  bool ledger_seen = false;  ///< its batch had such a register
  bool withdrawn = false;
  bool repeated = false;  ///< the same bytes as a document that is registered, too
  std::string register_no{};
  std::string received{};
  std::string creator{};
  std::string document_number{};
  std::string title{};
  std::string date{};
  std::string doctype{};
  std::string line{};            ///< 发文系统
  std::string incoming_class{};  ///< 收文类别
  std::string secrecy{};
  std::string urgency{};
  std::string copies{};
  std::string pages{};
  std::string recipients{};
  std::string cc{};
  std::string signer{};
  std::string handling{};
  std::string remarks{};
  std::string outcome{};  ///< 去向: its 档号, or where else it stands

  /// Year of the register: of a received document by its receiving date, else its date; of an
  /// issued one by its number (发文字号), else its date. 0 when nothing says it.
  [[nodiscard]] int year() const;
  /// Order in its register: received ones by 登记号, issued ones by 文号; what has none comes last.
  [[nodiscard]] std::string key() const;
  /// The line as a form prints it.
  [[nodiscard]] forms::Values row() const;
};

/// What the description of a document gives; nothing for a document that belongs in no register.
[[nodiscard]] std::optional<Registration> registration(const View& document);

/// Gives the entry what the row of a register knows and it does not.
void lend(const Registration& row, Registration& entry);

[[nodiscard]] std::string pack(const Registration& entry);
[[nodiscard]] Registration unpack_registration(std::string_view bytes);

/// 去向 of an item: its 档号, 预编 as long as that may change, or 待处理, 拟退文, 不归档 …
[[nodiscard]] std::string outcome_of(const View& item);

}  // namespace guidang::lists
