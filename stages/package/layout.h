// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/facts.h"

/// Names in a hand-over bundle (DA/T 93-2022, 档发〔2012〕7号 附件), shared by its writer and its
/// checker.
namespace guidang::bag {

inline constexpr std::string_view kReadMeFile = "说明文件.TXT";
inline constexpr std::string_view kDirectoryFile = "目录文件.XML";
inline constexpr std::string_view kRecordsFolder = "电子档案";
inline constexpr std::string_view kOtherFolder = "其他";
inline constexpr std::string_view kLedgerFile = "其他/编号台账.csv";
inline constexpr std::string_view kRegisterFile = "其他/登记簿.jsonl";
/// In bag-info.txt: digest of the seal's event.
inline constexpr std::string_view kChainHeadLabel = "Register-Chain-Head";
inline constexpr std::string_view kMetadataEnding = "-元数据.XML";

/// A name for any file system, from any text, and different for different texts: letters, digits,
/// Han characters, `-`, `_`, `.` within and `·` stay, all else becomes `~` and the hexadecimal
/// digits of each UTF-8 byte (`/` is `~2F`). Longer than 180 bytes, it is cut and ends in a digest.
[[nodiscard]] std::string safe_name(std::string_view text);

/// ".docx": the last ending of a name in lower case, when it is 1 to 8 ASCII letters or digits;
/// else "".
[[nodiscard]] std::string safe_ending(std::string_view name);

/// The trade's word for a role: 正本, 附件 …
[[nodiscard]] std::string_view role_word(Role role);

/// 档号-01-正本.docx: position in the item (1-based), role, ending of the original.
[[nodiscard]] std::string component_name(std::string_view code, std::size_t position, Role role,
                                         std::string_view original);

}  // namespace guidang::bag
