// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/relate/finder.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kMostCited = 200;
constexpr std::size_t kMostListed = 200;
constexpr std::size_t kShortestTitle = 4;

/// Rows of one document on their way to the sorter.
class Asker {
 public:
  Asker(const View& document, Sorter& sorter)
      : document_(document), sorter_(sorter), row_(row_of(document)) {
    if (const auto* description = document.find<Description>()) description_ = description;
  }

  void ask_all() {
    ask_bytes();
    ask_ledger();
    ask_registered();
    ask_number();
    ask_title();
    ask_stem();
    ask_attachments();
    ask_citations();
    ask_matter();
  }

 private:
  [[nodiscard]] std::string_view value(std::string_view name) const {
    return description_ == nullptr ? std::string_view{} : description_->value(name);
  }

  [[nodiscard]] std::vector<std::string> values(std::string_view name) const {
    const Field* field = description_ == nullptr ? nullptr : description_->find(name);
    return field == nullptr ? std::vector<std::string>{} : field->values;
  }

  void add(Question question, std::string_view group, std::string_view rank, const Row& row) {
    sorter_.add(fmt::format("{}{}\x01{}", static_cast<char>(question), group, rank), row.id,
                pack(row));
  }

  /// Sealed before registered before the rest, then by place.
  [[nodiscard]] std::string rank(bool head, std::string_view then) const {
    return fmt::format("{}{}{}{}\x01{}", head ? 0 : 1, row_.sealed ? 0 : 1, row_.in_ledger ? 0 : 1,
                       then, row_.place);
  }

  void ask_bytes() {
    const auto* components = document_.find<Components>();
    if (components == nullptr || components->list.empty()) return;
    const auto& list = components->list;
    const auto main = std::find_if(list.begin(), list.end(),
                                   [](const Component& c) { return c.role == Role::main; });
    std::set<std::string> digests;
    for (const Component& component : list) digests.insert(component.digest);
    Row row = row_;
    row.detail = fmt::format("{}", fmt::join(digests, ","));
    // More files first: they hold those of the others.
    const std::size_t fewer = 99'999 - std::min<std::size_t>(digests.size(), 99'999);
    add(Question::same_bytes, (main == list.end() ? list.front() : *main).digest,
        rank(true, fmt::format("{:05}", fewer)), row);
  }

  /// A paper that came by its row alone, or whose file was damaged, and the same row with its file
  /// later: the row's number in its book says that they are one.
  void ask_registered() {
    const auto* origin = document_.find<Origin>();
    const auto* components = document_.find<Components>();
    if (origin == nullptr) return;
    for (const GivenField& field : origin->given) {
      if (field.source != "ledger" || field.name != "register_no" || field.value.empty()) continue;
      const std::string book = field.where.substr(0, field.where.rfind(':'));
      const bool has_files = components != nullptr && !components->list.empty();
      add(Question::ledger_row, "r" + book + "\x02" + field.value, rank(has_files, ""), row_);
    }
  }

  void ask_ledger() {
    const bool row_only = row_.paper_only;
    const bool unnamed = !row_.paper_only && !row_.in_ledger && row_.role == Role::main;
    if (!row_only && !unnamed) return;
    if (!row_.number.empty()) {
      add(Question::ledger_row, "n" + row_.number, rank(unnamed, ""), row_);
    } else if (!row_.date.empty() && !value("title").empty()) {
      add(Question::ledger_row, "t" + text::fold(value("title")) + "\x02" + row_.date,
          rank(unnamed, ""), row_);
    }
  }

  void ask_number() {
    if (row_.number.empty()) return;
    Row row = row_;
    row.detail = value("document_number");
    add(Question::same_number, row_.number, rank(row_.role == Role::main, ""), row);
  }

  void ask_title() {
    const std::string title = text::fold(value("title"));
    if (text::length(title) < kShortestTitle || row_.date.empty()) return;
    Row row = row_;
    row.detail = value("title");
    add(Question::same_title, title + "\x02" + row_.date, rank(row_.role == Role::main, ""), row);
  }

  void ask_stem() {
    if (row_.paper_only || row_.place.empty()) return;
    Row row = row_;
    const NamedRole named = named_role(row_.place);
    row.detail = row_.place;
    add(Question::same_stem, named.stem, rank(row_.role == Role::main, ""), row);
  }

  void ask_attachments() {
    std::vector<std::string> listed = values("attachments");
    listed.resize(std::min(listed.size(), kMostListed));
    for (const std::string& title : listed) {
      const std::string key = text::fold(title);
      if (text::length(key) < kShortestTitle) continue;
      Row row = row_;
      row.detail = title;
      add(Question::listed_title, key, rank(true, ""), row);
    }
    const std::string own = text::fold(value("title"));
    const bool may_be_attachment = !row_.in_ledger && !row_.paper_only && row_.number.empty() &&
                                   (row_.role == Role::main || row_.role == Role::attachment);
    if (may_be_attachment && text::length(own) >= kShortestTitle) {
      Row row = row_;
      row.detail = value("title");
      add(Question::listed_title, own, rank(false, ""), row);
    }
  }

  void ask_citations() {
    if (row_.role != Role::main) return;
    if (!row_.number.empty()) {
      Row row = row_;
      row.detail = value("document_number");
      add(Question::cited_number, row_.number, rank(true, ""), row);
    }
    std::set<std::string> in_title;
    const std::string_view title = value("title");
    std::vector<std::string> cited = values("cited_numbers");
    cited.resize(std::min(cited.size(), kMostCited));
    for (const text::FoundNumber& found : text::find_document_numbers(title)) {
      in_title.insert(text::matching_key(found.value.to_text()));
      cited.push_back(found.value.to_text());
    }
    std::set<std::string> seen;
    for (const std::string& number : cited) {
      const std::string key = text::matching_key(number);
      if (key == row_.number || !seen.insert(key).second) continue;
      Row row = row_;
      row.detail = number;
      row.in_title = passes_on(title) && in_title.contains(key);
      add(Question::cited_number, key, rank(false, ""), row);
    }
  }

  void ask_matter() {
    if (row_.part == Part::none || row_.role != Role::main) return;
    const std::string core = core_of(value("title"));
    if (core.empty()) return;
    Row row = row_;
    row.detail = value("title");
    const bool reply = row_.part == Part::reply;
    // In order of dates, so that the latest request before a reply stands last.
    add(Question::same_matter, core,
        fmt::format("{}{}\x01{}", reply ? 1 : 0, row_.date, row_.place), row);
  }

  const View& document_;
  Sorter& sorter_;
  Row row_;
  const Description* description_ = nullptr;
};

}  // namespace

void ask(const View& document, Sorter& sorter) { Asker(document, sorter).ask_all(); }

}  // namespace guidang::relate
