// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/texts.h"

#include "pipeline/failure.h"
#include "pipeline/xml/document.h"

namespace guidang::web {

Texts::Texts(const std::filesystem::path& file) {
  const xml::ParseResult parsed = xml::Document::parse_file(file.string());
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw Failure(error->text(), {}, ExitStatus::usage);
  }
  const auto refuse = [&](const xml::Node& text, const std::string& why) {
    throw Failure(file.string() + ":" + std::to_string(text.line()) + ": " + why, {},
                  ExitStatus::usage);
  };
  for (const xml::Node& text : std::get<xml::Document>(parsed).root().descendants("text")) {
    const std::string id = text.attribute("id").value_or("");
    const auto zh = text.child("zh");
    const auto en = text.child("en");
    if (id.empty() || !zh || !en) refuse(text, "text 应有 id、zh、en / needs id, zh, en");
    if (!texts_.try_emplace(id, Both{zh->text(), en->text()}).second) {
      refuse(text, "id 重复 / used twice: " + id);
    }
  }
}

std::string_view Texts::get(std::string_view id, Language language) const {
  const auto found = texts_.find(id);
  if (found == texts_.end()) return {};
  return language == Language::zh ? found->second.zh : found->second.en;
}

}  // namespace guidang::web
