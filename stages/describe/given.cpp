// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/given.h"

#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/fields.h"
#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/number_cell.h"
#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/urgency.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"
#include "stages/describe/zones.h"

namespace guidang::describe {
namespace {

constexpr double kTag = 0.9;
constexpr double kSidecar = 0.88;
constexpr double kLedger = 0.82;

double trust_in(std::string_view source) {
  if (source == "tag") return kTag;
  return source == "sidecar" ? kSidecar : kLedger;
}

class Given {
 public:
  Given(const GivenField& field, Candidates& out)
      : field_(field), out_(out), value_(text::trim(field.value)) {}

  void take() {
    if (value_.empty()) return;
    const std::string_view name = field_.name;
    if (name == "document_number") return number();
    if (name == "date" || name == "received" || name == "issuing_date") return date();
    if (name == "secrecy") return secrecy();
    if (name == "urgency") return urgency();
    if (name == "doctype") return type();
    if (name == "title") return title();
    if (name == "creator") return add({join_organs(organs())});
    if (name == "recipients" || name == "cc") return add(split_addressees(value_));
    const FieldInfo* info = find_field(name);
    if (info == nullptr) return;
    add(info->list ? parts() : std::vector{std::string{value_}});
  }

 private:
  void add(std::vector<std::string> values) {
    Candidate candidate{field_.name, std::move(values), field_.source, trust_in(field_.source),
                        std::string{value_}};
    if (candidate.values.size() == 1 && candidate.values.front() == value_) {
      candidate.original.clear();
    }
    if (!candidate.values.empty()) out_.list.push_back(std::move(candidate));
  }

  void unreadable() {
    Finding finding;
    finding.code = kUnreadable;
    finding.place = field_.where;
    finding.found = field_.name + ": " + std::string{value_};
    out_.findings.push_back(std::move(finding));
  }

  void number() {
    const text::CellReading cell = text::read_number_cell(value_);
    if (cell.cell == text::NumberCell::placeholder) return;
    if (cell.numbers.empty()) return unreadable();
    const text::FoundNumber& number = cell.numbers.front();
    report_flaws(number, field_.where, out_.findings);
    if (cell.cell == text::NumberCell::several) {
      report_several(value_, number, field_.where, out_.findings);
    }
    if (!number.suggested) add({number.value.to_text()});
  }

  void date() {
    const auto date = text::parse_date(value_);
    if (date) return add({to_iso(*date)});
    const text::Dates dates = text::find_dates(value_);
    report_bad_dates(dates.bad, field_.where, out_.findings);
    if (dates.bad.empty()) unreadable();
  }

  void secrecy() {
    constexpr auto kNone =
        std::to_array<std::string_view>({"无", "公开", "非密", "普通", "-", "/"});
    if (starting(value_, kNone) == value_.size()) return;
    const auto mark = text::parse_secrecy_mark(value_);
    if (!mark) return unreadable();
    add({std::string{text::to_text(mark->level)}});
    if (!mark->has_term) return;
    out_.add("secrecy_term", mark->term, field_.source, trust_in(field_.source));
  }

  void urgency() {
    constexpr auto kNone = std::to_array<std::string_view>({"无", "普通", "一般", "-", "/"});
    if (starting(value_, kNone) == value_.size()) return;
    const auto urgency = text::parse_urgency(value_);
    urgency ? add({urgency->term}) : unreadable();
  }

  void type() {
    if (const auto type = text::parse_document_type(value_)) {
      return add({std::string{text::info(*type).name}});
    }
    if (value_ == "法" || value_ == "法律") return add({"法"});
    unreadable();
  }

  void title() {
    const std::array parts{value_};
    add({join_title(parts)});
  }

  [[nodiscard]] std::vector<std::string> organs() const { return split_organs(value_); }

  [[nodiscard]] std::vector<std::string> parts() const {
    std::vector<std::string> parts;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
      const std::string_view part = text::trim(value_.substr(start, end - start));
      if (!part.empty()) parts.emplace_back(part);
    };
    for (std::size_t pos = 0; pos < value_.size();) {
      const std::size_t at = pos;
      const char32_t c = text::next(value_, pos);
      if (c != U';' && c != U'；' && c != U'、' && c != U'\n' && c != U'|') continue;
      take(at);
      start = pos;
    }
    take(value_.size());
    return parts;
  }

  const GivenField& field_;
  Candidates& out_;
  std::string_view value_;
};

std::string_view stem_of(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.rfind('.');
  constexpr std::size_t kLongestEnding = 6;
  return dot != std::string_view::npos && dot > 0 && path.size() - dot <= kLongestEnding
             ? path.substr(0, dot)
             : path;
}

// Running numbers and days in front: 001_, 20230830-, 2023-08-30 .
std::string_view without_counter(std::string_view stem) {
  std::size_t end = 0;
  while (end < stem.size() && ((stem[end] >= '0' && stem[end] <= '9') || stem[end] == '-' ||
                               stem[end] == '_' || stem[end] == '.' || stem[end] == ' ')) {
    ++end;
  }
  constexpr auto kBelongs = std::to_array<std::string_view>({"年", "号", "届", "世纪"});
  return starting(stem.substr(end), kBelongs) != 0 ? stem : stem.substr(end);
}

// 公文 tagged part by part has its number in three: 闽政办, 2021, 55.
std::string number_in_tags(const std::map<std::string, std::string>& tags) {
  std::array<std::string, 3> parts{};
  constexpr std::array kNames{"发文机关代字", "年份", "发文顺序号"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto found = tags.find(kNames[i]);
    if (found == tags.end()) return {};
    parts[i] = text::trim(found->second);
    if (parts[i].empty()) return {};
  }
  return parts[0] + "〔" + parts[1] + "〕" + parts[2] + "号";
}

}  // namespace

void find_given(const Origin& origin, Candidates& out) {
  for (const GivenField& field : origin.given) Given(field, out).take();
}

void find_in_tags(const ComponentText& text, const Settings& settings, Candidates& out) {
  if (const std::string number = number_in_tags(text.tags); !number.empty()) {
    Given({"document_number", number, "tag", "发文顺序号"}, out).take();
  }
  for (const auto& [tag, value] : text.tags) {
    const std::string_view field = settings.field_of_tag(tag);
    if (!field.empty()) Given({std::string{field}, value, "tag", tag}, out).take();
  }
}

void find_in_name(std::string_view path, bool text_read, Candidates& out) {
  constexpr double kTitle = 0.4;
  constexpr double kNumber = 0.45;
  constexpr std::size_t kFewest = 4;  // Han characters that make a title
  std::string stem{stem_of(path)};
  const auto add = [&](std::string_view field, std::string value, double trust) {
    out.list.push_back({std::string{field}, {std::move(value)}, "file name", trust, {}, text_read});
  };
  const std::vector<text::FoundNumber> numbers = text::find_document_numbers(stem);
  if (numbers.size() == 1 && !numbers.front().suggested) {
    const text::FoundNumber& number = numbers.front();
    add("document_number", number.value.to_text(), kNumber);
    stem.erase(number.offset, number.length);
  }
  std::string_view title = without_counter(stem);
  while (!title.empty() && (title.back() == '_' || title.back() == '-' || title.back() == ' ')) {
    title.remove_suffix(1);
  }
  std::size_t han = 0;
  for (std::size_t pos = 0; pos < title.size();) {
    if (text::is_han(text::next(title, pos))) ++han;
  }
  if (han < kFewest) return;
  const std::array parts{title};
  add("title", join_title(parts), kTitle);
}

}  // namespace guidang::describe
