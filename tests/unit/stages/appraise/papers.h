// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "stages/appraise/appraise.h"

namespace guidang {

inline constexpr auto kIn = Direction::received;
inline constexpr auto kOut = Direction::issued;
inline const std::string kCity = "青溪市人民政府办公室";

struct Paper {
  Direction direction = Direction::received;
  std::string creator{};
  std::string doctype{};
  std::string title{};
  std::string remarks{};
};

inline View item_of(const Paper& paper, Decisions decisions = {}) {
  View document{"d1", {}};
  document.put(Origin{.place = "1.txt", .direction = paper.direction});
  Description description;
  const auto set = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) description.fields[name] = {.values = {value}, .source = "1:1"};
  };
  set("creator", paper.creator);
  set("doctype", paper.doctype);
  set("title", paper.title);
  set("remarks", paper.remarks);
  document.put(description);
  View item{"i1", {}};
  item.put(Item{.main = "d1", .parts = {{.document = "d1"}}});
  item.put(std::vector<View>{document});
  item.put(std::move(decisions));
  return item;
}

inline Appraisal appraised(const Appraise& stage, const View& item, Findings& findings) {
  return std::get<Appraisal>(*stage.run(item, findings));
}

}  // namespace guidang
