// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Names of organs (机关) as documents write them. No dictionary of organs: they are told by how
/// they end. All `flat` texts are in the form of `flatten`.
namespace guidang::describe {

/// Whether a line or part of one reads as the name of an organ, or of several one after another.
[[nodiscard]] bool is_organ(std::string_view flat);

/// 总理 李克强, 市长：张三: who signs an order in person.
[[nodiscard]] bool is_person(std::string_view flat);

/// The organs named one after another in a text, parted by blanks, 、 or ,; a single one when it
/// cannot be parted into organs. Without (代章), (印章) and the like.
[[nodiscard]] std::vector<std::string> split_organs(std::string_view text);

/// The parts of a list of addressees: `read_addressees` without the groups.
[[nodiscard]] std::vector<std::string> split_addressees(std::string_view text);

/// Organs of a joint document as one value, the way documents print them: parted by a blank.
/// Without 中华人民共和国 in front, which the names of organs carry on some sheets only.
[[nodiscard]] std::string_view without_state(std::string_view organ);

[[nodiscard]] std::string join_organs(const std::vector<std::string>& organs);

/// Two ways of writing one organ, or one list of organs: blanks, 、 and 中华人民共和国 left out of
/// account, and the shorter may lack the beginning (知识产权局, 国家知识产权局).
[[nodiscard]] bool same_organ(std::string_view a, std::string_view b);

}  // namespace guidang::describe
