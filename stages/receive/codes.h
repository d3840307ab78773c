// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "pipeline/findings/codes.h"

namespace guidang::receive {

/// Every code that receive reports, with its texts.
[[nodiscard]] std::span<const CodeInfo> codes();

inline constexpr std::string_view kAboveCeiling = "REG-17";

inline constexpr std::string_view kIgnored = "RCV-101";
inline constexpr std::string_view kNoRegularFile = "RCV-102";
inline constexpr std::string_view kUnreadable = "RCV-103";
inline constexpr std::string_view kTooDeep = "RCV-104";
inline constexpr std::string_view kTooLarge = "RCV-105";
inline constexpr std::string_view kChanged = "RCV-106";
inline constexpr std::string_view kOddName = "RCV-107";
inline constexpr std::string_view kNotThere = "RCV-108";

inline constexpr std::string_view kNoReader = "RCV-111";
inline constexpr std::string_view kNoText = "RCV-112";
inline constexpr std::string_view kFailedUndeclared = "RCV-113";
inline constexpr std::string_view kFailed = "RCV-114";
inline constexpr std::string_view kUnprobed = "RCV-115";
inline constexpr std::string_view kDeclared = "RCV-116";
inline constexpr std::string_view kPartLeftOut = "RCV-117";

inline constexpr std::string_view kNoLedger = "RCV-121";
inline constexpr std::string_view kLedgerCut = "RCV-122";
inline constexpr std::string_view kDate = "RCV-123";
inline constexpr std::string_view kCells = "RCV-124";
inline constexpr std::string_view kRegisterTwice = "RCV-125";
inline constexpr std::string_view kNumberTwice = "RCV-126";
inline constexpr std::string_view kMissingFile = "RCV-127";
inline constexpr std::string_view kTwoRows = "RCV-128";
inline constexpr std::string_view kTwoFiles = "RCV-129";
inline constexpr std::string_view kNoRow = "RCV-130";
inline constexpr std::string_view kUndecodable = "RCV-131";
inline constexpr std::string_view kSheetLeftOut = "RCV-132";
inline constexpr std::string_view kLedgerFormat = "RCV-133";

inline constexpr std::string_view kSidecar = "RCV-141";
inline constexpr std::string_view kNamedPart = "RCV-142";
inline constexpr std::string_view kUnnamedPart = "RCV-143";
inline constexpr std::string_view kMainChosen = "RCV-144";
inline constexpr std::string_view kBatchFile = "RCV-145";
inline constexpr std::string_view kPartSidecar = "RCV-146";

inline constexpr std::string_view kNoMain = "RCV-151";
inline constexpr std::string_view kRenditions = "RCV-152";

inline constexpr std::string_view kUnpacked = "RCV-160";
inline constexpr std::string_view kMemberName = "RCV-161";
inline constexpr std::string_view kMemberLost = "RCV-162";
inline constexpr std::string_view kUnpackLimit = "RCV-163";
inline constexpr std::string_view kRawName = "RCV-164";
inline constexpr std::string_view kUnseenInside = "RCV-165";

}  // namespace guidang::receive
