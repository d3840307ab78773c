// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/finder.h"

#include <algorithm>

namespace guidang::relate {
namespace {

std::vector<std::string_view> split(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(sign, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// Every file of `row` is one of `stands`. Digests come sorted.
bool within(const Row& row, const Row& stands) {
  const auto small = split(row.detail, ',');
  const auto large = split(stands.detail, ',');
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

std::string_view folder_of(std::string_view place) {
  const std::size_t slash = place.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : place.substr(0, slash);
}

}  // namespace

void Finder::visit(const SortedRow& sorted) {
  const std::string_view key = sorted.key;
  const std::string_view group = key.substr(0, key.find('\x01'));
  if (group != group_) {
    group_ = group;
    heads_.clear();
    told_ = false;
  }
  const bool head = key.substr(group.size() + 1).starts_with('0');
  const Row row = unpack(sorted.payload, sorted.record);
  const auto question = static_cast<Question>(group.front());
  if (question == Question::same_bytes) {
    same_bytes(row);
    return;
  }
  if (ties_.is_duplicate(row.id)) return;
  switch (question) {
    case Question::same_bytes:
      break;
    case Question::ledger_row:
      ledger_row(row, head);
      break;
    case Question::same_number:
      same_number(row);
      break;
    case Question::same_title:
      same_part(row, "题名、日期相同 / same title and date: " + row.detail);
      break;
    case Question::same_stem:
      same_part(row, "文件名 / file name: " + row.detail);
      break;
    case Question::listed_title:
      listed_title(row, head);
      break;
    case Question::cited_number:
      cited_number(row, head);
      break;
    case Question::named_title:
      named_title(row, head);
      break;
    case Question::same_matter:
      same_matter(row, head);
      break;
    case Question::same_sender:
      same_sender(row);
      break;
  }
}

void Finder::same_bytes(const Row& row) {
  const auto stands = std::find_if(heads_.begin(), heads_.end(),
                                   [&](const Row& other) { return within(row, other); });
  // What a seal or a person keeps is no duplicate. Nor is a registered document for one that is
  // not, unless both hold the same files: the order of rows sees to that.
  const bool stays = stands == heads_.end() || row.kept || row.sealed || ties_.stands(row);
  if (!stays &&
      ties_.add_duplicate(row, *stands, "文件完全相同 / the same bytes: " + stands->place)) {
    return;
  }
  if (!ties_.is_duplicate(row.id)) keep(row);
}

void Finder::ledger_row(const Row& row, bool head) {
  if (head) {
    keep(row);
    return;
  }
  // One row stands for one document: the next row with the same number is a repeat of its own. Of
  // one and the same row of a book any number may have come before its file did.
  const bool same_row = group_.size() > 1 && group_[1] == 'r';
  if (heads_.empty() || (told_ && !same_row) || row.kept || row.sealed || ties_.stands(row) ||
      !may_be_one(row, heads_.front())) {
    return;
  }
  const Row& document = heads_.front();
  if (!ties_.add_duplicate(row, document, "登记行 / ledger row of " + document.place)) return;
  told_ = true;
  ties_.report(row, {.code = "REL-101", .severity = Severity::note, .found = document.place});
}

void Finder::same_number(const Row& row) {
  if (heads_.empty() || heads_.front().role != Role::main) {
    keep(row);
    return;
  }
  const Row& main = heads_.front();
  if (!may_be_one(row, main)) return;
  if (row.role != Role::main) {
    ties_.add_part(row, main, row.role, "文号相同 / same number: " + row.detail);
    return;
  }
  if (came_again(row, main)) return;
  const auto clash = [&](const Row& one, const Row& other) {
    ties_.report(one, {.code = "REL-102",
                       .severity = Severity::warning,
                       .place = "document_number",
                       .found = one.detail,
                       .expected = other.place});
  };
  if (!told_) clash(main, row);
  told_ = true;
  clash(row, main);
}

void Finder::same_part(const Row& row, const std::string& evidence) {
  if (row.role == Role::main) {
    if (!ties_.is_part(row.id)) keep(row);
    return;
  }
  if (heads_.empty() || ties_.is_part(row.id) || !may_be_one(row, heads_.front())) return;
  // Two documents of one name: nobody but a person knows which.
  if (heads_.size() > 1) return;
  ties_.add_part(row, heads_.front(), row.role, evidence);
}

void Finder::listed_title(const Row& row, bool head) {
  if (ties_.is_part(row.id)) return;
  if (head) {
    keep(row);
    return;
  }
  std::vector<const Row*> listers;
  std::vector<const Row*> beside;
  for (const Row& lister : heads_) {
    if (lister.id == row.id || !may_be_one(row, lister)) continue;
    listers.push_back(&lister);
    if (folder_of(lister.place) == folder_of(row.place)) beside.push_back(&lister);
  }
  const auto& choice = listers.size() == 1 ? listers : beside;
  if (choice.size() != 1) return;
  ties_.add_part(row, *choice.front(), Role::attachment,
                 "附件说明 / listed as an attachment: " + row.detail);
}

void Finder::same_matter(const Row& row, bool head) {
  if (ties_.is_part(row.id)) return;
  if (head) {
    keep(row);
    return;
  }
  if (ties_.has_answered(row)) return;
  // The latest that is open and not younger than the reply.
  for (auto asked = heads_.rbegin(); asked != heads_.rend(); ++asked) {
    if (ties_.is_answered(*asked) || !may_answer(row, *asked)) continue;
    if (ties_.add_answer(row, *asked, "题名相应 / titles correspond: " + asked->detail)) return;
  }
}

}  // namespace guidang::relate
