// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_fonds_file.h"

#include <fmt/format.h>

#include <array>

namespace guidang::lists {
namespace {

/// What the program puts into a class each year: titles of its own forms.
struct OwnMaterial {
  std::string_view class_name{};
  std::string_view form{};
};
constexpr std::array kOwn{OwnMaterial{"交接", "档案移交清册"}, OwnMaterial{"整理", "档案整理说明"},
                          OwnMaterial{"统计", "年度档案统计表"},
                          OwnMaterial{"统计", "公文办理情况分析"},
                          OwnMaterial{"鉴定", "档案鉴定情况汇总表"}};

}  // namespace

std::string folder_of(const FondsFileClass& one) { return one.id + "-" + one.name; }

std::vector<FondsMaterial> fonds_materials(const AidSettings& settings,
                                           const std::vector<int>& years) {
  std::vector<FondsMaterial> list;
  for (const FondsFileClass& one : settings.fonds_file) {
    bool filled = false;
    for (const int year : years) {
      for (const OwnMaterial& own : kOwn) {
        if (own.class_name != one.name) continue;
        filled = true;
        list.push_back({.class_id = one.id,
                        .class_name = one.name,
                        .name = std::string(own.form),
                        .place = std::to_string(year)});
      }
    }
    if (!filled) {
      list.push_back({.class_id = one.id, .class_name = one.name, .note = "待补：" + one.hint});
    }
  }
  return list;
}

void lay_out_fonds_file(const AidSettings& settings, const std::filesystem::path& lists) {
  for (const FondsFileClass& one : settings.fonds_file) {
    std::filesystem::create_directories(lists / kFondsFileFolder / folder_of(one));
  }
}

const LineKind kFondsYears{"fonds_years",
                           [](const View& item, const Office&, const LineKind::Add& add) {
                             const FilingYear* year = item.find<FilingYear>();
                             if (year == nullptr || !year->year) return;
                             add({.year = kWholeFonds,
                                  .key = fmt::format("{:04}", *year->year),
                                  .payload = std::to_string(*year->year)});
                           }};

void print_fonds_file(const PaperYear& year, Binder& binder) {
  const AidSettings settings = AidSettings::load(year.office().profile);
  std::vector<int> years;
  year.for_each([&](std::string_view payload) {
    const int one = std::stoi(std::string(payload));
    if (years.empty() || years.back() != one) years.push_back(one);
  });
  forms::Book& book = binder.open();
  forms::Values head = year.head();
  const std::vector<FondsMaterial> list = fonds_materials(settings, years);
  head["count"] = std::to_string(list.size());
  book.sheet(head);
  std::string open;
  std::uint64_t number = 0;
  for (const FondsMaterial& one : list) {
    if (one.class_id != open) number = 0;
    open = one.class_id;
    book.row({{"class_id", one.class_id},
              {"class_name", one.class_name},
              {"number", one.name.empty() ? "" : fmt::format("{}-{}", one.class_id, ++number)},
              {"name", one.name},
              {"place", one.place},
              {"remarks", one.note}});
  }
}

}  // namespace guidang::lists
