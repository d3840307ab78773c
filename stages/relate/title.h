// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"

namespace guidang::relate {

/// Which part a document plays when one answers another.
enum class Part : std::uint8_t {
  none,
  request,  ///< 请示
  letter,   ///< 函, which may ask or answer
  reply     ///< 批复, 复函, or a 函 that agrees
};

/// Without the square brackets of a title that the registrar made up (自拟题名).
[[nodiscard]] std::string_view plain_title(std::string_view title);

/// Part by the kind of document (文种) and the words of its title.
[[nodiscard]] Part part_of(std::string_view doctype, std::string_view title);

/// True when the title passes another document on: 转发, 批转.
[[nodiscard]] bool passes_on(std::string_view title);

/// What a title is about, folded: the part behind 关于 without kind and polite words, so that
/// 关于同意建设档案馆的批复 and 关于请求建设档案馆的请示 meet. "" when less than four characters
/// stay.
[[nodiscard]] std::string core_of(std::string_view title);

/// What a title is met by when another document names it: the part from 关于 on without the 的
/// before the kind, or all of it; folded, without brackets of a revision. "" when too short to
/// tell.
[[nodiscard]] std::string title_key(std::string_view title);

/// What stands before 关于, folded: the organ as the title names it, or "".
[[nodiscard]] std::string title_organ(std::string_view title);

/// The title of what is issued with it: X of 关于印发《X》的通知 or 关于印发X的通知; or "".
[[nodiscard]] std::string issued_title(std::string_view title);

/// Titles that the forwarded document may have: 转发县政府办关于X的通知 is one of both 关于X的通知
/// and, were the kind said once, 关于X. Empty when the title passes nothing on.
[[nodiscard]] std::vector<std::string> forwarded_titles(std::string_view title);

/// A role in a file's name, and the name without it.
struct NamedRole {
  Role role = Role::main;
  std::string stem{};  ///< folder and name, without role and extension
};

/// 发文/X_定稿.doc is the final_draft of 发文/X. A role stands at the end, behind a sign.
[[nodiscard]] NamedRole named_role(std::string_view place);

}  // namespace guidang::relate
