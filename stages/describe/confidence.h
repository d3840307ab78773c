// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How sure each kind of evidence makes a value of title, creator, date and kind: about the share
/// of such values that are right in documents whose truth is known (tests/bench/fields). What
/// cannot be measured there stands below what it resembles. Below 0.6 a person looks.
namespace guidang::describe::confidence {

// Title.
inline constexpr double kTitlePlaced = 0.97;    ///< ends in a kind, beside number, 主送 or 题注
inline constexpr double kTitleComplete = 0.93;  ///< ends in a kind
inline constexpr double kTitleFirst = 0.9;      ///< the same below other lines
inline constexpr double kTitleClosed = 0.92;    ///< ends in a word that titles end in, or placed
inline constexpr double kTitleHeading = 0.8;    ///< the only line above the running text
inline constexpr double kTitleBeside = 0.65;    ///< beside number or 主送, but not the first
inline constexpr double kTitleLabel = 0.85;     ///< 标题：… of the page
inline constexpr double kTitleMasthead = 0.6;   ///< 常务会议纪要, masthead and title in one
inline constexpr double kTitleLine = 0.45;      ///< some line of the head
inline constexpr double kTitleOdd = 0.3;        ///< a sentence, a name, a cell: hardly a title

// Creator.
inline constexpr double kSigned = 0.9;          ///< signature above a date
inline constexpr double kSignedUndated = 0.65;  ///< signature without a date
inline constexpr double kMasthead = 0.9;        ///< …文件, …令
inline constexpr double kTitleOrgan = 0.9;      ///< the title begins with it
inline constexpr double kCreatorLabel = 0.9;    ///< 发文机关：…
inline constexpr double kPassedBy = 0.92;       ///< 题注: who passed or issued it
inline constexpr double kOrderCode = 0.75;      ///< the code of an order: 国务院令

// Date.
inline constexpr double kDateSigned = 0.95;     ///< below a signature
inline constexpr double kDateUnsigned = 0.85;   ///< at the very end, alone
inline constexpr double kDateNote = 0.95;       ///< 题注: the last act that made the text
inline constexpr double kDateLabel = 0.95;      ///< 成文日期：…
inline constexpr double kDateBracketed = 0.85;  ///< (…) under the title; in the head of minutes
inline constexpr double kDateHead = 0.65;       ///< alone under the title, in words

// Kind. From the title it is as sure as the title.
inline constexpr double kTypeLabel = 0.85;
inline constexpr double kTypeMasthead = 0.9;  ///< …令, …纪要

/// What stands deep in a text that has no head of its own: it may be of one of its parts.
inline constexpr double kEmbedded = 0.5;
/// A name that says no whole organ: 办公室, 委员会.
inline constexpr double kBareOrgan = 0.5;

}  // namespace guidang::describe::confidence
