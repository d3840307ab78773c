// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/facet.h"
#include "index/query.h"
#include "index/reader.h"
#include "index/snippet.h"

namespace guidang::index {

/// The order of hits; equal ones by home and record.
enum class Sort {
  relevance,  ///< best first
  newest,     ///< 成文日期 descending, undated last
  oldest,     ///< 成文日期 ascending, undated last
  code        ///< 档号 in the order of its numbers, those without last
};

struct SearchOptions {
  std::size_t limit = 20;
  std::size_t offset = 0;  ///< hits to pass over first
  Sort sort = Sort::relevance;
  std::vector<Choice> choices{};  ///< what of the facets was chosen; all of them hold
  std::vector<Facet> facets{};    ///< to be counted
  /// Facets are counted among so many of the first matching records; with more they are "at least".
  /// The total is always exact.
  std::size_t exact_up_to = 200'000;
  bool loosen = true;  ///< take the words as a bag when nothing holds them all
  BagWeights bag{};
  double title_share =
      0.5;                 ///< how much the pieces of the query weigh again that stand in the title
  int least_percent = 10;  ///< of what a record with all pieces would score, for a loose hit
};

/// A match in something of a record that its hit does not show otherwise.
struct FieldMatch {
  Field field = Field::any;        ///< recipients, cc, signer, attachments, or code: a former one
  std::string text{};              ///< one value, as written
  std::vector<ByteRange> marks{};  ///< in `text`
};

struct Hit {
  std::size_t home = 0;  ///< which of the readers, from 0
  std::string record{};
  std::string code{};
  bool provisional = false;
  std::string title{};
  std::string document_number{};
  std::string creator{};
  std::string doctype{};
  std::string retention{};
  std::string direction{};  ///< "received", "issued", "internal", ""
  std::string fonds{};
  std::string volume{};
  std::string year{};
  std::string date{};
  std::string path{};
  double score = 0;    ///< comparable inside one answer only
  bool loose = false;  ///< holds only a part of what was asked for
  std::vector<ByteRange> title_marks{};
  std::vector<ByteRange> number_marks{};
  std::vector<ByteRange> creator_marks{};
  std::vector<ByteRange> code_marks{};
  Snippet snippet{};
  /// Where the words stand that neither the above nor the text shows; a few.
  std::vector<FieldMatch> elsewhere{};
};

struct Results {
  std::size_t total = 0;  ///< records that hold all that was asked for, and what was chosen
  /// None does: the hits hold a good part of it, those with most of the rarest pieces first.
  bool loosened = false;
  std::size_t loose_total = 0;  ///< how many such there are, with what was chosen
  std::vector<Hit> hits{};
  std::vector<FacetCounts> facets{};  ///< as asked for, in that order
};

/// Two searches over equal sets of records give equal results, whatever the way the indexes were
/// built. What the readers did not open has no influence on anything.
/// Throws Failure for a damaged index, and when two readers opened the same one.
[[nodiscard]] Results search(std::span<const Reader* const> readers, const Query& query,
                             const SearchOptions& options = {});

/// All hits in their order, one after another; `limit` and `offset` do not count. Stops when
/// `visit` gives false. Memory grows by some bytes a hit, not by texts. Gives the answer without
/// its hits; `begin`, if any, is told it before the first.
Results for_each_hit(std::span<const Reader* const> readers, const Query& query,
                     const SearchOptions& options, const std::function<bool(const Hit&)>& visit,
                     const std::function<void(const Results&)>& begin = nullptr);

/// 更多类似: records that share the rarest pieces of this one's text, the most alike first, without
/// itself. Empty when the readers hold no such record.
[[nodiscard]] std::vector<Hit> similar(std::span<const Reader* const> readers, std::size_t home,
                                       std::string_view record, std::size_t limit = 10);

}  // namespace guidang::index
