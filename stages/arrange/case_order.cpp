// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/case_order.h"

#include <algorithm>
#include <numeric>

namespace guidang::arrange {
namespace {

class Ordering {
 public:
  explicit Ordering(std::span<const CaseMember> members)
      : members_(members), waits_for_(members.size(), 0), placed_(members.size(), false) {
    for (const CaseMember& member : members) {
      for (const std::uint32_t follower : member.followers) ++waits_for_[follower];
    }
    by_key_.resize(members.size());
    std::iota(by_key_.begin(), by_key_.end(), 0U);
    std::stable_sort(by_key_.begin(), by_key_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return members_[a].key < members_[b].key;
    });
    rank_.resize(members.size());
    for (std::uint32_t i = 0; i < by_key_.size(); ++i) rank_[by_key_[i]] = i;
  }

  std::vector<std::uint32_t> run() {
    order_.reserve(members_.size());
    for (const bool evidence : {false, true}) {
      evidence_may_come_ = evidence;
      for (const std::uint32_t one : by_key_) {
        if (members_[one].evidence == evidence && waits_for_[one] == 0) place_with_followers(one);
      }
    }
    for (const std::uint32_t one : by_key_) place_with_followers(one);  // circles
    return std::move(order_);
  }

 private:
  void place_with_followers(std::uint32_t first) {
    std::vector<std::uint32_t> open{first};
    while (!open.empty()) {
      const std::uint32_t one = open.back();
      open.pop_back();
      if (placed_[one]) continue;
      placed_[one] = true;
      order_.push_back(one);
      const std::size_t before = open.size();
      for (const std::uint32_t follower : members_[one].followers) {
        if (placed_[follower]) continue;
        if (waits_for_[follower] > 0) --waits_for_[follower];
        // Evidence waits for all that is concluded from it.
        const bool too_early = members_[follower].evidence && !evidence_may_come_;
        if (waits_for_[follower] == 0 && !too_early) open.push_back(follower);
      }
      std::sort(open.begin() + static_cast<std::ptrdiff_t>(before), open.end(),
                [&](std::uint32_t a, std::uint32_t b) { return rank_[a] > rank_[b]; });
    }
  }

  std::span<const CaseMember> members_;
  std::vector<std::uint32_t> waits_for_;
  std::vector<bool> placed_;
  bool evidence_may_come_ = false;
  std::vector<std::uint32_t> by_key_;
  std::vector<std::uint32_t> rank_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<std::uint32_t> order_case(std::span<const CaseMember> members) {
  return Ordering(members).run();
}

}  // namespace guidang::arrange
