// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pipeline/organs/authority.h"

/// What registers and documents say of whose 机关代字 is whose.
namespace guidang::organs {

/// One row of a register, or one document.
struct Testimony {
  std::string number{};  ///< 文号, as written
  std::string organ{};   ///< 发文机关, 来文单位, as written; joint ones parted by 、 or a blank
  std::string date{};    ///< in any form; tells the year where the number does not
  std::string place{};   ///< where it stands, for people: "收文登记.csv:12"
};

/// What came of one testimony.
enum class Heard : std::uint8_t {
  counted,
  repeated,   ///< the same number under the same name was heard before
  no_number,  ///< blank, 无, or no number in form
  no_code,    ///< an order, a 公告, a serial: it names its organ itself
  guess,      ///< brackets or 号 are lost
  no_organ,   ///< blank
  ambiguous,  ///< a name that several organs of the table share
  unusable    ///< too long, with bytes that have no meaning, or beyond all bounds
};
inline constexpr std::size_t kHeards = 8;

/// An organ of the table, or a name that it does not know.
struct Holder {
  std::string id{};  ///< "" for an unknown name
  std::string name{};
  bool operator==(const Holder&) const = default;
};

struct Example {
  int year = 0;     ///< 0: not known
  int ordinal = 0;  ///< 6 of 〔2023〕6号
  std::string number{};
  std::string place{};
  auto operator<=>(const Example&) const = default;
};

/// Numbers of one code under one name, or under one set of joint names.
struct Voice {
  std::vector<Holder> holders{};  ///< several issued jointly; the first is in charge (主办)
  std::size_t numbers = 0;        ///< different ones
  int first_year = 0;             ///< 0: none of them tells
  int last_year = 0;
  std::vector<Example> examples{};  ///< the earliest, at most kMostExamples
};
inline constexpr std::size_t kMostExamples = 5;

/// Hears testimony and keeps of it what counts, by code: its size grows with the codes and with the
/// numbers (eight bytes each), not with the text. The order of testimony does not matter, but for
/// which place of a repeated number is shown.
class Evidence {
 public:
  /// `authority` must outlive it: names are looked up on the day of their document.
  explicit Evidence(const Authority& authority) : authority_(authority) {}

  Heard add(const Testimony& testimony);

  /// By code; within it by names.
  [[nodiscard]] const std::map<std::string, std::map<std::string, Voice>>& codes() const {
    return codes_;
  }
  [[nodiscard]] std::size_t count(Heard heard) const {
    return counts_[static_cast<std::size_t>(heard)];
  }

 private:
  Heard weigh(const Testimony& testimony);

  const Authority& authority_;
  std::map<std::string, std::map<std::string, Voice>> codes_{};
  std::unordered_set<std::uint64_t> seen_{};
  std::size_t pairs_ = 0;
  std::array<std::size_t, kHeards> counts_{};
};

}  // namespace guidang::organs
