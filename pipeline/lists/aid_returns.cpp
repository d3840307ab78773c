// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_returns.h"

#include <algorithm>
#include <array>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/aid_twins.h"
#include "pipeline/lists/packing.h"
#include "pipeline/verdict.h"

namespace guidang::lists {
namespace {

constexpr std::array kTexts{
    &ReturnCase::title,    &ReturnCase::creator,     &ReturnCase::document_number,
    &ReturnCase::received, &ReturnCase::date,        &ReturnCase::register_no,
    &ReturnCase::remarks,  &ReturnCase::approved_by, &ReturnCase::approved_on,
    &ReturnCase::why};

/// A rule's id among the citations of a finding, which also holds clauses: RTN-14, FMT-201.
bool is_rule_id(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash < 2 || dash > 4 || dash + 1 >= text.size() || text.size() > 12) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

/// Chinese and English stand side by side in findings; the slip goes out in Chinese. What follows
/// the English words belongs to both: 不超过 / at most 15.
std::string chinese(std::string_view text) {
  const std::size_t cut = text.find(" / ");
  if (cut == std::string_view::npos) return std::string(text);
  std::string out(text.substr(0, cut));
  std::string_view rest = text.substr(cut + 3);
  if (const std::size_t colon = rest.find(": "); colon != std::string_view::npos) {
    return out.append("：").append(rest.substr(colon + 2));
  }
  const std::size_t words =
      rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");
  if (words == 0 || words == std::string_view::npos) return out;
  return out.append(" ").append(rest.substr(words));
}

ReturnCase::Evidence evidence_of(const Finding& finding, const Office& office) {
  ReturnCase::Evidence evidence{.rules = {finding.code}, .text = chinese(finding.found)};
  for (const std::string& citation : finding.citations) {
    if (is_rule_id(citation)) evidence.rules.push_back(citation);
  }
  if (office.backing.code_title) evidence.title = office.backing.code_title(finding.code);
  if (!finding.expected.empty()) evidence.text += "（应为：" + chinese(finding.expected) + "）";
  return evidence;
}

}  // namespace

std::optional<ReturnCase> return_case(const View& item, const Office& office) {
  const Verdict answer = verdict(item);
  if (answer != Verdict::return_proposed && answer != Verdict::returned) return std::nullopt;
  auto entry = registration(item.main());
  if (!entry) entry.emplace();
  if (office.twins != nullptr && !entry->in_ledger) {
    for (const Registration& row : office.twins->of(item.main().id())) lend(row, *entry);
  }
  ReturnCase one{.title = entry->title,
                 .creator = entry->creator,
                 .document_number = entry->document_number,
                 .received = entry->received,
                 .date = entry->date,
                 .register_no = entry->register_no,
                 .remarks = entry->remarks,
                 .approved = answer == Verdict::returned};
  const auto decided = item.decisions().find("return");
  if (one.approved && decided != item.decisions().end()) {
    one.approved_by = decided->second.by;
    one.approved_on = decided->second.date;
    one.why = decided->second.why;
  }
  for (const Finding& finding : item.findings()) {
    if (finding.severity != Severity::give_back || waived(finding, &item.decisions())) continue;
    one.evidence.push_back(evidence_of(finding, office));
  }
  return one;
}

std::string pack(const ReturnCase& one) {
  std::string bytes(1, one.approved ? 'y' : 'n');
  for (const auto text : kTexts) append_text(bytes, one.*text);
  for (const ReturnCase::Evidence& evidence : one.evidence) {
    append_text(bytes, std::to_string(evidence.rules.size()));
    for (const std::string& rule : evidence.rules) append_text(bytes, rule);
    append_text(bytes, evidence.title);
    append_text(bytes, evidence.text);
  }
  return bytes;
}

ReturnCase unpack_return(std::string_view bytes) {
  ReturnCase one{.approved = bytes.at(0) == 'y'};
  bytes.remove_prefix(1);
  for (const auto text : kTexts) one.*text = take_text(bytes);
  while (!bytes.empty()) {
    ReturnCase::Evidence evidence;
    for (auto left = std::stoul(std::string(take_text(bytes))); left > 0; --left) {
      evidence.rules.emplace_back(take_text(bytes));
    }
    evidence.title = take_text(bytes);
    evidence.text = take_text(bytes);
    one.evidence.push_back(std::move(evidence));
  }
  return one;
}

std::vector<TickedReason> tick_list(const AidSettings& settings, const ReturnCase& one) {
  std::vector<TickedReason> list;
  for (const ReturnReason& reason : settings.reasons) {
    list.push_back({.id = reason.id, .text = reason.text});
  }
  TickedReason other{.text = "其他"};
  for (const ReturnCase::Evidence& evidence : one.evidence) {
    std::string words = evidence.title;
    words += (words.empty() ? "" : "：") + evidence.text + "［" + evidence.rules.front() + "］";
    bool named = false;
    for (std::size_t i = 0; i < settings.reasons.size(); ++i) {
      const bool ticks =
          std::any_of(evidence.rules.begin(), evidence.rules.end(),
                      [&](const std::string& rule) { return settings.reasons[i].ticked_by(rule); });
      if (!ticks) continue;
      named = list[i].ticked = true;
      add_remark(list[i].evidence, words);
    }
    if (named) continue;
    other.ticked = true;
    add_remark(other.evidence, words);
  }
  if (other.ticked) list.push_back(std::move(other));
  return list;
}

const LineKind kReturnCases{
    "return_cases", [](const View& item, const Office& office, const LineKind::Add& add) {
      const auto one = return_case(item, office);
      if (!one) return;
      const int received = year_of(one->received);
      const std::string& day = one->received.empty() ? one->date : one->received;
      add({.year = received != 0 ? received : year_of(one->date),
           .key = natural_key(one->register_no) + "\x1f" + day + "\x1f" + one->title,
           .payload = pack(*one)});
    }};

void print_return_slips(const PaperYear& year, Binder& binder) {
  const AidSettings settings = AidSettings::load(year.office().profile);
  forms::Book& book = binder.open();
  const forms::Values common = year.head();
  year.for_each([&](std::string_view payload) {
    const ReturnCase one = unpack_return(payload);
    forms::Values head = common;
    head["title"] = one.title;
    head["creator"] = one.creator;
    head["document_number"] = one.document_number;
    head["received"] = one.received;
    head["made"] = one.date;
    head["register_no"] = one.register_no;
    head["opinion"] = one.approved ? (one.why.empty() ? "同意退文。" : one.why)
                                   : "拟退回来文单位，按上列问题修改完善后重新报送。";
    head["approver"] = one.approved_by;
    head["approved_on"] = one.approved_on;
    head["status"] = one.approved ? "" : "待批准";
    head["remarks"] = one.remarks;
    book.sheet(head);
    for (const TickedReason& reason : tick_list(settings, one)) {
      book.row({{"slip", one.title},
                {"slip_number", one.document_number},
                {"tick", reason.ticked ? "☑" : "☐"},
                {"number", reason.id},
                {"reason", reason.text},
                {"evidence", reason.evidence}});
    }
  });
}

}  // namespace guidang::lists
