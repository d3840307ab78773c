// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/stage.h"
#include "stages/arrange/cases.h"
#include "stages/arrange/member.h"
#include "stages/arrange/plan.h"
#include "stages/arrange/series.h"

namespace guidang::arrange {

/// The rules by which volumes are formed.
struct VolumeRules {
  const SeriesRule& series;
  const VolumeSettings& settings;
  const Order& order;
  const Plan& plan;
};

/// A volume that exists: by the rule, because somebody named it, or sealed.
struct VolumeHead {
  Frame frame{};
  std::string order{};  ///< by which volumes of the home follow each other
  std::string group{};  ///< frame and group, or the name
  std::uint32_t place_in_group = 0;
  bool one_problem = false;
  bool used = false;
  std::string name{};  ///< that a person gave
  // Of a sealed one.
  std::uint32_t number = 0;
  std::string title{};
  std::uint32_t part = 0;
  std::uint32_t last_page = 0;
  bool pages_known = true;
};

/// The accepted items of a home on their way into volumes (案卷). Each step reads what the one
/// before put into a sorter; in memory are some bytes an item, a line a volume, and one volume.
class Volumes {
 public:
  Volumes(const VolumeRules& rules, RecordSet& set, Sink& sink);
  ~Volumes();

  void run();

 private:
  /// Takes the items; ties them to cases.
  void gather();
  void take_sealed(const View& item);
  void take_ties(const View& item);
  /// Orders each case and finds its group; what may not be in one volume is held.
  void form_cases();
  void form_case(std::vector<Member>& members);
  /// Fills volumes with the cases of each group, one after another.
  void fill();
  void fill_case(Member& member);
  /// Sends each item where people decided, else where the rule put it.
  void direct();
  [[nodiscard]] std::string target_of(const Member& member, Finding& why) const;
  void name_parts();
  /// Titles, positions and pages.
  void write();
  void write_volume(const std::string& id, std::vector<Member>& members);

  [[nodiscard]] bool is_late(const Member& member) const;
  [[nodiscard]] std::string group_volume(const Member& member, std::uint32_t place) const;
  [[nodiscard]] std::string frame_order(const Frame& frame) const;
  void open_volume(const std::string& id, const Member& member, std::uint32_t place);
  void open_named(const Member& member);

  VolumeRules rules_;
  RecordSet& set_;
  Sink& sink_;
  Cases cases_;
  std::map<std::string, VolumeHead, std::less<>> heads_;
  std::set<std::string, std::less<>> sealed_frames_;
  std::vector<std::pair<Cases::Key, Cases::Key>> sealed_items_;  ///< item, volume
  std::map<std::string, std::set<std::string>> named_;           ///< frames of a name in a year
  std::unique_ptr<Sorter> rows_;
  std::unique_ptr<Sorter> next_;

  // While one group is filled.
  std::string group_;
  std::unique_ptr<Filler> filler_;
  std::uint32_t place_ = 0;
  std::string late_target_;
  // While volumes are written.
  std::string series_;
  std::uint64_t position_ = 0;
};

/// True when nothing but what this stage said stands against the item.
[[nodiscard]] bool acceptable(const View& item);

inline constexpr std::array kVolumeCodes{
    CodeInfo{"ARR-110", "应合为一卷的文件年度、期限或党政不同",
             "documents that belong together differ in year, period or line",
             "使两件的 year 或 period 一致，或用 waive:ARR-110 同意分卷",
             "make year or period agree, or let them stand apart with waive:ARR-110",
             "GB/T 9705-2008; DA/T 13-1994"},
    CodeInfo{"ARR-111", "指定的案卷年度、期限或党政不同",
             "the decided volume is of another year, period or line",
             "用 guidang volume move 另指一卷，或撤销该决定",
             "choose another with guidang volume move, or take the decision back",
             "GB/T 9705-2008"},
    CodeInfo{"ARR-112", "指定的案卷不存在", "the decided volume does not exist",
             "用 guidang volume list 查看案卷，再用 guidang volume move 指定",
             "see guidang volume list, then guidang volume move", "GB/T 9705-2008"},
    CodeInfo{"ARR-113", "应入的案卷已封存", "the volume it belongs to is sealed",
             "用 guidang volume move 并入该卷之末，或 --to new 另立一卷",
             "append it with guidang volume move, or open another with --to new",
             "DA/T 13-1994; GB/T 9705-2008"},
    CodeInfo{"ARR-114", "同一事由的文件被指定到不同的案卷",
             "documents of one case are decided into different volumes",
             "改为同一卷，或先用 set 解除两件的关联",
             "choose one volume, or take the tie between them back with set", "GB/T 9705-2008"},
    CodeInfo{"ARR-115", "卷内文件没有共同事由或缺作者、文种，题名自拟",
             "no matter is common, or creator or kind is missing: the title is made up",
             "用 guidang volume retitle 拟题", "give one with guidang volume retitle",
             "GB/T 9705-2008"},
    CodeInfo{"ARR-116", "有关文件已封存于另一年度、期限或党政的案卷",
             "what it belongs to is sealed in a volume of another year, period or line",
             "在备考表中注明两件的关系", "note in the 备考表 that the two belong together",
             "GB/T 9705-2008"},
    CodeInfo{"ARR-117", "案卷超过规定的页数或件数", "the volume is larger than it should be",
             "必要时用 guidang volume split 分卷", "divide it with guidang volume split if need be",
             "GB/T 9705-2008"}};

}  // namespace guidang::arrange
