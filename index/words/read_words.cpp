// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/read_words.h"

#include <fmt/format.h>

#include <utility>

#include "index/analyser.h"
#include "pipeline/failure.h"
#include "pipeline/files/fd.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/schema.h"

namespace guidang::index {
namespace {

/// Thrown inside this file only: the first thing wrong ends the reading.
struct Wrong {
  std::string line{};
};

class TableReader {
 public:
  explicit TableReader(const std::string& shown) : shown_(shown) {}

  [[nodiscard]] std::vector<WordGroup> read(const xml::Node& root) const {
    std::vector<WordGroup> groups;
    for (const xml::Node& node : root.children()) {
      if (groups.size() == kMostGroups) {
        wrong(node, fmt::format("词组超过 {0} 个 / more than {0} groups", kMostGroups));
      }
      groups.push_back(group(node));
    }
    return groups;
  }

 private:
  [[noreturn]] void wrong(const xml::Node& node, std::string_view what) const {
    throw Wrong{fmt::format("{}:{}: {}", shown_, node.line(), what)};
  }

  [[nodiscard]] WordGroup group(const xml::Node& node) const {
    WordGroup group;
    group.kind = node.name() == "near" ? WordGroup::Kind::near : WordGroup::Kind::equal;
    group.place = fmt::format("{}:{}", shown_, node.line());
    const std::vector<xml::Node> words = node.children();
    if (words.size() < 2 || words.size() > kMostWordsOfGroup) {
      wrong(node,
            fmt::format("一组应有 2 至 {0} 个词,实有 {1} 个 / a group has 2 to {0} words, not {1}",
                        kMostWordsOfGroup, words.size()));
    }
    for (const xml::Node& word : words) {
      const std::string text(text::trim(word.text()));
      const std::vector<Token> tokens = tokens_of(text);
      if (tokens.empty() || (tokens.size() == 1 && tokens.front().kind == Token::Kind::ideograph)) {
        wrong(word,
              fmt::format("词过短,至少两个字 / a word has two characters at least: {}", text));
      }
      (word.name() == "typed" ? group.typed : group.words).push_back(text);
    }
    return group;
  }

  const std::string& shown_;
};

}  // namespace

WordTable read_words(const std::filesystem::path& file, const std::string& shown,
                     const std::filesystem::path& schema) {
  const xml::Schema rules = xml::Schema::load(schema);
  std::string bytes;
  try {
    bytes = files::read_file(file, kLargestWordFile);
  } catch (const Failure& failure) {
    return std::string(failure.what());
  }
  const xml::ParseResult parsed = xml::Document::parse(bytes, shown, {.bytes = kLargestWordFile});
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    return fmt::format("{}: 不是良构的 XML / not well-formed XML", error->text());
  }
  const auto& document = std::get<xml::Document>(parsed);
  const std::vector<xml::XmlError> errors = rules.validate(document);
  if (!errors.empty()) {
    return fmt::format("{}: 不合 / not as in templates/schema/search-words.rng",
                       errors.front().text());
  }
  try {
    return TableReader(shown).read(document.root());
  } catch (const Wrong& found) {
    return found.line;
  }
}

}  // namespace guidang::index
