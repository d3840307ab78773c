// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/volume_shelf.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/resolve.h"
#include "pipeline/text/utf8.h"
#include "stages/arrange/plan.h"
#include "stages/arrange/volume_title.h"

namespace guidang::cli {
namespace {

using arrange::is_volume_id;

[[noreturn]] void refuse(const std::string& what, const std::string& advice = {}) {
  throw Failure(what, advice, ExitStatus::usage);
}

constexpr std::string_view kSeeList = "查看 / see them with: guidang volume list HOME";

/// One command's decisions, written together or not at all.
class Deciding {
 public:
  Deciding(Home& home, const VolumeArguments& arguments, const Shelf& shelf)
      : home_(home), arguments_(arguments), shelf_(shelf) {}

  void decide(const RecordId& record, std::string_view field, std::string value) {
    rows_.push_back({record, std::string(field), std::move(value)});
  }
  void finish(const Console& console) {
    Commit commit(home_.registry(), "decision", {}, timestamp());
    for (const Row& row : rows_) {
      commit.put_decision(row.record, row.field,
                          {.value = row.value,
                           .by = arguments_.by,
                           .date = as_of(arguments_.as_of),
                           .why = arguments_.why});
    }
    commit.finish();
    for (const Row& row : rows_) {
      console.err << console(kDecided) << "  " << row.record << ' ' << row.field << " = "
                  << row.value << '\n';
    }
    console.err << console(kRunAgain) << '\n';
  }

  /// An unsealed item, by id, code or document number.
  [[nodiscard]] RecordId item(const std::string& text) const {
    RecordId record = resolve(home_.registry(), text);
    if (!record.starts_with('i')) {
      record = RecordReader(home_.registry()).item_of(record).value_or("");
    }
    if (record.empty()) refuse("“" + text + "”不属于任何一件 / is in no item: " + text);
    if (shelf_.sealed(record)) {
      refuse("已封存，案卷不能再动 / it is sealed, its volume stays as it is: " + text);
    }
    return record;
  }
  [[nodiscard]] const ShelfVolume& volume(const std::string& text) const {
    const ShelfVolume* found = shelf_.find(text);
    if (found == nullptr)
      refuse("没有这一案卷 / there is no such volume: " + text, std::string(kSeeList));
    return *found;
  }
  [[nodiscard]] const ShelfVolume& open_volume(const std::string& text) const {
    const ShelfVolume& found = volume(text);
    if (found.sealed) refuse("案卷已封存 / the volume is sealed: " + text);
    return found;
  }
  /// Refuses what would mix years, periods or lines, with the clause.
  void require_same(const arrange::Frame& one, const arrange::Frame& other,
                    const std::string& what) const {
    if (one == other) return;
    const auto [rule, zh, en] =
        one.year != other.year       ? std::tuple("VOL-02", "年度不同", "of another year")
        : one.period != other.period ? std::tuple("VOL-06", "保管期限不同", "of another period")
        : one.line != other.line     ? std::tuple("VOL-03", "党政系统不同", "of another line")
                                     : std::tuple("FON-01", "类别不同", "of another series");
    refuse(fmt::format("{}：{}，不能在一卷 / {}, not in one volume [{}, GB/T 9705-2008]: {} ≠ {}",
                       what, zh, en, rule, one.to_text(), other.to_text()),
           "另选一卷，或先改正年度、期限 / choose another volume, or correct year or period first");
  }

  /// A title stands in one line of a list and on the spine.
  static void require_title(std::string_view title) {
    if (text::length(title) > arrange::kLongestTitle) {
      refuse(
          fmt::format("案卷题名不超过 {} 字，所给 {} 字 / a title has at most {} characters "
                      "[GB/T 9705-2008]",
                      arrange::kLongestTitle, text::length(title), arrange::kLongestTitle));
    }
    const bool signs = std::any_of(title.begin(), title.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
    });
    if (signs || (!title.empty() && text::trim(title).empty())) {
      refuse(
          "案卷题名是一行文字，不含换行和控制符 / a title is one line of text, without line ends "
          "and control signs");
    }
  }

  void move() {
    const std::string& to = arguments_.to;
    const std::vector<std::string>& texts = arguments_.subjects;
    std::vector<RecordId> items;
    for (const std::string& text : texts) items.push_back(item(text));
    const ShelfVolume* target = shelf_.find(to);
    if (is_volume_id(to) && target == nullptr) static_cast<void>(volume(to));
    const bool back = to.empty() || to == arrange::kNewVolume;
    if (target == nullptr && !back) require_title(to);
    std::optional<arrange::Frame> frame;
    if (target != nullptr) frame = target->frame;
    for (std::size_t i = 0; i < items.size() && !back; ++i) {
      const arrange::Frame own = shelf_.frame_of(items[i]);
      if (frame) require_same(own, *frame, texts[i]);
      frame = own;
    }
    for (const RecordId& one : items) {
      decide(one, arrange::kVolumeDecision, target == nullptr ? to : target->id);
    }
  }

  void merge() {
    const ShelfVolume& target = volume(arguments_.to);
    const arrange::Plan plan = arrange::Plan::load(home_.registry());
    for (const std::string& text : arguments_.subjects) {
      const ShelfVolume& source = open_volume(text);
      // Decided since the last run: both are still on the shelf.
      std::set<std::string> on_the_way;
      for (std::string id = target.id; !id.empty() && on_the_way.insert(id).second;) {
        id = plan.of(id).merge_into;
        if (id == source.id) {
          refuse("两卷不能互相并入 / volumes cannot go into each other: " + text,
                 "先撤销前一决定 / take the earlier decision back first: guidang undo HOME");
        }
      }
      if (source.id == target.id) refuse("案卷不能并入自己 / a volume into itself: " + text);
      require_same(source.frame, target.frame, text);
      decide(source.id, arrange::kMergeDecision, target.id);
    }
  }

  void split() {
    const ShelfVolume& source = open_volume(arguments_.subjects.front());
    if (arguments_.to.empty() || arguments_.to == arrange::kNewVolume ||
        shelf_.find(arguments_.to) != nullptr) {
      refuse("分出的案卷要有新的卷名 / the part that leaves needs a new name: --to NAME");
    }
    require_title(arguments_.to);
    std::vector<std::string> texts(arguments_.subjects.begin() + 1, arguments_.subjects.end());
    if (texts.empty())
      refuse("指明分出的文件 / name what leaves the volume",
             "guidang volume split HOME VOLUME RECORD… --to NAME");
    for (const std::string& text : texts) {
      const RecordId one = item(text);
      if (std::find(source.items.begin(), source.items.end(), one) == source.items.end()) {
        refuse("不在这一卷 / is not in the volume: " + text);
      }
      decide(one, arrange::kVolumeDecision, arguments_.to);
    }
    if (rows_.size() == source.items.size()) {
      refuse("不能把全卷分出 / all of the volume cannot leave it",
             "改名用 / to rename it use: guidang volume retitle");
    }
  }

  void reorder() {
    const std::vector<std::string>& texts = arguments_.subjects;
    std::uint32_t place = 0;
    const bool volumes = std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return shelf_.find(text) != nullptr;
    });
    if (volumes && texts.size() > 1) return reorder_volumes();
    const ShelfVolume& of = volume(texts.front());
    std::vector<RecordId> named;
    for (std::size_t i = 1; i < texts.size(); ++i) {
      const RecordId one = item(texts[i]);
      if (std::find(of.items.begin(), of.items.end(), one) == of.items.end()) {
        refuse("不在这一卷 / is not in the volume: " + texts[i]);
      }
      if (std::find(named.begin(), named.end(), one) != named.end()) {
        refuse("重复列出 / named twice: " + texts[i]);
      }
      named.push_back(one);
      decide(one, arrange::kOrderDecision, std::to_string(++place));
    }
    if (named.empty()) refuse("按次序列出文件 / name the documents in their order");
    for (const RecordId& other : of.items) {
      const bool unnamed = std::find(named.begin(), named.end(), other) == named.end();
      if (unnamed && shelf_.has_order(other)) decide(other, arrange::kOrderDecision, "");
    }
  }

  /// Places given before would mix with the new ones: what is not named here has none.
  void reorder_volumes() {
    std::set<std::string> named;
    std::set<std::string> series;
    for (const std::string& text : arguments_.subjects) {
      const ShelfVolume& one = open_volume(text);
      if (!named.insert(one.id).second) refuse("重复列出 / named twice: " + text);
      series.insert(one.frame.series);
      decide(one.id, arrange::kOrderDecision, std::to_string(named.size()));
    }
    const arrange::Plan plan = arrange::Plan::load(home_.registry());
    for (const ShelfVolume* other : shelf_.in_order()) {
      if (!other->sealed && series.contains(other->frame.series) && !named.contains(other->id) &&
          plan.of(other->id).order != 0) {
        decide(other->id, arrange::kOrderDecision, "");
      }
    }
  }

  void retitle() {
    if (arguments_.subjects.size() != 2) refuse("guidang volume retitle HOME VOLUME TITLE");
    const std::string& title = arguments_.subjects[1];
    require_title(title);
    decide(open_volume(arguments_.subjects.front()).id, arrange::kTitleDecision, title);
  }

 private:
  struct Row {
    RecordId record{};
    std::string field{};
    std::string value{};
  };
  Home& home_;
  const VolumeArguments& arguments_;
  const Shelf& shelf_;
  std::vector<Row> rows_;
};

nlohmann::ordered_json to_json(const ShelfVolume& volume) {
  return {{"id", volume.id},           {"code", volume.code},           {"title", volume.title},
          {"year", volume.frame.year}, {"period", volume.frame.period}, {"line", volume.frame.line},
          {"sealed", volume.sealed},   {"pages", volume.pages},         {"items", volume.items}};
}

void print(const ShelfVolume& volume, const Console& console) {
  console.out << fmt::format("{}  {}  {} {}  {} {}  {}{}\n", volume.id, volume.code,
                             volume.frame.year, volume.frame.period, volume.items.size(),
                             console(kItemsWord), volume.title,
                             volume.sealed ? "  " + std::string(console(kSealedWord)) : "");
}

ExitStatus list(const Shelf& shelf, const VolumeArguments& arguments, const Console& console) {
  const auto show = [&](const ShelfVolume& volume, bool with_items) {
    if (arguments.year != 0 && volume.frame.year != arguments.year) return;
    if (arguments.json) {
      console.out << to_json(volume).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
      return;
    }
    print(volume, console);
    if (!with_items) return;
    for (const RecordId& item : volume.items) {
      console.out << "  " << shelf.line_of(item) << '\n';
    }
  };
  for (const std::string& text : arguments.subjects) {
    const ShelfVolume* volume = shelf.find(text);
    if (volume == nullptr) {
      refuse("没有这一案卷 / there is no such volume: " + text, std::string(kSeeList));
    }
    show(*volume, true);
  }
  if (arguments.subjects.empty()) {
    for (const ShelfVolume* volume : shelf.in_order()) show(*volume, false);
  }
  return ExitStatus::done;
}

}  // namespace

ExitStatus execute(const VolumeArguments& arguments, const Console& console) {
  const bool lists = arguments.action == "list";
  for (const std::string* text : {&arguments.to, &arguments.by, &arguments.why}) {
    if (!text::is_utf8(*text)) refuse("命令行不是 UTF-8 / the command line is not UTF-8");
  }
  if (!lists && (text::trim(arguments.by).empty() || text::trim(arguments.why).empty())) {
    refuse("决定要有决定人和理由 / a decision needs a name and a reason",
           "给出 / give both --by and --why");
  }
  if (!lists && arguments.subjects.empty()) {
    refuse("没有指明案卷或文件 / no volume or document is named", std::string(kSeeList));
  }
  Home home(arguments.home, lists ? Home::Mode::read : Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const Shelf shelf(home.registry(), profile, home.fonds().code);
  if (lists) return list(shelf, arguments, console);
  Deciding deciding(home, arguments, shelf);
  if (arguments.action == "move") deciding.move();
  if (arguments.action == "merge") deciding.merge();
  if (arguments.action == "split") deciding.split();
  if (arguments.action == "reorder") deciding.reorder();
  if (arguments.action == "retitle") deciding.retitle();
  deciding.finish(console);
  return ExitStatus::done;
}

}  // namespace guidang::cli
