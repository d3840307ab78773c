// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/settings.h"

#include <array>

#include "pipeline/facts_json.h"
#include "pipeline/failure.h"
#include "pipeline/fields.h"
#include "pipeline/text/fold.h"

namespace guidang::receive {
namespace {

Direction direction_of(const profile::Element& element) {
  const std::string word = element.word("direction", {"received", "issued", "internal"}, "");
  if (word == "received") return Direction::received;
  if (word == "issued") return Direction::issued;
  if (word == "internal") return Direction::internal;
  throw element.flaw(word, "received | issued | internal");
}

std::vector<std::string> folded_words(const profile::Element* element, std::string_view key) {
  std::vector<std::string> words;
  if (element == nullptr) return words;
  for (const std::string& word : element->words(key)) words.push_back(text::fold(word));
  return words;
}

std::uint64_t bytes(const profile::Element& section, std::string_view key, std::uint64_t usual) {
  return static_cast<std::uint64_t>(section.number(key, static_cast<long long>(usual)));
}

std::size_t count(const profile::Element& section, std::string_view key, std::size_t usual) {
  return static_cast<std::size_t>(section.number(key, static_cast<long long>(usual)));
}

void read_columns(const profile::Element& section, Settings& settings) {
  for (const profile::Element* column : section.all("column")) {
    const std::string& field = column->required("field");
    if (field != kFileColumn && find_field(field) == nullptr) {
      throw column->flaw(field, "a field name, or file");
    }
    for (const std::string& heading : column->words("headings")) {
      settings.columns.emplace(text::fold(heading), field);
    }
  }
}

void read_suffixes(const profile::Element& section, Settings& settings) {
  for (const profile::Element* suffix : section.all("suffix")) {
    const auto role = role_from(suffix->required("role"));
    if (!role) throw suffix->flaw(suffix->attribute("role"), "a role of a component");
    for (const std::string& word : suffix->words("words")) {
      settings.suffixes.push_back({.word = word, .role = *role});
    }
  }
}

void read_unpack(const profile::Element* section, UnpackLimits& unpack) {
  if (section == nullptr) return;
  unpack.depth = static_cast<unsigned>(count(*section, "depth", unpack.depth));
  unpack.files = bytes(*section, "files", unpack.files);
  unpack.bytes = bytes(*section, "bytes", unpack.bytes);
  unpack.all_bytes = bytes(*section, "all-bytes", unpack.all_bytes);
  unpack.ratio = bytes(*section, "ratio", unpack.ratio);
}

}  // namespace

Settings read_settings(const profile::Element& section) {
  Settings settings;
  settings.file_bytes = bytes(section, "file-bytes", settings.file_bytes);
  settings.ledger_bytes = bytes(section, "ledger-bytes", settings.ledger_bytes);
  settings.sidecar_bytes = bytes(section, "sidecar-bytes", settings.sidecar_bytes);
  settings.walk.depth = count(section, "depth", settings.walk.depth);
  settings.walk.entries = count(section, "entries", settings.walk.entries);
  read_unpack(section.child("unpack"), settings.unpack);
  settings.delimiters = section.attribute("delimiters", settings.delimiters);
  for (const profile::Element* rule : section.all("ignore")) {
    settings.ignored.push_back({.name = rule->required("name"), .why = rule->required("why")});
  }
  for (const profile::Element* rule : section.all("ledger")) {
    static_cast<void>(rule->required("name"));
    settings.ledgers.push_back({.names = rule->words("name"),
                                .kind = rule->required("kind"),
                                .direction = direction_of(*rule)});
  }
  for (const profile::Element* rule : section.all("folder")) {
    settings.folders.push_back({.name = rule->required("name"), .direction = direction_of(*rule)});
  }
  read_columns(section, settings);
  read_suffixes(section, settings);
  settings.formats = folded_words(section.child("formats"), "order");
  settings.unmarked = folded_words(section.child("unmarked"), "values");
  return settings;
}

text::SecrecyLevel ceiling_from(std::string_view written) {
  using enum text::SecrecyLevel;
  if (written.empty()) return none;
  if (const auto level = text::secrecy_level_of_id(written)) return *level;
  for (const auto level : {secret, highly_secret, top_secret}) {
    if (written == text::to_text(level)) return level;
  }
  throw Failure("密级上限 secrecy ceiling: " + std::string{written},
                "none | secret | highly_secret | top_secret", ExitStatus::usage);
}

}  // namespace guidang::receive
