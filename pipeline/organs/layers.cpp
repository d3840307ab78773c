// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/organs/names.h"
#include "pipeline/organs/table.h"

namespace guidang::organs {
namespace {

void join(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& word : more) {
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  }
}

void take(std::string& value, const std::string& over) {
  if (!over.empty()) value = over;
}

template <typename T>
void take(T& value, T over) {
  if (over != T{}) value = over;
}

/// An upper layer that gives one name without times means the organ of that name, and knows less of
/// its past than the one below.
bool tells_times(const Organ& organ) {
  return organ.names.size() > 1 || organ.names.front().from || organ.names.front().to;
}

bool has_name(const Organ& organ, const std::string& name) {
  return std::any_of(organ.names.begin(), organ.names.end(),
                     [&](const Name& each) { return each.text == name; });
}

Organ laid_over(Organ base, Organ own) {
  if (tells_times(own) || !has_name(base, own.names.front().text)) base.names = own.names;
  join(base.shorts, own.shorts);
  join(base.aliases, own.aliases);
  join(base.codes, own.codes);
  take(base.parent, own.parent);
  take(base.office_of, own.office_of);
  take(base.area, own.area);
  take(base.level, own.level);
  take(base.line, own.line);
  take(base.standing, own.standing);
  base.id = std::move(own.id);
  base.place = std::move(own.place);
  return base;
}

class Laying {
 public:
  explicit Laying(std::vector<Flaw>& flaws) : flaws_(flaws) {}

  void lay(Layer layer, bool local) {
    flaws_.insert(flaws_.end(), layer.flaws.begin(), layer.flaws.end());
    std::unordered_map<std::string, std::string> here;  // id → place
    // Names of lower layers only: within one layer the same name twice is for the look-up to tell.
    std::unordered_map<std::string, std::size_t> below = by_name_;
    for (Organ& organ : layer.organs) {
      if (!here.emplace(organ.id, organ.place).second) {
        flaws_.push_back({organ.place, "同一编号用了两次 / the same id twice",
                          fmt::format("id=\"{}\" ({})", organ.id, here[organ.id]),
                          "每个机构一个编号 / one id an organ",
                          "改其中一个编号 / change one of them"});
        continue;
      }
      place(std::move(organ), below, local);
    }
    shapes_.insert(shapes_.begin(), std::make_move_iterator(layer.shapes.begin()),
                   std::make_move_iterator(layer.shapes.end()));
  }

  Table finish() {
    for (Organ& organ : organs_) {
      rename(organ.parent);
      rename(organ.office_of);
    }
    std::vector<std::size_t> order(organs_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return organs_[a].id < organs_[b].id; });
    Table table;
    table.organs.reserve(order.size());
    for (const std::size_t i : order) {
      table.organs.push_back(std::move(organs_[i]));
      table.local.push_back(local_[i]);
    }
    table.shapes = std::move(shapes_);
    return table;
  }

 private:
  void place(Organ organ, const std::unordered_map<std::string, std::size_t>& below, bool local) {
    settle_names(organ);
    if (const std::string both = overlap(organ); !both.empty()) {
      flaws_.push_back({organ.place,
                        "同一机构的名称在时间上重叠 / names of one organ overlap in time", both,
                        "前一名称的 to 早于后一名称的 from / one ends before the next begins",
                        "改正 from 和 to / correct from and to"});
    }
    std::size_t at = organs_.size();
    if (const auto it = by_id_.find(organ.id); it != by_id_.end()) {
      at = it->second;
    } else {
      for (const Name& name : organ.names) {
        const auto named = below.find(key_of(name.text));
        if (named == below.end()) continue;
        at = named->second;
        renamed_[organs_[at].id] = organ.id;
        break;
      }
    }
    by_id_[organ.id] = at;
    for (const Name& name : organ.names) by_name_.emplace(key_of(name.text), at);
    if (at == organs_.size()) {
      organs_.push_back(std::move(organ));
      local_.push_back(local);
    } else {
      organs_[at] = laid_over(std::move(organs_[at]), std::move(organ));
      local_[at] = local_[at] || local;
    }
  }

  void rename(std::string& id) const {
    const auto it = renamed_.find(id);
    if (it != renamed_.end()) id = it->second;
  }

  std::vector<Flaw>& flaws_;
  std::vector<Organ> organs_{};
  std::vector<bool> local_{};
  std::vector<Shape> shapes_{};
  std::unordered_map<std::string, std::size_t> by_id_{};
  std::unordered_map<std::string, std::size_t> by_name_{};
  std::unordered_map<std::string, std::string> renamed_{};
};

}  // namespace

Table lay_layers(std::vector<Layer> layers, std::vector<Flaw>& flaws) {
  Laying laying(flaws);
  bool local = false;
  for (Layer& layer : layers) {
    laying.lay(std::move(layer), local);
    local = true;
  }
  return laying.finish();
}

}  // namespace guidang::organs
