// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/stage.h"
#include "stages/relate/near.h"
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
  cited_number = 'g',  ///< what the text says of another, by 文号
  named_title = 'h',   ///< the same by title
  same_matter = 'i',   ///< answers, by matter
  same_sender = 'j'    ///< what came again
};

/// Puts a document under every question that it has to do with, and its text among the others.
void ask(const View& document, const Row& row, NearTexts& near, Sorter& sorter);

/// Walks the rows in order; rows under one key stand together, those that others may belong to
/// first. Of one group at most kMostHeads such documents are kept.
class Finder {
 public:
  static constexpr std::size_t kMostHeads = 64;

  Finder(NearTexts& near, Ties& ties) : near_(near), ties_(ties) {}
  void visit(const SortedRow& sorted);
  /// After all rows: two texts that are nearly the same.
  void visit(const NearPair& pair);

 private:
  void same_bytes(const Row& row);
  void ledger_row(const Row& row, bool head);
  void same_number(const Row& row);
  void same_part(const Row& row, const std::string& evidence);
  void listed_title(const Row& row, bool head);
  void cited_number(const Row& row, bool head);
  void named_title(const Row& row, bool head);
  void same_matter(const Row& row, bool head);
  void same_sender(const Row& row);
  bool came_again(const Row& one, const Row& other);
  bool tie(const Row& row, const Row& other, std::string_view shown);
  [[nodiscard]] const Row* meant(const Row& row) const;
  void keep(const Row& row) {
    if (heads_.size() < kMostHeads) heads_.push_back(row);
  }

  NearTexts& near_;
  Ties& ties_;
  std::string group_;
  std::vector<Row> heads_;
  bool told_ = false;  ///< the first of the group knows already that it is not alone
};

}  // namespace guidang::relate
