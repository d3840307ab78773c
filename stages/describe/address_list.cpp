// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/address_list.h"

#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostNames = 500;
constexpr std::size_t kLongestName = 600;  // bytes that are looked at

// Ends of names that are no organs themselves.
constexpr auto kCollective =
    std::to_array<std::string_view>({"部门", "单位", "机构", "企业", "团体", "院校", "学校", "高校",
                                     "兵团", "军区", "部委", "党委", "厅局"});

// Ends of names of places: whole behind 各 only, else one of several before 人民政府.
constexpr auto kPlaces = std::to_array<std::string_view>({"镇", "乡", "街道"});

constexpr std::string_view kEach = "各";

// Words that lean on the name before: 国务院各部委、各直属机构.
constexpr auto kLeaning = std::to_array<std::string_view>(
    {"各", "有关", "其他", "直属", "所属", "下属", "派出", "及", "驻", "部分", "相关"});

// What shows that a name begins anew and does not share the 各 before it.
constexpr auto kProper = std::to_array<std::string_view>(
    {"省", "市", "县", "区", "州", "旗", "盟", "国", "中央", "中共", "兵团", "全国", "军", "最高"});

enum class Cut { none, member, group };

Cut cut_at(char32_t c) {
  if (c == U'、') return Cut::member;
  if (c == U',' || c == U'，' || c == U';' || c == U'；' || c == U'。' || c == U'\n') {
    return Cut::group;
  }
  return Cut::none;
}

// 财政厅（局） ends like 财政厅.
std::string_view without_bracket(std::string_view flat) {
  if (!flat.ends_with(')')) return flat;
  const std::size_t open = flat.rfind('(');
  return open == std::string_view::npos || open == 0 ? flat : flat.substr(0, open);
}

bool stands_alone(std::string_view name) {
  const std::string flat = flatten(name, kLongestName);
  const std::string_view bare = without_bracket(flat);
  if (bare.starts_with(kEach) && ending(bare, kPlaces) != 0) return true;
  return ending(bare, kCollective) != 0 || is_organ(bare) || is_organ(flat);
}

bool leans(std::string_view name) { return starting(text::trim(name), kLeaning) != 0; }

bool has_proper_start(std::string_view name) {
  constexpr std::size_t kCharacters = 6;
  const std::string_view start = text::prefix(text::trim(name), kCharacters);
  return contains_any(start, kProper) || name.ends_with("兵团");
}

std::string clean_name(std::string_view name) {
  const std::string bare = text::remove_blanks(name);
  // Seal notes and the like behind a single organ.
  const std::vector<std::string> organs = split_organs(bare);
  return organs.size() == 1 ? organs.front() : bare;
}

/// Joins what does not stand alone with what follows it.
class Group {
 public:
  // A list that says 各 leaves shared words out elsewhere, too: 兵团民政局、卫生健康委.
  explicit Group(bool elides) : elides_(elides) {}

  void add(std::string_view piece, AddressList& out) {
    piece = text::trim(piece);
    if (piece.empty()) return;
    if (begin_ == nullptr) {
      open(piece);
      return;
    }
    const bool shared = (distributes_ || elides_) && !has_proper_start(piece);
    if (complete_ && !leans(piece) && !shared && stands_alone(piece)) {
      take(out);
      open(piece);
    } else {
      end_ = piece.data() + piece.size();
      complete_ = stands_alone(piece);
      distributes_ = distributes_ || contains(piece, kEach);
    }
  }

  void close(AddressList& out) {
    take(out);
    if (count_ != 0) out.groups.push_back(count_);
    *this = Group{elides_};
  }

 private:
  [[nodiscard]] std::string_view name() const {
    return {begin_, static_cast<std::size_t>(end_ - begin_)};
  }
  void open(std::string_view piece) {
    begin_ = piece.data();
    end_ = begin_ + piece.size();
    complete_ = stands_alone(piece);
    distributes_ = contains(piece, kEach);
  }
  void take(AddressList& out) {
    if (begin_ == nullptr) return;
    std::string whole = clean_name(name());
    begin_ = nullptr;
    if (whole.empty() || out.names.size() >= kMostNames) return;
    out.names.push_back(std::move(whole));
    ++count_;
  }

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  bool complete_ = false;
  bool distributes_ = false;
  bool elides_ = false;
  std::size_t count_ = 0;
};

}  // namespace

AddressList read_addressees(std::string_view text) {
  AddressList list;
  Group group(contains(text, kEach));
  std::size_t start = 0;
  int depth = 0;
  for (std::size_t pos = 0; pos < text.size() && list.names.size() < kMostNames;) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    if (c == U'(' || c == U'（') ++depth;
    if (c == U'\n') depth = 0;
    if ((c == U')' || c == U'）') && depth > 0) --depth;
    const Cut cut = cut_at(c);
    if (cut == Cut::none || depth > 0) continue;
    group.add(text.substr(start, at - start), list);
    if (cut == Cut::group) group.close(list);
    start = pos;
  }
  group.add(text.substr(start), list);
  group.close(list);
  return list;
}

std::vector<std::string> split_addressees(std::string_view text) {
  return read_addressees(text).names;
}

}  // namespace guidang::describe
