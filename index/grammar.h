// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The page that tells people how to search: templates/search/grammar.xml, read. What it says of
/// each query is tested against the parser.
namespace guidang::index {

struct BothTexts {
  std::string zh{};
  std::string en{};
};

struct GrammarExample {
  std::string query{};
  std::string reads{};  ///< `to_text` of its tree
  BothTexts says{};
};

struct GrammarField {
  std::vector<std::string> names{};  ///< the Chinese one, the English one, and others
  std::string query{};               ///< an example
  BothTexts says{};
};

struct GrammarMistake {
  std::string query{};
  std::string points{};   ///< what of it is wrong
  std::string instead{};  ///< the query offered; may be empty
  BothTexts says{};
};

struct GrammarSection {
  std::string id{};
  BothTexts title{};
  std::vector<BothTexts> texts{};
  std::vector<GrammarField> fields{};
  std::vector<GrammarExample> examples{};
  std::vector<GrammarMistake> mistakes{};
};

/// `data_root` holds `templates/`. Throws Failure when the page cannot be used.
[[nodiscard]] std::vector<GrammarSection> load_grammar(const std::filesystem::path& data_root);

/// The page for a terminal, in Chinese or English.
[[nodiscard]] std::string to_terminal(const std::vector<GrammarSection>& grammar, bool chinese);

}  // namespace guidang::index
