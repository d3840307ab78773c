// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/record.h"
#include "index/texts.h"

namespace guidang::index {

/// What a hit shows, kept as `name=value` lines in the document data.
struct DisplayData {
  std::string record{};
  std::string code{};
  bool provisional = false;
  std::string title{};
  std::string document_number{};
  std::string creator{};
  std::string doctype{};
  std::string retention{};
  std::string secrecy{};
  std::string direction{};
  std::string fonds{};
  std::string volume{};
  std::string volume_title{};
  std::string year{};
  std::string date{};
  std::string path{};
};

[[nodiscard]] std::string to_data(const IndexRecord& record);
[[nodiscard]] DisplayData from_data(std::string_view data);

/// The unique term of a record.
[[nodiscard]] std::string record_term(std::string_view record);

/// The whole value of a field as one term: folded, short enough for Xapian.
[[nodiscard]] std::string exact_term(std::string_view prefix, std::string_view value);

/// 永久 is `y`, 30年 or D30 is `d 30`, so that the ways of writing a period meet.
[[nodiscard]] std::string retention_key(std::string_view retention);

/// The same for all codes whose numbers are equal and in the order of their numbers: X043·2 stands
/// before X043·10.
[[nodiscard]] std::string code_order(std::string_view code);

/// The creators of a joint document, as facets count them.
[[nodiscard]] std::vector<std::string> creators_of(std::string_view creator);

/// Four digits, or nothing for a year that is none.
[[nodiscard]] std::string year_value(int year);

/// A record, with its pages joined in `body`, in the shape of schema.h.
[[nodiscard]] Xapian::Document make_document(const IndexRecord& record, std::string_view body,
                                             const RecordDigest& digest, const TextPlace& place);

}  // namespace guidang::index
