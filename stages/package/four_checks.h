// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::bag {

enum class CheckResult : std::uint8_t { passed, failed, not_applicable, not_examined };

/// 通过, 不通过, 不适用, 未检.
[[nodiscard]] std::string_view word(CheckResult result);

/// One line of DA/T 70-2018 and what came of it.
struct FourCheck {
  std::string_view id{};      ///< "1-10"
  std::string_view nature{};  ///< 真实性 完整性 可用性 安全性
  std::string_view zh{};
  CheckResult result = CheckResult::not_examined;
  std::string note{};
};

/// 四性检测 at hand-over. Every line begins as 未检 and says something else only after somebody has
/// looked: nothing passes by silence.
class FourChecks {
 public:
  FourChecks();

  /// Counts one look at `object` (a 档号); a single miss fails the line, and the first ones are
  /// named.
  void look(std::string_view id, bool good, std::string_view object = {});
  /// For lines that are settled as a whole.
  void settle(std::string_view id, CheckResult result, std::string note);

  /// The lines with their results.
  [[nodiscard]] std::vector<FourCheck> lines() const;
  [[nodiscard]] std::string xml(std::string_view bundle, std::string_view date) const;
  [[nodiscard]] std::string html(std::string_view bundle, std::string_view date) const;

 private:
  struct Count {
    std::uint64_t good = 0;
    std::uint64_t bad = 0;
    std::string objects{};
  };
  [[nodiscard]] std::size_t index(std::string_view id) const;

  std::vector<FourCheck> lines_{};
  std::vector<Count> counts_{};
};

}  // namespace guidang::bag
