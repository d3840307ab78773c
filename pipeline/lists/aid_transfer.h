// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// One item as it is handed over.
struct HandedOver {
  std::string code{};  ///< 档号
  std::string period{};
  std::string volume{};  ///< id; "" in item mode
  std::string pages{};   ///< "" when not known
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  ///< of the originals
};

[[nodiscard]] std::string pack(const HandedOver& one);
[[nodiscard]] HandedOver unpack_handed_over(std::string_view bytes);

/// Quantities of a year, for people to compare with what arrives.
struct TransferTally {
  std::uint64_t items = 0;
  std::uint64_t volumes = 0;
  std::uint64_t pages = 0;
  std::uint64_t unknown_pages = 0;  ///< items of unknown pages
  std::uint64_t paper_only = 0;     ///< items without a file
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::map<std::string, std::uint64_t> periods{};
  std::string first{};
  std::string last{};
  std::string last_volume{};

  /// In the order of codes.
  void add(const HandedOver& one);
};

/// Gigabytes (10⁹) with three decimals, rounded up, so that something is never 0.000.
[[nodiscard]] std::string gigabytes(std::uint64_t bytes);

/// Items with a code, in the order of their codes.
extern const LineKind kHandedOver;

/// 档案移交清册: the items of the year.
void print_transfer_list(const PaperYear& year, Binder& binder);
/// 档案交接文据 (GB/T 13968-92), without a word for what only the two parties know.
void print_transfer_deed(const PaperYear& year, Binder& binder);
/// 电子档案移交与接收登记表 (档发〔2012〕7号). What nobody has examined reads 未检.
void print_transfer_form(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
