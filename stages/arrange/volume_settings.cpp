// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/volume_settings.h"

#include <algorithm>
#include <array>

namespace guidang::arrange {
namespace {

constexpr std::array<std::string_view, 6> kFeatureNames{"problem", "time",          "name",
                                                        "author",  "correspondent", "area"};
constexpr std::string_view kOthers = "政";

std::vector<WordRow> rows_of(const profile::Element& section, std::string_view name) {
  std::vector<WordRow> rows;
  for (const profile::Element* element : section.all(name)) {
    WordRow row{.id = element->required("id"),
                .title = std::string(element->in("title", "zh")),
                .words = element->words("words"),
                .doctypes = element->words("doctypes")};
    if (row.words.empty() && row.doctypes.empty()) throw element->flaw("", "words, doctypes");
    if (row.title.empty()) row.title = row.words.empty() ? row.doctypes.front() : row.words.front();
    rows.push_back(std::move(row));
  }
  return rows;
}

Scheme scheme_of(const profile::Element& element) {
  Scheme scheme{.id = element.required("id")};
  for (const std::string& word : element.words("features")) {
    const auto* const at = std::find(kFeatureNames.begin(), kFeatureNames.end(), word);
    if (at == kFeatureNames.end()) {
      throw element.flaw(word, "problem, time, name, author, correspondent, area");
    }
    scheme.features.push_back(static_cast<Feature>(at - kFeatureNames.begin()));
  }
  if (scheme.features.empty()) throw element.flaw("features=\"\"", "features=\"name author\"");
  return scheme;
}

std::uint32_t limit(const profile::Element& element, std::string_view name, long long otherwise) {
  constexpr long long kHighest = 100'000;
  const long long value = element.number(name, otherwise);
  if (value > kHighest) {
    throw element.flaw(std::string(name) + "=\"" + std::to_string(value) + "\"", "0 – 100000");
  }
  return static_cast<std::uint32_t>(value);
}

}  // namespace

VolumeSettings VolumeSettings::read(const Profile& profile) {
  const profile::Element& section = profile.section("arrange");
  VolumeSettings settings;
  static const profile::Element kDefault{};
  const profile::Element* volume = section.child("volume");
  if (volume == nullptr) volume = &kDefault;
  settings.limits = {.pages = limit(*volume, "pages", 200), .items = limit(*volume, "items", 0)};
  const std::string late = volume->word("late", {"hold", "append", "new"}, "hold");
  settings.late = late == "hold" ? Late::hold : late == "append" ? Late::append : Late::open_new;
  settings.whole_binding = volume->word("binding", {"whole", "single"}, "whole") == "whole";
  settings.apart = volume->words("apart");
  if (settings.apart.empty()) settings.apart = {"党"};
  const std::string time = volume->word("time", {"month", "quarter", "half"}, "month");
  settings.months = time == "month" ? 1 : time == "quarter" ? 3 : 6;
  for (const profile::Element* row : section.all("group")) {
    settings.schemes.push_back(scheme_of(*row));
  }
  if (settings.schemes.empty()) {
    settings.schemes = {{"problem", {Feature::problem}},
                        {"name-author", {Feature::name, Feature::author}},
                        {"author", {Feature::author}},
                        {"name", {Feature::name}}};
  }
  settings.matters = rows_of(section, "matter");
  settings.areas = rows_of(section, "area");
  settings.important = rows_of(section, "important");
  for (const WordRow& row : rows_of(section, "evidence")) {
    settings.evidence.insert(settings.evidence.end(), row.words.begin(), row.words.end());
  }
  if (settings.evidence.empty()) {
    settings.evidence = {"罪证", "旁证", "证据", "证明材料", "证言", "笔录", "调查材料"};
  }
  for (const profile::Element* period : profile.section("appraise").all("period")) {
    settings.periods.push_back(period->required("name"));
  }
  return settings;
}

std::size_t VolumeSettings::fitting(const std::vector<WordRow>& rows, std::string_view text,
                                    std::string_view doctype) {
  const auto it = std::find_if(rows.begin(), rows.end(), [&](const WordRow& row) {
    const bool kind = row.doctypes.empty() || std::find(row.doctypes.begin(), row.doctypes.end(),
                                                        doctype) != row.doctypes.end();
    const bool word =
        row.words.empty() || std::any_of(row.words.begin(), row.words.end(), [&](const auto& w) {
          return text.find(w) != std::string_view::npos;
        });
    return kind && word;
  });
  return static_cast<std::size_t>(it - rows.begin());
}

std::string VolumeSettings::frame_line(std::string_view line) const {
  if (line.empty()) return {};
  const bool apart_line = std::find(apart.begin(), apart.end(), line) != apart.end();
  return std::string(apart_line ? line : kOthers);
}

}  // namespace guidang::arrange
