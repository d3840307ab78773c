// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "pipeline/failure.h"
#include "pipeline/text/columns.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/schema.h"

namespace guidang::index {
namespace {

constexpr const char* kPage = "templates/search/grammar.xml";
constexpr const char* kSchema = "templates/schema/search-grammar.rng";

std::string child_text(const xml::Node& node, std::string_view name) {
  const auto child = node.child(name);
  return child ? std::string(text::trim(child->text())) : std::string();
}

BothTexts both(const xml::Node& node) { return {child_text(node, "zh"), child_text(node, "en")}; }

std::vector<std::string> words(std::string_view names) {
  std::vector<std::string> all;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (end > 0) all.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return all;
}

GrammarSection section_of(const xml::Node& node) {
  GrammarSection section;
  section.id = node.attribute("id").value_or(std::string());
  if (const auto title = node.child("title")) section.title = both(*title);
  for (const xml::Node& text : node.children("text")) section.texts.push_back(both(text));
  for (const xml::Node& field : node.children("field")) {
    section.fields.push_back(
        {words(child_text(field, "names")), child_text(field, "query"), both(field)});
  }
  for (const xml::Node& example : node.children("example")) {
    section.examples.push_back(
        {child_text(example, "query"), child_text(example, "reads"), both(example)});
  }
  for (const xml::Node& mistake : node.children("mistake")) {
    section.mistakes.push_back({child_text(mistake, "query"), child_text(mistake, "points"),
                                child_text(mistake, "instead"), both(mistake)});
  }
  return section;
}

/// Rows of queries and what they mean, side by side.
class Columns {
 public:
  void add(std::string left, std::string right) {
    width_ = std::max(width_, text::columns(left));
    rows_.emplace_back(std::move(left), std::move(right));
  }

  void print(std::string& page) const {
    for (const auto& [left, right] : rows_) {
      page +=
          fmt::format("  {}{}  {}\n", left, std::string(width_ - text::columns(left), ' '), right);
    }
  }

 private:
  std::vector<std::pair<std::string, std::string>> rows_{};
  std::size_t width_ = 0;
};

}  // namespace

std::vector<GrammarSection> load_grammar(const std::filesystem::path& data_root) {
  const auto parsed = xml::Document::parse_file((data_root / kPage).string());
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw Failure(error->text() + ": 不是良构的 XML / not well-formed XML");
  }
  const auto& document = std::get<xml::Document>(parsed);
  const auto errors = xml::Schema::load(data_root / kSchema).validate(document);
  if (!errors.empty()) throw Failure(errors.front().text() + ": 不合 / not as in " + kSchema);
  std::vector<GrammarSection> grammar;
  for (const xml::Node& node : document.root().children()) grammar.push_back(section_of(node));
  return grammar;
}

std::string to_terminal(const std::vector<GrammarSection>& grammar, bool chinese) {
  const auto in_language = [&](const BothTexts& texts) { return chinese ? texts.zh : texts.en; };
  std::string page;
  for (const GrammarSection& section : grammar) {
    if (!page.empty()) page += '\n';
    page += in_language(section.title) + '\n';
    for (const BothTexts& text : section.texts) page += "  " + in_language(text) + '\n';
    Columns rows;
    for (const GrammarField& field : section.fields) {
      rows.add(fmt::format("{}", fmt::join(field.names, " ")), in_language(field.says));
    }
    for (const GrammarExample& example : section.examples) {
      rows.add(example.query, in_language(example.says));
    }
    for (const GrammarMistake& mistake : section.mistakes) {
      rows.add(fmt::format("{} → {}", mistake.query, mistake.instead), in_language(mistake.says));
    }
    rows.print(page);
  }
  return page;
}

}  // namespace guidang::index
