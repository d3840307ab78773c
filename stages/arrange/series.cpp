// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/series.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidang {
namespace {

Finding held(std::string_view code, std::string_view place, std::string found,
             std::string expected = {}) {
  return {.code = std::string(code),
          .severity = Severity::hold,
          .place = std::string(place),
          .found = std::move(found),
          .expected = std::move(expected)};
}

ClassSubject subject_of(const View& document, const Classes& classes) {
  ClassSubject subject;
  if (const auto* description = document.find<Description>()) {
    subject.title = description->value("title");
    subject.doctype = description->value("doctype");
    subject.creator = description->value("creator");
  }
  if (const auto* origin = document.find<Origin>()) {
    for (const GivenField& field : origin->given) {
      if (classes.names_office(field.name)) subject.offices.push_back(field.value);
    }
  }
  return subject;
}

bool has_decided(const View& item, std::string_view& value) {
  const auto it = item.decisions().find(kClassDecision);
  if (it == item.decisions().end() || it->second.value.empty()) return false;
  value = it->second.value;
  return true;
}

}  // namespace

SeriesRule::SeriesRule(const Profile& profile, std::string fonds_code)
    : pattern_(CodePattern::read(profile.section("number"))),
      periods_(profile.section("appraise")),
      classes_(profile.section("arrange")),
      directories_(profile.section("number")),
      fonds_code_(std::move(fonds_code)),
      category_(profile.section("number").attribute("category")) {
  const bool classes_named = pattern_.names("organ") || pattern_.names("project");
  by_class_ = classes_named && !classes_.empty();
  const profile::Element& arrange = profile.section("arrange");
  const bool volumes = arrange.word("mode", {"item", "volume"}, "item") == "volume";
  if (volumes != pattern_.volumes()) {
    throw Failure(
        fmt::format("{}: 整理方式与档号模板不合 / mode and code pattern disagree: mode=\"{}\", {}",
                    arrange.place(), volumes ? "volume" : "item", pattern_.text()),
        "按卷整理的模板要有 {volume:4}，按件整理的没有 / a pattern has {volume:4} when mode is "
        "volume, and only then",
        ExitStatus::usage);
  }
  // Fails here rather than in the middle of a run.
  const std::string some = by_class_ ? classes_.list().front().id : "";
  static_cast<void>(pattern_.series({.fonds = fonds_code_,
                                     .category = category_,
                                     .directory = "1",
                                     .project = some,
                                     .year = 2000,
                                     .period = "Y",
                                     .organ = some}));
}

bool SeriesRule::put_class(const View& item, CodeParts& parts, Finding& why) const {
  if (!by_class_) return true;
  const ClassEntry* entry = nullptr;
  if (std::string_view decided; has_decided(item, decided)) {
    entry = classes_.find(decided);
    if (entry == nullptr) {
      why = held("ARR-104", kClassDecision, std::string(decided), classes_.names());
    }
  } else {
    const ClassSubject subject = subject_of(item.main(), classes_);
    entry = classes_.of(subject);
    if (entry == nullptr) {
      why = held("ARR-102", kClassDecision,
                 subject.offices.empty() ? std::string{} : std::string(subject.offices.front()),
                 classes_.names());
    }
  }
  if (entry == nullptr) return false;
  parts.organ = entry->id;
  parts.project = entry->id;
  return true;
}

std::optional<CodeParts> SeriesRule::parts(const View& item, Finding& why) const {
  const auto* appraisal = item.find<Appraisal>();
  if (appraisal == nullptr || !appraisal->filed || appraisal->period.empty()) return std::nullopt;
  CodeParts parts{.fonds = fonds_code_, .category = category_};
  parts.period = periods_.code(appraisal->period);
  if (parts.period.empty()) {
    why = held("ARR-101", "period", appraisal->period);
    return std::nullopt;
  }
  const auto* filing = item.find<FilingYear>();
  if (filing == nullptr || !filing->year) return std::nullopt;
  parts.year = *filing->year;
  if (!put_class(item, parts, why)) return std::nullopt;
  if (pattern_.names("directory")) {
    const Directory* directory = directories_.find(parts.period, parts.year, parts.organ);
    if (directory == nullptr) {
      why = held("ARR-103", "directory",
                 fmt::format("{} {} {}", parts.year, appraisal->period, parts.organ));
      return std::nullopt;
    }
    parts.directory = directory->id;
  }
  return parts;
}

std::optional<std::string> SeriesRule::series(const View& item, Finding& why) const {
  const auto found = parts(item, why);
  if (!found) return std::nullopt;
  return pattern_.series(*found);
}

}  // namespace guidang
