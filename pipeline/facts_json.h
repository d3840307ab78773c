// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "pipeline/facts.h"

/// Facts as the JSON the register keeps. Keys are sorted, defaults are left out, so equal facts
/// have equal bytes; format 1.
namespace guidang {

[[nodiscard]] nlohmann::json to_json(const Fact& fact);
[[nodiscard]] std::string to_bytes(const Fact& fact);

/// Throws Failure when the bytes are no fact of that kind: the register is damaged.
[[nodiscard]] Fact fact_from_json(FactKind kind, const nlohmann::json& value);
[[nodiscard]] Fact fact_from_bytes(FactKind kind, std::string_view bytes);

[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] std::optional<Role> role_from(std::string_view text);
[[nodiscard]] std::string_view to_text(Direction direction);
[[nodiscard]] std::string_view to_text(Purpose purpose);
[[nodiscard]] std::string_view to_text(TextState state);
[[nodiscard]] std::string_view to_text(RuleResult result);

}  // namespace guidang
