// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/profile/element.h"
#include "pipeline/text/pattern.h"

namespace guidang {

/// How an organ stands to the office whose archive this is (行文关系).
enum class Standing : std::uint8_t {
  unknown,
  own,          ///< the office itself, or the organ whose office it is
  superior,     ///< 上级
  peer,         ///< 同级, 不相隶属
  subordinate,  ///< 下级
  outside       ///< no organ: societies, enterprises, citizens
};

[[nodiscard]] std::string_view to_text(Standing standing);

/// Who stands where, from the section `organisations` and from what a home says of itself:
/// `<organisation id="…" name="…" standing="…"><alias>…</alias></organisation>` and, tried after
/// the names in their order, `<standing id="…" pattern="…" standing="…"/>` over the whole name.
class Organisations {
 public:
  Organisations() = default;
  /// Elements named `organisation` and `standing` below `section`. Throws the profile's Failure.
  explicit Organisations(const profile::Element& section);

  /// What a home says of an organ; wins over the section and over earlier calls.
  void add(std::string_view name, Standing standing);

  /// By name alone. Blanks, width and case do not count.
  [[nodiscard]] Standing standing_of(std::string_view creator) const;
  /// As above; what was issued is one's own, and a received document of an unknown organ tells by
  /// its kind: 请示 and 报告 come from below, 批复 from above.
  [[nodiscard]] Standing standing_of(std::string_view creator, Direction direction,
                                     std::string_view doctype) const;

  /// The same bytes for the same answers, for `settings()` of the stages that ask.
  [[nodiscard]] std::string canonical() const;

 private:
  struct Named {
    std::string folded{};
    Standing standing = Standing::unknown;
  };
  struct Shaped {
    std::shared_ptr<const text::Pattern> pattern{};  ///< shared by copies
    Standing standing = Standing::unknown;
  };
  std::vector<Named> named_;
  std::vector<Shaped> shaped_;
};

}  // namespace guidang
