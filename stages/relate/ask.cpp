// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/record_key.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/relate/clauses.h"
#include "stages/relate/finder.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kMostCited = 200;
constexpr std::size_t kMostListed = 200;
constexpr std::size_t kShortestTitle = 4;

/// Rows of one document on their way to the sorter.
class Asker {
 public:
  Asker(const View& document, Row row, NearTexts& near, Sorter& sorter)
      : document_(document), near_(near), sorter_(sorter), row_(std::move(row)) {
    if (const auto* description = document.find<Description>()) description_ = description;
    title_ = plain_title(value("title"));
  }

  void ask_all() {
    ask_bytes();
    ask_ledger();
    ask_registered();
    ask_number();
    ask_title();
    ask_stem();
    ask_attachments();
    ask_mentions();
    ask_names();
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
    // Groups are long titles that begin alike: a hash in front spares comparing them.
    sorter_.add(fmt::format("{}{:016x}{}\x01{}", static_cast<char>(question),
                            record_key(std::string(group)), group, rank),
                row.id, pack(row));
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
    } else if (!row_.date.empty() && !title_.empty()) {
      add(Question::ledger_row, "t" + text::fold(title_) + "\x02" + row_.date, rank(unnamed, ""),
          row_);
    }
  }

  void ask_number() {
    if (row_.number.empty()) return;
    Row row = row_;
    row.detail = value("document_number");
    add(Question::same_number, row_.number, rank(row_.role == Role::main, ""), row);
  }

  void ask_title() {
    const std::string key = text::fold(title_);
    if (text::length(key) < kShortestTitle || row_.date.empty()) return;
    Row row = row_;
    row.detail = title_;
    add(Question::same_title, key + "\x02" + row_.date, rank(row_.role == Role::main, ""), row);
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
    // 关于印发《X》的通知: X may lie there as a file of its own.
    if (row_.role == Role::main) listed.push_back(issued_title(title_));
    for (const std::string& title : listed) {
      const std::string key = text::fold(title);
      if (text::length(key) < kShortestTitle) continue;
      Row row = row_;
      row.detail = title;
      add(Question::listed_title, key, rank(true, ""), row);
    }
    const std::string own = text::fold(title_);
    const bool may_be_attachment = !row_.in_ledger && !row_.paper_only && row_.number.empty() &&
                                   (row_.role == Role::main || row_.role == Role::attachment);
    if (may_be_attachment && text::length(own) >= kShortestTitle) {
      Row row = row_;
      row.detail = title_;
      add(Question::listed_title, own, rank(false, ""), row);
    }
  }

  /// Pages of the main file, whose text speaks for the document.
  [[nodiscard]] const ComponentText* main_text() const {
    const auto* components = document_.find<Components>();
    const auto* text = document_.find<Text>();
    if (components == nullptr || text == nullptr) return nullptr;
    const auto& list = components->list;
    for (std::size_t i = 0; i < list.size() && i < text->components.size(); ++i) {
      const bool speaks = list[i].role == Role::main || list.size() == 1;
      if (speaks && text->components[i].state == TextState::read) return &text->components[i];
    }
    return nullptr;
  }

  /// What it says of other documents, by number or by title.
  void ask_mentions() {
    if (row_.role != Role::main) return;
    std::vector<Mention> mentions;
    if (const ComponentText* text = main_text()) {
      const std::vector<std::string> pages = document_.pages(*text);
      mentions = read_clauses(pages, title_);
      near_.add(document_, *text, pages, row_.number, row_.date);
      ask_sender();
    } else {
      mentions = read_clauses({}, title_);
    }
    add_forwarded(mentions);
    std::map<std::string, std::string> places;
    std::set<std::string> said;
    for (const Mention& mention : mentions) {
      if (mention.number.empty()) {
        add_named_title(mention);
        continue;
      }
      std::string key = text::matching_key(mention.number);
      places.emplace(key, mention.place);
      if (mention.verb == Verb::cites) continue;
      add_cited(key, mention, shown(mention));
      said.insert(std::move(key));
    }
    add_plainly_cited(places, said);
  }

  void add_plainly_cited(const std::map<std::string, std::string>& places,
                         std::set<std::string>& said) {
    std::vector<std::string> cited = values("cited_numbers");
    cited.resize(std::min(cited.size(), kMostCited));
    for (const text::FoundNumber& found : text::find_document_numbers(title_)) {
      cited.push_back(found.value.to_text());
    }
    for (const std::string& number : cited) {
      // Its own number, broken over two lines, reads like a shorter one.
      if (value("document_number").ends_with(number)) continue;
      std::string key = text::matching_key(number);
      if (!said.insert(key).second) continue;
      const auto place = places.find(key);
      add_cited(key, {},
                place == places.end() ? number : fmt::format("{} ({})", number, place->second));
    }
  }

  /// The title of one that passes on names what it passes on.
  void add_forwarded(std::vector<Mention>& mentions) const {
    if (!passes_on(title_)) return;
    for (const text::FoundNumber& found : text::find_document_numbers(title_)) {
      mentions.push_back(
          {.verb = Verb::forwards, .number = found.value.to_text(), .place = "title"});
    }
    for (std::string& passed : forwarded_titles(title_)) {
      mentions.push_back({.verb = Verb::forwards, .title = std::move(passed), .place = "title"});
    }
  }

  /// 《甲》（云政发〔2001〕3号）同时废止 (1:35)
  [[nodiscard]] static std::string shown(const Mention& mention) {
    const std::string& text = !mention.quote.empty()   ? mention.quote
                              : !mention.title.empty() ? mention.title
                                                       : mention.number;
    return fmt::format("{} ({})", text, mention.place);
  }

  void add_cited(const std::string& key, const Mention& mention, std::string detail) {
    if (key == row_.number) return;
    Row row = row_;
    row.verb = static_cast<char>(mention.verb);
    row.detail = std::move(detail);
    // What decides before what cites only.
    add(Question::cited_number, key, rank(false, row.verb == 'c' ? "1" : "0"), row);
  }

  void add_named_title(const Mention& mention) {
    if (mention.verb == Verb::cites) return;
    const std::string key = title_key(mention.title);
    if (key.empty()) return;
    Row row = row_;
    row.verb = static_cast<char>(mention.verb);
    row.years = fmt::format("{}", fmt::join(mention.years, ","));
    row.detail = title_organ(mention.title) + "\x02" + shown(mention);
    add(Question::named_title, key, rank(false, ""), row);
  }

  /// Under what others may name it: its number and its titles.
  void ask_names() {
    if (row_.role != Role::main) return;
    Row row = row_;
    if (!row_.number.empty()) {
      row.detail = value("document_number");
      add(Question::cited_number, row_.number, rank(true, ""), row);
    }
    row.detail = title_organ(title_);
    const std::string own = title_key(title_);
    const std::string issued = title_key(issued_title(title_));
    if (!own.empty()) add(Question::named_title, own, rank(true, ""), row);
    if (!issued.empty() && issued != own) add(Question::named_title, issued, rank(true, ""), row);
  }

  /// What the same organ sent under the same title: it may have come again.
  void ask_sender() {
    const std::string key = text::fold(title_);
    if (row_.direction != Direction::received || row_.creator.empty() ||
        text::length(key) < kShortestTitle) {
      return;
    }
    add(Question::same_sender, row_.creator + "\x02" + key,
        fmt::format("0{:10}{:10}{}", row_.received, row_.date, row_.place), row_);
  }

  void ask_matter() {
    if (row_.part == Part::none || row_.role != Role::main) return;
    const std::string core = core_of(title_);
    if (core.empty()) return;
    Row row = row_;
    row.detail = title_;
    const bool reply = row_.part == Part::reply;
    // In order of dates, so that the latest request before a reply stands last.
    add(Question::same_matter, core,
        fmt::format("{}{}\x01{}", reply ? 1 : 0, row_.date, row_.place), row);
  }

  const View& document_;
  NearTexts& near_;
  Sorter& sorter_;
  Row row_;
  const Description* description_ = nullptr;
  std::string_view title_;
};

}  // namespace

void ask(const View& document, const Row& row, NearTexts& near, Sorter& sorter) {
  Asker(document, row, near, sorter).ask_all();
}

}  // namespace guidang::relate
