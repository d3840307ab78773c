// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::forms {

/// Text of a form with places for values: `{{name}}` a value, `{{[name]}}` ☑ when it is not empty
/// and ☐ otherwise, `{{?name}}…{{/name}}` only when it is not empty, `{{^name}}…{{/name}}` only
/// when it is. Immutable.
class TextTemplate {
 public:
  /// What a name stands for; "" for an empty place. Valid until the next call.
  using Lookup = std::function<std::string_view(std::string_view name)>;

  struct Flaw {
    std::string found{};
    std::string expected{};
  };

  TextTemplate() = default;
  /// `{{name}}`.
  [[nodiscard]] static TextTemplate value(const std::string& name);
  /// Nothing, and `flaw` says why, when a sign is open or a name is not one that `known` takes.
  [[nodiscard]] static std::optional<TextTemplate> parse(
      std::string_view text, const std::function<bool(std::string_view)>& known, Flaw& flaw);

  [[nodiscard]] std::string render(const Lookup& lookup) const;
  [[nodiscard]] bool empty() const { return pieces_.empty(); }
  /// All names in it, each once, in order.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  enum class Kind : std::uint8_t { literal, value, tick, when, unless, end };
  struct Piece {
    Kind kind = Kind::literal;
    std::string text{};  ///< of a literal; else the name
  };
  std::vector<Piece> pieces_{};
};

}  // namespace guidang::forms
