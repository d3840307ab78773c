// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/files/csv.h"
#include "pipeline/organs/learn.h"

namespace guidang::organs {
namespace {

constexpr std::array<RulingText, kRulings> kTexts{{
    {Ruling::learnt, "learnt", "可采用", "learnt", "", ""},
    {Ruling::known, "known", "机构表已有", "known to the table", "", ""},
    {Ruling::few, "few", "例证不足", "too few numbers", "核对后以 --confirm CODE 采用",
     "look at them, then take it with --confirm CODE"},
    {Ruling::no_area, "no_area", "名称不是全称", "no full name",
     "在机构表中为其全称写上这一别名，再运行 learn",
     "write the full name with this alias in the table, and learn again"},
    {Ruling::generic, "generic", "代字中没有机关", "no word for the organ in the code",
     "采用后，以它结尾的其他代字都会在此处截断；确为本机关代字的，以 --confirm CODE 采用",
     "once taken, it is cut out of other codes that end with it; if it is the organ's own, take it "
     "with --confirm CODE"},
    {Ruling::spellings, "spellings", "同一机构的几种写法？", "several ways of writing one organ?",
     "在机构表中写上别名，再运行 learn；或以 --confirm CODE 采用第一个名称",
     "write the aliases in the table and learn again, or take the first name with --confirm CODE"},
    {Ruling::office, "office", "机关与其办公厅（室）", "an organ and its own office",
     "确定是谁的代字，以 --confirm CODE 采用第一个，或写入机构表",
     "settle whose it is: take the first with --confirm CODE, or write it in the table"},
    {Ruling::renamed, "renamed", "先后两个名称：更名？", "one name after the other: renamed?",
     "更名的，在机构表中写明各名称的起止日期，再运行 learn",
     "if it was renamed, write both names with their days in the table and learn again"},
    {Ruling::slip, "slip", "个别不符：笔误？", "a few that differ: slips?",
     "核对所列各行；是笔误的，以 --confirm CODE 采用",
     "look at these rows; if they are slips, take the code with --confirm CODE"},
    {Ruling::conflict, "conflict", "几个机构同用一个代字", "several organs have one code",
     "核对各行；联合行文的代字属主办机关，以 --confirm CODE 采用第一个",
     "look at the rows; a joint document bears the code of the organ in charge: take the first "
     "with --confirm CODE"},
    {Ruling::other, "other", "与机构表不符", "the table says another organ",
     "改正登记或机构表，再运行 learn", "correct the register or the table, and learn again"},
}};

std::string years_of(const Voice& voice) {
  if (voice.first_year == 0) return {};
  if (voice.first_year == voice.last_year) return fmt::format(" ({})", voice.first_year);
  return fmt::format(" ({}–{})", voice.first_year, voice.last_year);
}

std::string basis_of(const Lesson& lesson) {
  std::string text =
      fmt::format("{}: {}{}", lesson.code, lesson.main.numbers, years_of(lesson.main));
  if (lesson.against > 0) text += fmt::format(" ≠ {}", lesson.against);
  const Example& first = lesson.main.examples.front();
  return text + fmt::format(" {} {}", first.number, first.place);
}

std::string id_of(const Holder& holder) { return holder.id.empty() ? holder.name : holder.id; }

}  // namespace

const RulingText& text_of(Ruling ruling) { return kTexts[static_cast<std::size_t>(ruling)]; }

bool is_contradiction(Ruling ruling) { return ruling >= Ruling::spellings; }

std::vector<Organ> with_lessons(std::vector<Organ> table, std::span<const Lesson> lessons) {
  std::map<std::string, Organ> fresh;
  for (const Lesson& lesson : lessons) {
    if (!lesson.taken) continue;
    const Holder& holder = lesson.main.holders.front();
    const std::string id = id_of(holder);
    const auto there = std::find_if(table.begin(), table.end(),
                                    [&](const Organ& organ) { return organ.id == id; });
    if (there == table.end()) {
      const auto [it, added] = fresh.try_emplace(id, Organ{.id = id});
      if (added) it->second.names.push_back({.text = holder.name});
      it->second.codes.push_back(lesson.code);
    } else if (std::find(there->codes.begin(), there->codes.end(), lesson.code) ==
               there->codes.end()) {
      there->codes.push_back(lesson.code);
    }
  }
  for (auto& [id, organ] : fresh) {
    std::sort(organ.codes.begin(), organ.codes.end());
    table.push_back(std::move(organ));
  }
  return table;
}

std::string lessons_csv(std::span<const Lesson> lessons) {
  std::string csv = "\xEF\xBB\xBF";
  files::write_csv_row(csv, {"编号", "名称", "机关代字", "依据"});
  for (const Organ& organ : with_lessons({}, lessons)) {
    std::string basis;
    for (const Lesson& lesson : lessons) {
      if (!lesson.taken || id_of(lesson.main.holders.front()) != organ.id) continue;
      basis += (basis.empty() ? "" : "; ") + basis_of(lesson);
    }
    files::write_csv_row(csv, {organ.id, organ.names.front().text,
                               fmt::format("{}", fmt::join(organ.codes, "、")), basis});
  }
  return csv;
}

}  // namespace guidang::organs
