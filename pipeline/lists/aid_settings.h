// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/profile/profile.h"

namespace guidang::lists {

/// A register that an office keeps apart (党务, 政务, 函件). Empty conditions hold for all.
struct RegisterPart {
  std::string id{};
  std::string title{};  ///< what is printed above it
  Direction direction = Direction::received;
  std::vector<std::string> lines{};     ///< 发文系统: 党 政 …
  std::vector<std::string> doctypes{};  ///< 文种
  std::vector<std::string> classes{};   ///< 收文类别
};

/// A reason of the return slip (退文处理单) and the rules whose findings tick it.
struct ReturnReason {
  std::string id{};    ///< its number on the slip
  std::string text{};  ///< as printed
  /// Rule ids; one that ends in `*` means all that begin so.
  std::vector<std::string> rules{};

  [[nodiscard]] bool ticked_by(std::string_view rule) const;
};

/// A topic (专题) and the words of titles and 主题词 that belong to it.
struct Topic {
  std::string id{};
  std::string name{};
  std::vector<std::string> words{};
};

/// A class of the fonds file (全宗卷).
struct FondsFileClass {
  std::string id{};    ///< its number
  std::string name{};  ///< 交接
  std::string hint{};  ///< what belongs there
};

/// What of registers and finding aids differs between offices: the section `catalogue`.
struct AidSettings {
  std::vector<RegisterPart> registers{};  ///< the first that fits takes the document
  std::vector<ReturnReason> reasons{};
  std::vector<Topic> topics{};
  std::vector<FondsFileClass> fonds_file{};

  /// Throws the profile's Failure.
  [[nodiscard]] static AidSettings load(const Profile& profile);
};

}  // namespace guidang::lists
