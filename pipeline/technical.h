// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// What is known of a file as a file, apart from its text: names of `ComponentText::technical` and
/// `Extraction::technical`. They feed the metadata of electronic files (DA/T 46-2009: 格式信息,
/// 计算机文件名, 计算机文件大小, 文档创建程序 …).
namespace guidang::technical {

/// Version of the format as it calls itself: "1.7", "97-2003", "PDF/A-1b".
inline constexpr std::string_view kFormatVersion = "format_version";
/// PRONOM identifier, where there is one for exactly this format and version.
inline constexpr std::string_view kPuid = "puid";
/// As the file says, ISO 8601; with its offset when it has one.
inline constexpr std::string_view kCreated = "created";
inline constexpr std::string_view kModified = "modified";
/// Program that wrote the file, with its version.
inline constexpr std::string_view kProgram = "program";
/// Decimal count; "0" when all fonts lie inside.
inline constexpr std::string_view kFontsMissing = "fonts_missing";
inline constexpr std::string_view kFontsEmbedded = "fonts_embedded";
/// Names of the fonts that do not lie inside, parted by ", ".
inline constexpr std::string_view kFontsMissingNames = "fonts_missing_names";
/// What protects it although its text could be read: "copying not permitted" …
inline constexpr std::string_view kProtection = "protection";
/// Decimal count of macros, scripts, actions that start programs.
inline constexpr std::string_view kScripts = "scripts";
/// Decimal count of things that are fetched from elsewhere when the file is opened.
inline constexpr std::string_view kExternal = "external_references";
/// Decimal count of pictures; of embedded files.
inline constexpr std::string_view kImages = "images";
inline constexpr std::string_view kAttachments = "attachments";
/// Electronic signatures: their count; digests of what they cover that agree, that do not, that
/// cannot be checked here; paths of those that do not, parted by ", ".
inline constexpr std::string_view kSignatures = "signatures";
inline constexpr std::string_view kDigestsGood = "signature_digests_good";
inline constexpr std::string_view kDigestsBad = "signature_digests_bad";
inline constexpr std::string_view kDigestsUnchecked = "signature_digests_unchecked";
inline constexpr std::string_view kDigestsBadPaths = "signature_digests_bad_paths";
/// The encoding that the file declares, when its bytes are not in it.
inline constexpr std::string_view kEncodingDeclared = "encoding_declared";
/// "yes" when nothing declares the encoding and it was guessed.
inline constexpr std::string_view kEncodingGuessed = "encoding_guessed";
/// Mean confidence of optical recognition, 0 … 100, and how many pages were recognised.
inline constexpr std::string_view kOcrConfidence = "ocr_confidence";
inline constexpr std::string_view kOcrPages = "ocr_pages";
/// Something in the file that contradicts its format and did not cost any text, in one line.
inline constexpr std::string_view kFlaw = "flaw";

inline constexpr std::array kNames{kFormatVersion,
                                   kPuid,
                                   kCreated,
                                   kModified,
                                   kProgram,
                                   kFontsMissing,
                                   kFontsEmbedded,
                                   kFontsMissingNames,
                                   kProtection,
                                   kScripts,
                                   kExternal,
                                   kImages,
                                   kAttachments,
                                   kSignatures,
                                   kDigestsGood,
                                   kDigestsBad,
                                   kDigestsUnchecked,
                                   kDigestsBadPaths,
                                   kEncodingDeclared,
                                   kEncodingGuessed,
                                   kOcrConfidence,
                                   kOcrPages,
                                   kFlaw};

}  // namespace guidang::technical
