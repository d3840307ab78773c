// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The shape of a database, the only place that knows it. `index/README.md` says the same in
/// words, for those who look at a database with Xapian's own tools.
namespace guidang::index {

/// Raised when terms, slots, document data or text files change their meaning.
inline constexpr std::string_view kFormat = "2";

/// Metadata keys.
inline constexpr std::string_view kAnalyserKey = "guidang.analyser";
inline constexpr std::string_view kFormatKey = "guidang.format";

namespace prefix {
inline constexpr std::string_view kText = "";            ///< all text of a record
inline constexpr std::string_view kRecord = "Q";         ///< the key
inline constexpr std::string_view kTitle = "S";          ///< 题名
inline constexpr std::string_view kYear = "Y";           ///< 年度
inline constexpr std::string_view kNumber = "XDN";       ///< 文号
inline constexpr std::string_view kCode = "XAC";         ///< 档号
inline constexpr std::string_view kCreator = "XCR";      ///< 责任者
inline constexpr std::string_view kDoctype = "XDT";      ///< 文种
inline constexpr std::string_view kRetention = "XRP";    ///< 保管期限
inline constexpr std::string_view kFonds = "XFN";        ///< 全宗
inline constexpr std::string_view kRecipients = "XTO";   ///< 主送
inline constexpr std::string_view kCc = "XCC";           ///< 抄送
inline constexpr std::string_view kSigner = "XSG";       ///< 签发人
inline constexpr std::string_view kAttachments = "XAT";  ///< 附件说明
inline constexpr std::string_view kSecrecy = "XSE";      ///< 密级
inline constexpr std::string_view kDirection = "XDI";    ///< 收文, 发文, 内部
inline constexpr std::string_view kVolume = "XVO";       ///< 案卷's code and title
inline constexpr std::string_view kInitials = "XPY";  ///< letters of title and creator, in threes
}  // namespace prefix

/// Value slots.
namespace slot {
inline constexpr unsigned kRecord = 0;     ///< the key: last word on the order of equal scores
inline constexpr unsigned kDate = 1;       ///< ISO date
inline constexpr unsigned kYear = 2;       ///< four digits
inline constexpr unsigned kCode = 3;       ///< 档号 as written
inline constexpr unsigned kDigest = 4;     ///< 16 bytes over the whole record
inline constexpr unsigned kText = 5;       ///< where its text lies, see texts.h
inline constexpr unsigned kCodeOrder = 6;  ///< 档号 in the order of its numbers, see `code_order`
inline constexpr unsigned kDoctype = 7;
inline constexpr unsigned kCreators = 8;  ///< joint creators parted by `kValueBreak`
inline constexpr unsigned kRetention = 9;
inline constexpr unsigned kFonds = 10;
inline constexpr unsigned kDirection = 11;
inline constexpr unsigned kVolume = 12;  ///< 案卷's code as written
inline constexpr unsigned kLast = kVolume;
}  // namespace slot

/// Parts the values of one slot.
inline constexpr char kValueBreak = '\x1f';

/// A word in a title counts as often as this many in the text.
inline constexpr unsigned kTitleWeight = 16;

}  // namespace guidang::index
