// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/table_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "stages/appraise/read_words.h"

namespace guidang::appraise {
namespace {

void add(std::string& text, std::string_view what, const std::string& values) {
  if (values.empty()) return;
  text += fmt::format("{}{}={}", text.empty() ? "" : "; ", what, values);
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, "|"));
}

template <typename T>
std::string names(const std::vector<T>& list) {
  std::string text;
  for (const T& each : list) {
    text += text.empty() ? "" : "|";
    text += to_text(each);
  }
  return text;
}

template <typename T>
bool apart(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const T& each) {
    return std::find(b.begin(), b.end(), each) != b.end();
  });
}

bool apart(const Validity& a, const Validity& b) {
  return (a.to && b.from && *a.to < *b.from) || (b.to && a.from && *b.to < *a.from);
}

/// The row of `before` that a row of the newer table takes the place of, or the end. An edition of
/// the same table names parents itself; only a table that names none can be the parent. Ids of a
/// national table say nothing of a unit's: there the parent alone counts.
std::vector<Row>::const_iterator met_by(const Row& row, const std::vector<Row>& before,
                                        bool national) {
  const bool is_parent = std::all_of(before.begin(), before.end(),
                                     [](const Row& each) { return each.parent.empty(); });
  const auto named = [&](const std::string& id) {
    return std::find_if(before.begin(), before.end(),
                        [&](const Row& each) { return each.id == id; });
  };
  const auto parent = is_parent && !row.parent.empty() ? named(row.parent) : before.end();
  return parent == before.end() && !national ? named(row.id) : parent;
}

/// Index by the row of `before` that it meets; those without one are left out.
struct Pair {
  std::size_t before = 0;
  std::size_t now = 0;
};

}  // namespace

std::string period_text(const Table& table, const Row& row) {
  return row.scope ? "不归档" : table.period(row.period)->name;
}

std::string condition_text(const Row& row) {
  std::string text;
  add(text, "direction", names(row.directions));
  add(text, "creator", names(row.creators));
  add(text, "doctype", joined(row.doctypes));
  for (const auto& group : row.with) add(text, "title", joined(group));
  add(text, "without", joined(row.without));
  for (const LevelCondition& each : row.levels) add(text, each.scale, joined(each.levels));
  add(text, "span", names(row.spans));
  for (const auto& group : row.noted) add(text, "notes", joined(group));
  for (const AnswerCondition& each : row.answers)
    add(text, each.question + "?", joined(each.values));
  if (row.valid.from) add(text, "from", to_iso(*row.valid.from));
  if (row.valid.to) add(text, "to", to_iso(*row.valid.to));
  if (!row.sure) add(text, "sure", "no");
  return text;
}

std::string show(const Table& table) {
  std::string text;
  for (const Row& row : table.rows()) {
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", row.id, period_text(table, row), row.clause,
                        row.title_zh, condition_text(row));
  }
  return text;
}

bool may_both_fit(const Row& a, const Row& b) {
  if (apart(a.directions, b.directions) || apart(a.creators, b.creators) ||
      apart(a.doctypes, b.doctypes) || apart(a.spans, b.spans) || apart(a.valid, b.valid)) {
    return false;
  }
  for (const LevelCondition& x : a.levels) {
    for (const LevelCondition& y : b.levels) {
      if (x.scale == y.scale && apart(x.levels, y.levels)) return false;
    }
  }
  for (const AnswerCondition& x : a.answers) {
    for (const AnswerCondition& y : b.answers) {
      if (x.question == y.question && apart(x.values, y.values)) return false;
    }
  }
  return true;
}

std::vector<Difference> compare(const Table& before, const Table& now) {
  std::vector<Difference> found;
  std::vector<Pair> pairs;
  std::vector<bool> met(before.rows().size(), false);
  const bool national = !before.citation().empty() && before.citation() != now.citation();
  for (std::size_t i = 0; i < now.rows().size(); ++i) {
    const Row& row = now.rows()[i];
    const auto& rows = before.rows();
    const auto it = met_by(row, rows, national);
    const std::string is = period_text(now, row);
    if (it == rows.end()) {
      found.push_back({Change::added, row.id, "", is + "  " + condition_text(row)});
      continue;
    }
    const auto at = static_cast<std::size_t>(it - rows.begin());
    met[at] = true;
    pairs.push_back({at, i});
    const std::string was = period_text(before, *it);
    if (was != is) found.push_back({Change::period, row.id, was, is});
    if (condition_text(*it) != condition_text(row)) {
      found.push_back({Change::condition, row.id, condition_text(*it), condition_text(row)});
    }
  }
  for (std::size_t i = 0; i < met.size(); ++i) {
    const Row& row = before.rows()[i];
    if (met[i]) continue;
    found.push_back(
        {Change::removed, row.id, period_text(before, row) + "  " + condition_text(row), ""});
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (std::size_t j = i + 1; j < pairs.size(); ++j) {
      if (pairs[i].before < pairs[j].before) continue;
      const Row& first = now.rows()[pairs[i].now];
      const Row& second = now.rows()[pairs[j].now];
      if (pairs[i].before == pairs[j].before || !may_both_fit(first, second)) continue;
      const std::string a = period_text(now, first);
      const std::string b = period_text(now, second);
      if (a == b) continue;
      found.push_back({Change::order, first.id + ", " + second.id,
                       fmt::format("{} ({})", second.id, b), fmt::format("{} ({})", first.id, a)});
    }
  }
  return found;
}

}  // namespace guidang::appraise
