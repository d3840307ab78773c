// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_transfer.h"

#include <fmt/format.h>

#include "pipeline/lists/aid_tally.h"
#include "pipeline/lists/item_values.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/packing.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kNotExamined = "未检";

void gather(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  if (!row) return;
  HandedOver one{.code = row->code,
                 .period = row->period,
                 .volume = row->volume,
                 .pages = row->listed_pages()};
  for (const View& part : item.parts()) {
    const Components* components = part.find<Components>();
    if (components == nullptr) continue;
    for (const Component& component : components->list) {
      ++one.files;
      one.bytes += component.size;
    }
  }
  Line line = filed_line(*row, office.settings);
  line.payload = pack(one);
  add(line);
}

TransferTally tally_of(const PaperYear& year) {
  TransferTally tally;
  year.for_each([&](std::string_view payload) { tally.add(unpack_handed_over(payload)); });
  return tally;
}

std::string quantity(const TransferTally& tally) {
  std::string text;
  if (tally.volumes > 0) text = fmt::format("{} 卷 ", tally.volumes);
  text += fmt::format("{} 件", tally.items);
  if (tally.paper_only > 0) text += fmt::format("（其中 {} 件只有纸质）", tally.paper_only);
  return text;
}

std::string periods(const TransferTally& tally, const Profile& profile) {
  std::string text;
  for (const std::string& period : in_period_order(profile, tally.periods)) {
    text += fmt::format("{}{} {} 件", text.empty() ? "" : "，", period, tally.periods.at(period));
  }
  return text;
}

forms::Values head_of(const PaperYear& year, const TransferTally& tally) {
  forms::Values head = year.head();
  head["quantity"] = quantity(tally);
  head["periods"] = periods(tally, year.office().profile);
  head["codes"] = tally.first == tally.last ? tally.first : tally.first + " 至 " + tally.last;
  head["files"] = fmt::format("{} 个文件，{} 字节", tally.files, tally.bytes);
  head["size"] = gigabytes(tally.bytes) + " GB";
  head["lists"] = "归档文件目录、文号对照表、移交清册";
  return head;
}

}  // namespace

std::string pack(const HandedOver& one) {
  std::string bytes;
  for (const std::string_view text : {std::string_view(one.code), std::string_view(one.period),
                                      std::string_view(one.volume), std::string_view(one.pages)}) {
    append_text(bytes, text);
  }
  append_text(bytes, std::to_string(one.files));
  append_text(bytes, std::to_string(one.bytes));
  return bytes;
}

HandedOver unpack_handed_over(std::string_view bytes) {
  HandedOver one;
  for (std::string* text : {&one.code, &one.period, &one.volume, &one.pages}) {
    *text = take_text(bytes);
  }
  one.files = std::stoull(std::string(take_text(bytes)));
  one.bytes = std::stoull(std::string(take_text(bytes)));
  return one;
}

void TransferTally::add(const HandedOver& one) {
  if (items++ == 0) first = one.code;
  last = one.code;
  if (!one.volume.empty() && one.volume != last_volume) {
    ++volumes;
    last_volume = one.volume;
  }
  if (one.pages.empty()) {
    ++unknown_pages;
  } else {
    pages += std::stoull(one.pages);
  }
  paper_only += one.files == 0 ? 1U : 0U;
  files += one.files;
  bytes += one.bytes;
  ++periods[one.period];
}

std::string gigabytes(std::uint64_t bytes) {
  constexpr std::uint64_t kThousandth = 1'000'000;
  const std::uint64_t thousandths = bytes / kThousandth + (bytes % kThousandth == 0 ? 0U : 1U);
  return fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
}

const LineKind kHandedOver{"handed_over", gather};

void print_transfer_list(const PaperYear& year, Binder& binder) {
  forms::Book& book = binder.open();
  book.sheet(year.head());
  std::uint64_t number = 0;
  for_each_row(year, [&](const ListRow& row) {
    forms::Values line;
    put_item(row, DateStyle::compact, line);
    line["number"] = std::to_string(++number);
    book.row(line);
  });
}

void print_transfer_deed(const PaperYear& year, Binder& binder) {
  binder.open().sheet(head_of(year, tally_of(year)));
}

void print_transfer_form(const PaperYear& year, Binder& binder) {
  forms::Values head = head_of(year, tally_of(year));
  head["task"] = fmt::format("{}{}年度电子档案移交", year.office().fonds_name, year.year());
  for (const std::string_view check :
       {"accuracy", "completeness", "usability", "safety", "carrier"}) {
    head[std::string(check) + "_sent"] = kNotExamined;
  }
  binder.open().sheet(head);
}

}  // namespace guidang::lists
