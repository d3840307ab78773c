// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <stdexcept>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

/// ICU counts bytes in int32_t; longer texts go through in pieces cut at ASCII or Han starts.
constexpr std::size_t kPiece = std::size_t{1} << 26;

/// Where a piece can end without parting a character or a base from its marks: before a line feed.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kPiece) return text.size();
  const std::size_t line = text.rfind('\n', begin + kPiece);
  if (line != text.npos && line > begin) return line;
  std::size_t end = begin + kPiece;
  while (end > begin + 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

std::string normalised(std::string_view text, const icu::Normalizer2* form, UErrorCode status) {
  if (U_FAILURE(status) != 0 || form == nullptr) throw std::logic_error("ICU data are missing");
  std::string result;
  result.reserve(text.size());
  icu::StringByteSink<std::string> sink(&result);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = piece_end(text, begin);
    const icu::StringPiece piece(text.data() + begin, static_cast<int32_t>(end - begin));
    form->normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status) != 0) throw std::logic_error("ICU cannot normalise");
    begin = end;
  }
  return result;
}

std::string casefold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return normalised(text, form, status);
}

}  // namespace

std::string fold(std::string_view text) {
  const std::string folded = casefold(remove_blanks(text));
  std::string result = remove_blanks(folded);
  // Folding may make a blank with a mark on it (˙); the mark then sits on the character before.
  return result.size() == folded.size() ? result : casefold(result);
}

std::string fold_keep_blanks(std::string_view text) {
  const std::string folded = casefold(text);
  std::string result;
  result.reserve(folded.size());
  bool gap = false;
  for (std::size_t pos = 0; pos < folded.size();) {
    const std::size_t start = pos;
    if (is_blank(next(folded, pos))) {
      gap = !result.empty();
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result.append(folded, start, pos - start);
  }
  return result;
}

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFCInstance(status);
  return normalised(text, form, status);
}

}  // namespace guidang::text
