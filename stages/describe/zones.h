// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "stages/describe/kinds.h"
#include "stages/describe/lines.h"

namespace guidang::describe {

/// A run of lines that reads as one title.
struct TitleBlock {
  std::size_t first = 0;  ///< index of its first line
  std::size_t last = 0;   ///< index of its last line
  std::string text{};     ///< joined, blanks of the page left out
  std::string name{};     ///< the same without a number, a rule or its own repetition
  bool complete = false;  ///< ends in a kind of document (文种)
  bool closed = false;    ///< ends at least in a word that titles end in
  bool after_number = false;
};

struct HeadNumber {
  std::size_t line = 0;
  text::FoundNumber number{};
};

/// 署名 and 成文日期 at the end of the document's own text.
struct SignOff {
  std::vector<std::size_t> organs{};   ///< lines, top to bottom
  std::vector<std::size_t> persons{};  ///< lines: 总理 李克强
  std::optional<std::size_t> date{};   ///< line
  std::optional<text::FoundDate> found{};
  std::optional<text::BadDate> bad{};
  std::string_view beside{};  ///< an organ's name on the date's line
  /// Deep inside a text without any head of a document: it may belong to a part of a collection.
  bool embedded = false;
};

/// Where things stand. Indices are of lines; a zone that is not there is empty or nullopt.
struct Zones {
  std::vector<std::size_t> marks{};
  std::vector<std::size_t> masthead{};
  std::vector<HeadNumber> numbers{};
  std::vector<std::size_t> signers{};
  std::vector<TitleBlock> titles{};
  std::vector<std::size_t> notes{};  ///< 题注
  std::vector<std::size_t> dates{};  ///< bare dates in the head
  std::size_t salutation_first = 0;  ///< 主送: [first, last], none when last < first
  std::size_t salutation_last = 0;
  bool salutation = false;
  std::size_t body = 0;      ///< first line of running text; number of lines when there is none
  std::size_t main_end = 0;  ///< behind the last line of the document itself
  std::optional<std::size_t> list{};     ///< 附件说明
  std::optional<std::size_t> annex{};    ///< first annex
  std::optional<std::size_t> imprint{};  ///< first line of the 版记
  SignOff sign_off{};
};

[[nodiscard]] Zones find_zones(std::span<const Line> lines, std::span<const std::string> codes);

/// Lines of a title put together: 《…》 and words that a line end cut are made whole again; blanks
/// stay between Latin words and between the organs of a joint document.
[[nodiscard]] std::string join_title(std::span<const std::string_view> parts);

}  // namespace guidang::describe
