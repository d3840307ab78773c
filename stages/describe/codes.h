// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/codes.h"
#include "pipeline/findings/finding.h"
#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"

namespace guidang::describe {

inline constexpr std::string_view kDisagree = "DSC-101";
inline constexpr std::string_view kLongTitle = "DSC-103";
inline constexpr std::string_view kIrregularNumber = "DSC-104";
inline constexpr std::string_view kSuggestedNumber = "DSC-105";
inline constexpr std::string_view kSeveral = "DSC-106";
inline constexpr std::string_view kImpossibleDate = "DSC-107";
inline constexpr std::string_view kOtherCalendar = "DSC-108";
inline constexpr std::string_view kNoNumber = "DSC-110";
inline constexpr std::string_view kNoCreator = "DSC-111";
inline constexpr std::string_view kUnreadable = "DSC-112";
inline constexpr std::string_view kNoText = "DSC-113";
inline constexpr std::string_view kFromFileName = "DSC-114";
inline constexpr std::string_view kNoType = "DSC-115";
inline constexpr std::string_view kUnsure = "DSC-116";
inline constexpr std::string_view kUnknownOrgan = "DSC-140";
inline constexpr std::string_view kSeveralOrgans = "DSC-141";
inline constexpr std::string_view kNotThenName = "DSC-142";
inline constexpr std::string_view kOtherCode = "DSC-143";

/// Every code that the stage reports, in order.
[[nodiscard]] std::span<const CodeInfo> codes();

/// DSC-104 with the flaws named, or DSC-105 for a number that is only a guess.
void report_flaws(const text::FoundNumber& number, std::string_view place,
                  std::vector<Finding>& findings);

/// DSC-107 or DSC-108.
void report_bad_dates(std::span<const text::BadDate> dates, std::string_view place,
                      std::vector<Finding>& findings);

}  // namespace guidang::describe
