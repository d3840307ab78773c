// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/stage.h"
#include "stages/relate/row.h"
#include "stages/relate/ties.h"

namespace guidang::relate {

/// The questions that relate asks, in order: the answer to one may depend on those before it. A
/// letter each is the first byte of the sorter's keys, so one walk asks them all.
enum class Question : char {
  same_bytes = 'a',    ///< duplicates
  ledger_row = 'b',    ///< a row that names no file, and a file that no row names
  same_number = 'c',   ///< versions by 文号; two documents under one
  same_title = 'd',    ///< versions by title and date
  same_stem = 'e',     ///< versions and attachments by the names of files
  listed_title = 'f',  ///< attachments by another's 附件说明
  cited_number = 'g',  ///< answers and documents passed on, by 文号
  same_matter = 'h'    ///< answers, by title
};

/// Puts a document under every question that it has to do with.
void ask(const View& document, Sorter& sorter);

/// Walks the rows in order; rows under one key stand together, those that others may belong to
/// first. Of one group at most kMostHeads such documents are kept.
class Finder {
 public:
  static constexpr std::size_t kMostHeads = 64;

  explicit Finder(Ties& ties) : ties_(ties) {}
  void visit(const SortedRow& sorted);

 private:
  void same_bytes(const Row& row);
  void ledger_row(const Row& row, bool head);
  void same_number(const Row& row);
  void same_part(const Row& row, const std::string& evidence);
  void listed_title(const Row& row, bool head);
  void cited_number(const Row& row, bool head);
  void same_matter(const Row& row, bool head);
  void keep(const Row& row) {
    if (heads_.size() < kMostHeads) heads_.push_back(row);
  }

  Ties& ties_;
  std::string group_;
  std::vector<Row> heads_;
  bool told_ = false;  ///< the first of the group knows already that it is not alone
};

}  // namespace guidang::relate
