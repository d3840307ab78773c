// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/files/walk.h"
#include "pipeline/profile/element.h"
#include "pipeline/text/secrecy_mark.h"

namespace guidang::receive {

/// Files that are no documents, told by name.
struct IgnoreRule {
  std::string name{};  ///< pattern with `*` and `?`, for any folder or file on the path
  std::string why{};   ///< Chinese · English, as shown
};

/// Files that are registers of the office, told by name. The first that fits decides.
struct LedgerRule {
  std::vector<std::string> names{};  ///< patterns, for the file's own name
  std::string kind{};  ///< which book: with year and register number it identifies a row for good
  Direction direction = Direction::unknown;
};

/// What stands behind the main file's name: `X_附件1.pdf`.
struct SuffixRule {
  std::string word{};
  Role role = Role::attachment;
};

/// A folder whose name says to which register its documents belong.
struct FolderRule {
  std::string name{};
  Direction direction = Direction::unknown;
};

/// How far archives, mails and what else holds files are opened.
struct UnpackLimits {
  unsigned depth = 4;                                  ///< containers within each other
  std::uint64_t files = 100'000;                       ///< in one file of the batch, at all depths
  std::uint64_t bytes = std::uint64_t{4} << 30;        ///< the same, unpacked as announced
  std::uint64_t all_bytes = std::uint64_t{256} << 30;  ///< in all archives of the batch
  std::uint64_t ratio = 200;  ///< unpacked to packed; what is below kUnpackSlack may be denser
};

/// No bomb is so small, and forms that are nearly empty pack very well.
inline constexpr std::uint64_t kUnpackSlack = std::uint64_t{16} << 20;

/// What receive goes by: the `<receive>` section of the profile, and the fonds.
struct Settings {
  std::string fonds{};                                    ///< 全宗号; salts the ids of stubs
  text::SecrecyLevel ceiling = text::SecrecyLevel::none;  ///< highest level that may come in
  std::uint64_t file_bytes = std::uint64_t{1} << 30;
  std::uint64_t ledger_bytes = std::uint64_t{256} << 20;
  std::uint64_t sidecar_bytes = std::uint64_t{4} << 20;
  files::WalkLimits walk{};
  UnpackLimits unpack{};
  std::string delimiters = "_";  ///< ASCII characters that may part a suffix from its main
  std::vector<IgnoreRule> ignored{};
  std::vector<LedgerRule> ledgers{};
  std::vector<SuffixRule> suffixes{};
  std::vector<FolderRule> folders{};
  std::map<std::string, std::string> columns{};  ///< folded heading to field name or kFileColumn
  std::vector<std::string> formats{};   ///< extensions that render one text, the main file's first
  std::vector<std::string> unmarked{};  ///< what registers write into 密级 for "none", folded
};

/// What a column of file names is mapped to; not a field of the description.
inline constexpr std::string_view kFileColumn = "file";

/// The section as settings. Throws the profile's Failure when it cannot be used.
[[nodiscard]] Settings read_settings(const profile::Element& section);

/// The ceiling as fonds.xml writes it: an id (`none` `secret` `highly_secret` `top_secret`), 秘密
/// 机密 绝密, or "" for none. Throws Failure for anything else: a ceiling that is misread lets
/// secrets in.
[[nodiscard]] text::SecrecyLevel ceiling_from(std::string_view written);

}  // namespace guidang::receive
