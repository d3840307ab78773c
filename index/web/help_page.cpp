// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/help_page.h"

#include <string>

#include "index/grammar.h"
#include "index/web/page.h"

namespace guidang::web {
namespace {

class HelpWriter {
 public:
  HelpWriter(xml::Writer& model, const Context& context) : model_(model), context_(context) {}

  void write(const index::GrammarSection& section) {
    model_.open("section").attribute("id", section.id).element("title", of(section.title));
    for (const index::BothTexts& text : section.texts) model_.element("text", of(text));
    for (const index::GrammarField& field : section.fields) {
      model_.open("field");
      for (const std::string& name : field.names) model_.element("name", name);
      write_query("query", field.query);
      model_.element("says", of(field.says)).close();
    }
    for (const index::GrammarExample& example : section.examples) {
      model_.open("example");
      write_query("query", example.query);
      model_.element("says", of(example.says)).close();
    }
    for (const index::GrammarMistake& mistake : section.mistakes) {
      model_.open("mistake");
      write_query("query", mistake.query);
      if (!mistake.instead.empty()) write_query("instead", mistake.instead);
      model_.element("says", of(mistake.says)).close();
    }
    model_.close();
  }

 private:
  [[nodiscard]] const std::string& of(const index::BothTexts& text) const {
    return context_.request.language == Language::zh ? text.zh : text.en;
  }

  void write_query(std::string_view name, const std::string& query) {
    model_.open(name)
        .attribute("href", context_.href("/search", Parameters().add("q", query)))
        .text(query)
        .close();
  }

  xml::Writer& model_;
  const Context& context_;
};

}  // namespace

Response help_page(const Context& context) {
  Page page(context, "help");
  HelpWriter writer(page.model(), context);
  for (const index::GrammarSection& section : *context.site.grammar) writer.write(section);
  return page.render();
}

}  // namespace guidang::web
