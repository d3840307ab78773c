// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How registers write the names of organs, by form alone.
namespace guidang::organs {

/// Whether `shorter` may be a shorter way of writing `longer`: its characters stand in it in their
/// order, and both end in the same kind of organ (办 and 办公室, 委 and 委员会, 府 and 人民政府).
/// 县政府 is none of 云溪县人民政府办公室.
[[nodiscard]] bool may_be_form_of(std::string_view shorter, std::string_view longer);

/// A name without its area, which only the register's own office can place: 县财政局, 市委, 本局.
/// 市中区 and the like are areas.
[[nodiscard]] bool lacks_area(std::string_view name);

/// The names in a cell that stand for organs which issued jointly: parted by 、 ， ; / or by a
/// blank behind the end of an organ's name.
[[nodiscard]] std::vector<std::string> joint_names(std::string_view cell);

/// Whether a code has a character that stands for its organ: 云政发 has 云, 政办发 has none.
[[nodiscard]] bool tells_an_organ(std::string_view code);

/// The code without its organ's name, which registers write in front of it: 云财预 of
/// 县财政局云财预.
[[nodiscard]] std::string_view without_organ(std::string_view code, std::string_view organ);

}  // namespace guidang::organs
