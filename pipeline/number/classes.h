// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang {

/// What a document says of itself that can tell its class. "" = not known.
struct ClassSubject {
  std::string_view title{};
  std::string_view doctype{};
  std::string_view creator{};
  std::vector<std::string_view> offices{};  ///< 承办部门 and the like, as ledgers write them
};

/// One way to belong to a class: all that is named must hold.
struct ClassRow {
  std::vector<std::string> offices{};   ///< one of them is the first that a ledger names
  std::vector<std::string> creators{};  ///< … is the creator
  std::vector<std::string> doctypes{};
  std::vector<std::string> title{};  ///< words of which the title has one
};

/// A class by 机构(问题): its code in 档号 and its name.
struct ClassEntry {
  std::string id{};
  std::string name{};
  std::vector<ClassRow> rows{};
  bool otherwise = false;  ///< takes what no row fits
};

/// The classes of an office, from the profile's `arrange` section:
/// `<class id="BGS" name="办公室"><fits office="秘书科 办公室"/><fits title="值班"/></class>`; the
/// first class with a row that fits wins, `<otherwise/>` makes one the class of all others. Ledger
/// columns that name the office: `<offices headings="承办部门 拟稿单位"/>`.
class Classes {
 public:
  /// Throws the profile's Failure.
  explicit Classes(const profile::Element& arrange_section);

  /// Null when no row fits and no class takes the others.
  [[nodiscard]] const ClassEntry* of(const ClassSubject& subject) const;
  /// By code or name; null when there is none such.
  [[nodiscard]] const ClassEntry* find(std::string_view id_or_name) const;
  [[nodiscard]] std::span<const ClassEntry> list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  /// True for the heading of a ledger's column that names the office in charge.
  [[nodiscard]] bool names_office(std::string_view heading) const;
  /// "BGS 办公室, RSK 人事科", for messages.
  [[nodiscard]] std::string names() const;

 private:
  std::vector<ClassEntry> list_;
  std::vector<std::string> headings_;
};

}  // namespace guidang
