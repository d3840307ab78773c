// SPDX-License-Identifier: GPL-3.0-or-later
// The law of highlights: marked text equals matched text, nowhere too much and nowhere too little.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "index/phrase.h"
#include "index/query_numbers.h"
#include "tests/property/search/generated.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

using Tokens = std::vector<Token>;

bool same_row(const Tokens& text, std::size_t at, const Tokens& wanted) {
  if (at + wanted.size() > text.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Token& token = text[at + i];
    if (token.text != wanted[i].text || token.kind != wanted[i].kind) return false;
    if (i > 0 && wanted[i].joined && !token.joined) return false;
  }
  return true;
}

/// Every place of a row of tokens, found the plain way.
std::vector<ByteRange> places(const Tokens& text, const Tokens& wanted) {
  std::vector<ByteRange> all;
  for (std::size_t i = 0; i < text.size() && !wanted.empty(); ++i) {
    if (same_row(text, i, wanted)) {
      all.push_back({text[i].range.begin, text[i + wanted.size() - 1].range.end});
    }
  }
  return all;
}

bool is_border(std::string_view text, std::size_t pos) {
  return pos == text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0U) != 0x80 ||
         // Bytes that are no UTF-8 have borders anywhere.
         text.find('\xFF') != std::string_view::npos;
}

/// A piece of a text from one token to another, as a reader would copy it.
std::string cut(Generator& generator, std::string_view text) {
  const Tokens tokens = tokens_of(text);
  if (tokens.empty()) return {};
  const std::size_t first = generator.below(tokens.size());
  const std::size_t last = std::min(tokens.size() - 1, first + generator.below(6));
  return std::string(
      text.substr(tokens[first].range.begin, tokens[last].range.end - tokens[first].range.begin));
}

QueryNode random_phrase(Generator& generator, const IndexRecord& record) {
  QueryNode node;
  std::string_view source = record.pages[generator.below(record.pages.size())];
  switch (generator.below(8)) {
    case 0:
      node.field = Field::title;
      source = record.title;
      break;
    case 1:
      node.field = Field::number;
      source = record.document_number;
      break;
    case 2:
      node.field = Field::creator;
      source = record.creator;
      break;
    case 3:
      node.field = Field::body;
      break;
    case 4:
      if (record.recipients.empty()) break;
      node.field = Field::recipients;
      source = record.recipients.front();
      break;
    case 5:
      source = record.title;
      break;
    case 6:
      source = record.document_number;
      break;
    default:
      break;
  }
  node.text = cut(generator, source);
  node.quoted = generator.once_in(2);
  return node;
}

struct Asked {
  Query query{};
  std::vector<QueryNode> phrases{};  ///< that may be marked
};

Asked random_query(Generator& generator, const IndexRecord& record) {
  Asked asked;
  QueryNode& root = asked.query.root;
  root.kind = generator.once_in(3) ? QueryNode::Kind::any_of : QueryNode::Kind::all_of;
  const std::size_t count = 1 + generator.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    QueryNode phrase = random_phrase(generator, record);
    if (tokens_of(phrase.text).empty()) continue;
    asked.phrases.push_back(phrase);
    root.children.push_back(std::move(phrase));
  }
  if (root.kind == QueryNode::Kind::all_of && generator.once_in(4)) {
    QueryNode without;
    without.kind = QueryNode::Kind::none_of;
    without.children.push_back(random_phrase(generator, record));
    if (!tokens_of(without.children.front().text).empty()) root.children.push_back(without);
  }
  return asked;
}

/// Checks the marks of one text of a hit.
class MarkCheck {
 public:
  MarkCheck(const Asked& asked, Field field, bool as_number) : as_number_(as_number) {
    for (const QueryNode& phrase : asked.phrases) {
      if (phrase.field != Field::any && phrase.field != field) continue;
      const bool number = phrase.field == Field::number;
      if (!number) rows_.push_back(tokens_of(phrase.text));
      if (as_number && (number || may_be_number(phrase.text))) {
        for (Tokens& row : number_readings(phrase.text)) number_rows_.push_back(std::move(row));
      }
    }
  }

  /// Every mark is a phrase; marks are in order and apart; in `text` from `begin` to `end` each
  /// place of a phrase is marked or shares a mark. Ranges are of the whole `text`.
  [[nodiscard]] std::string flaw(std::string_view text, const std::vector<ByteRange>& marks,
                                 ByteRange within) const {
    std::size_t end = within.begin;
    for (const ByteRange& mark : marks) {
      if (mark.begin < end || mark.end <= mark.begin || mark.end > within.end) return "order";
      if (!is_border(text, mark.begin) || !is_border(text, mark.end)) return "inside a character";
      end = mark.end;
      if (!is_phrase(text.substr(mark.begin, mark.end - mark.begin))) return "no phrase";
    }
    const auto missed = [&](const Tokens& tokens, const std::vector<Tokens>& rows) {
      for (const Tokens& row : rows) {
        for (const ByteRange& place : places(tokens, row)) {
          if (place.begin < within.begin || place.end > within.end) continue;
          const bool shared = std::any_of(marks.begin(), marks.end(), [&](const ByteRange& mark) {
            return mark.begin < place.end && place.begin < mark.end;
          });
          if (!shared) return true;
        }
      }
      return false;
    };
    if (missed(tokens_of(text), rows_)) return "missed";
    if (as_number_ && missed(number_tokens(text), number_rows_)) return "number missed";
    return {};
  }

 private:
  [[nodiscard]] bool is_phrase(std::string_view marked) const {
    const auto is_one = [](const Tokens& found, const std::vector<Tokens>& rows) {
      return std::any_of(rows.begin(), rows.end(), [&](const Tokens& row) {
        return row.size() == found.size() && same_row(found, 0, row);
      });
    };
    return is_one(tokens_of(marked), rows_) ||
           (as_number_ && is_one(number_tokens(marked), number_rows_));
  }

  std::vector<Tokens> rows_{};
  std::vector<Tokens> number_rows_{};
  bool as_number_;
};

std::string body_of_pages(const IndexRecord& record) {
  std::string body;
  for (const std::string& page : record.pages) {
    body += (&page == &record.pages.front() ? "" : "\f") + page;
  }
  return body;
}

std::string flaw_of(const Hit& hit, const IndexRecord& record, const Asked& asked) {
  const auto whole = [](std::string_view text) { return ByteRange{0, text.size()}; };
  const auto check = [&](Field field, std::string_view text, const std::vector<ByteRange>& marks) {
    const std::string flaw =
        MarkCheck(asked, field, field == Field::number).flaw(text, marks, whole(text));
    return flaw.empty() ? flaw : flaw + " in " + std::string(text);
  };
  const std::string body = body_of_pages(record);
  const Snippet& snippet = hit.snippet;
  if (body.substr(snippet.offset, snippet.text.size()) != snippet.text) return "no slice";
  const std::size_t end = snippet.offset + snippet.text.size();
  if (!is_border(body, snippet.offset) || !is_border(body, end)) return "cut inside a character";
  const auto page =
      1 +
      std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(snippet.offset), '\f');
  if (snippet.page != static_cast<std::size_t>(page)) return "page";
  std::vector<ByteRange> in_body;
  for (const ByteRange& mark : snippet.marks) {
    in_body.push_back({mark.begin + snippet.offset, mark.end + snippet.offset});
  }
  std::vector<std::string> flaws{
      check(Field::title, hit.title, hit.title_marks),
      check(Field::number, hit.document_number, hit.number_marks),
      check(Field::creator, hit.creator, hit.creator_marks),
      MarkCheck(asked, Field::body, false).flaw(body, in_body, {snippet.offset, end})};
  for (const FieldMatch& match : hit.elsewhere) {
    if (match.marks.empty()) flaws.emplace_back("elsewhere without a mark");
    if (match.field != Field::code) flaws.push_back(check(match.field, match.text, match.marks));
  }
  for (std::string& flaw : flaws) {
    if (!flaw.empty()) return flaw;
  }
  return {};
}

bool shows_a_mark(const Hit& hit) {
  return !hit.title_marks.empty() || !hit.number_marks.empty() || !hit.creator_marks.empty() ||
         !hit.code_marks.empty() || !hit.snippet.marks.empty() || !hit.elsewhere.empty();
}

TEST(MarkLaws, MarkedTextEqualsMatchedText) {
  constexpr unsigned kSeed = 20231;
  constexpr std::size_t kQueries = 10'000;
  const TestFolder folder;
  Generator generator(kSeed);
  const auto records = generator.records(120);
  std::map<std::string, const IndexRecord*> by_key;
  for (const IndexRecord& record : records) by_key[record.record] = &record;
  build(folder / "index", records);
  const Reader reader(folder / "index", kAllAccess);
  const std::vector readers{&reader};
  std::size_t marked = 0;
  for (std::size_t i = 0; i < kQueries;) {
    const Asked asked = random_query(generator, records[generator.below(records.size())]);
    if (asked.phrases.empty()) continue;
    ++i;
    const Results results = search(readers, asked.query, {.limit = 4, .loosen = false});
    for (const Hit& hit : results.hits) {
      ASSERT_EQ(flaw_of(hit, *by_key.at(hit.record), asked), "")
          << "seed " << kSeed << " query " << i << " " << to_text(asked.query.root) << " record "
          << hit.record;
      ASSERT_TRUE(shows_a_mark(hit))
          << to_text(asked.query.root) << " record " << hit.record << " " << hit.title << " "
          << hit.document_number << " " << body_of_pages(*by_key.at(hit.record));
      ++marked;
    }
  }
  EXPECT_GT(marked, kQueries);
}

/// Loose answers mark pieces; a mark then is a row of which every pair or word is asked for.
TEST(MarkLaws, LooseMarksAreMadeOfPieces) {
  const TestFolder folder;
  Generator generator(77);
  const auto records = generator.records(80);
  build(folder / "index", records);
  const Reader reader(folder / "index", kAllAccess);
  const std::vector readers{&reader};
  std::size_t loose = 0;
  for (int i = 0; i < 300; ++i) {
    const Query query = parsed(generator.text(Generator::kWords, 5));
    const Phrase asked(tokens_of(query.root.text));
    const Results results = search(readers, query, {.limit = 3});
    for (const Hit& hit : results.hits) {
      if (!hit.loose) continue;
      ++loose;
      for (const ByteRange& mark : hit.title_marks) {
        const Tokens tokens = tokens_of(hit.title.substr(mark.begin, mark.end - mark.begin));
        for (std::size_t k = 1; k < tokens.size(); ++k) {
          const std::string pair = tokens[k - 1].text + tokens[k].text;
          EXPECT_TRUE(std::find(asked.terms().begin(), asked.terms().end(), pair) !=
                      asked.terms().end())
              << pair;
        }
        EXPECT_GT(tokens.size(), 1U);
      }
    }
  }
  EXPECT_GT(loose, 100U);
}

}  // namespace
}  // namespace guidang::index
