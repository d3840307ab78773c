// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pipeline/text/converter.h"
#include "pipeline/text/plausibility.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

/// Guesses look at this many bytes; more does not change them.
constexpr std::size_t kSample = std::size_t{1} << 16;

/// Chinese text has at least this share of common characters, other text far less.
constexpr double kChinese = 0.5;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

Decoded decoded_as(std::string_view bytes, const std::string& encoding) {
  Decoded result;
  result.encoding = encoding;
  if (encoding == "UTF-8" && is_utf8(bytes)) {
    result.text = std::string(bytes);
    return result;
  }
  // Big5 has many extensions; the plain table goes first because its marks map as expected.
  for (const char* const name : {"BIG5", "BIG5-HKSCS", "CP950"}) {
    if (encoding != "Big5") break;
    if (auto converter = Converter::to_utf8(name)) {
      Converted converted = converter->convert(bytes);
      if (converted.undecodable > 0) continue;
      result.text = std::move(converted.text);
      return result;
    }
  }
  if (auto converter = Converter::to_utf8(encoding)) {
    Converted converted = converter->convert(bytes);
    result.text = std::move(converted.text);
    result.undecodable = converted.undecodable;
  }
  return result;
}

struct Bom {
  std::string_view bytes;
  const char* encoding = "";
};

// UTF-32LE begins with the mark of UTF-16LE and so comes before it.
constexpr std::array<Bom, 6> kBoms = {{{"\xEF\xBB\xBF", "UTF-8"},
                                       {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                       {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                       {"\xFF\xFE", "UTF-16LE"},
                                       {"\xFE\xFF", "UTF-16BE"},
                                       {"\x84\x31\x95\x33", "GB18030"}}};

std::optional<Decoded> by_bom(std::string_view bytes) {
  for (const auto& [mark, encoding] : kBoms) {
    if (!bytes.starts_with(mark)) continue;
    Decoded result = decoded_as(bytes.substr(mark.size()), encoding);
    result.bom = true;
    return result;
  }
  return std::nullopt;
}

/// UTF-16 or UTF-32 without BOM, told by where the NULs stand: Latin letters, blanks and line ends
/// put them all on the same side. Empty when there are none or they tell nothing.
std::string wide_by_nuls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample & ~std::size_t{3});
  std::array<std::size_t, 4> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++nuls[i % 4];
  }
  const std::size_t even = nuls[0] + nuls[2];
  const std::size_t odd = nuls[1] + nuls[3];
  if (even + odd == 0 || bytes.size() % 2 != 0) return {};
  std::string best;
  double best_share = 0.7;
  const auto consider = [&](const char* encoding) {
    auto converter = Converter::to_utf8(encoding);
    if (!converter) return;
    const Converted converted = converter->convert(sample, true);
    if (converted.undecodable > 0) return;
    // ASCII tells as much as Chinese here, where bytes that are no text give controls and rarities.
    std::size_t good = 0;
    std::size_t all = 0;
    for (std::size_t pos = 0; pos < converted.text.size(); ++all) {
      const char32_t c = next(converted.text, pos);
      const bool ascii = (c >= 0x20 && c < 0x7F) || (c >= 0x09 && c <= 0x0D);
      const bool letter = c >= 0xA0 && c < 0x600;
      const bool asian = is_han(c) || (c >= 0x2010 && c <= 0x203B) ||
                         (c >= 0x3000 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                         (c >= 0xFF01 && c <= 0xFF5E);
      if (ascii || letter || asian) ++good;
    }
    const double share = all > 0 ? static_cast<double>(good) / static_cast<double>(all) : 0;
    if (share > best_share) {
      best_share = share;
      best = encoding;
    }
  };
  if (bytes.size() % 4 == 0 && nuls[2] + nuls[3] > sample.size() / 3) consider("UTF-32LE");
  if (bytes.size() % 4 == 0 && nuls[0] + nuls[1] > sample.size() / 3) consider("UTF-32BE");
  if (!best.empty()) return best;
  if (odd > even) consider("UTF-16LE");
  if (even > odd) consider("UTF-16BE");
  return best;
}

/// Names that decode anything and stand in headers by default: they say nothing.
bool says_nothing(const std::string& encoding) {
  constexpr std::array<std::string_view, 9> kDefaults = {"ISO-8859-1", "LATIN1",       "US-ASCII",
                                                         "ASCII",      "WINDOWS-1252", "CP1252",
                                                         "ANSI",       "8BIT",         "BINARY"};
  return std::ranges::find(kDefaults, encoding) != kDefaults.end();
}

std::optional<Decoded> by_declaration(std::string_view bytes, const std::string& encoding) {
  if (encoding.empty() || says_nothing(encoding) || encoding == "UTF-8") return std::nullopt;
  Decoded result = decoded_as(bytes, encoding);
  if (result.undecodable > 0 || (result.text.empty() && !bytes.empty())) return std::nullopt;
  return result;
}

/// The bytes that tell: from the first that is not ASCII on, which begins a character.
std::string_view telling_sample(std::string_view bytes) {
  const auto first = std::ranges::find_if(bytes, is_high);
  return bytes.substr(static_cast<std::size_t>(first - bytes.begin()), kSample);
}

Plausibility plausibility_as(std::string_view sample, const char* encoding) {
  auto converter = Converter::to_utf8(encoding);
  return converter ? chinese_plausibility(converter->convert(sample, true).text) : Plausibility{};
}

struct Choice {
  std::string encoding;  ///< empty when none makes the text look Chinese
  double share = 0;
};

/// The encoding that makes a text look most Chinese.
Choice chinese_encoding(std::string_view bytes) {
  const std::string_view sample = telling_sample(bytes);
  Choice best{{}, kChinese};
  const auto consider = [&](const char* name, const char* iconv_name, std::string_view part,
                            double handicap) {
    const Plausibility found = plausibility_as(part, iconv_name);
    if (found.counted == 0 || found.share - handicap <= best.share) return;
    best = {name, found.share - handicap};
  };
  consider("GB18030", "GB18030", sample, 0);
  consider("Big5", "BIG5-HKSCS", sample, 0);
  // A text cut or mixed by another program: most of it is still UTF-8.
  consider("UTF-8", "UTF-8", sample, 0);
  // Two bytes of anything make a character of UTF-16, so it must be better by far.
  constexpr double kHandicap = 0.2;
  if (bytes.size() % 2 == 0) {
    consider("UTF-16LE", "UTF-16LE", bytes.substr(0, kSample), kHandicap);
    consider("UTF-16BE", "UTF-16BE", bytes.substr(0, kSample), kHandicap);
  }
  return best;
}

/// Whether valid UTF-8 is really GB18030: 通知 and 联通 have bytes that read as two letters of two
/// bytes each. Only texts that are all such letters and are good Chinese in GB18030 are meant.
bool gb_in_disguise(std::string_view bytes) {
  const std::string_view sample = telling_sample(bytes);
  const bool wide =
      std::ranges::any_of(sample, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
  if (wide) return false;
  // Signs and letters of Latin-1 (· in a list of archival codes, é in a name) are what they seem:
  // no Chinese word is written with the bytes C2 and C3 alone.
  const bool only_latin = std::ranges::all_of(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xC0 || byte == 0xC2 || byte == 0xC3;
  });
  if (only_latin) return false;
  constexpr double kGoodChinese = 0.9;
  const Plausibility found = plausibility_as(sample, "GB18030");
  return found.counted >= 2 && found.share >= kGoodChinese;
}

/// Everything else by uchardet, when its word holds.
std::optional<Decoded> by_uchardet(std::string_view bytes) {
  const std::string guess = uchardet_guess(bytes.substr(0, 4 * kSample));
  const std::string encoding = canonical_encoding(guess);
  if (encoding.empty() || encoding == "UTF-8" || encoding == "ASCII") return std::nullopt;
  if (!Converter::to_utf8(encoding)) return std::nullopt;
  Decoded result = decoded_as(bytes, encoding);
  constexpr std::size_t kOneBadIn = 100;
  if (result.undecodable > bytes.size() / kOneBadIn) return std::nullopt;
  return result;
}

/// Encodings of two-byte characters, which uchardet does not take short Chinese text for by chance.
bool is_east_asian(const std::string& encoding) {
  constexpr std::array<std::string_view, 6> kNames = {"EUC-JP", "SHIFT-JIS", "SHIFT_JIS",
                                                      "EUC-KR", "UHC",       "EUC-TW"};
  return std::ranges::find(kNames, encoding) != kNames.end();
}

/// Whether this is UTF-8 but for a few places, such as lines that another program added. Text in
/// any other encoding has hardly a sequence of UTF-8 in it.
bool is_mostly_utf8(std::string_view bytes) {
  constexpr std::size_t kFewest = 30;  // bytes: ten Han characters
  constexpr std::size_t kOneStrayIn = 5;
  std::size_t good = 0;
  std::size_t stray = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    const char32_t c = next(bytes, at);
    // Two bytes of GB18030 may look like two of UTF-8; three hardly ever do.
    if (at - start >= 3) good += at - start;
    if (at - start == 1 && c == kReplacement) ++stray;
  }
  return good >= kFewest && stray <= good / kOneStrayIn;
}

Decoded guessed(std::string_view bytes) {
  if (is_mostly_utf8(bytes)) {
    Decoded result = decoded_as(bytes, "UTF-8");
    result.detected = true;
    return result;
  }
  // Japanese and Korean text has a middling share: kana in EUC-JP are common characters in Big5.
  constexpr double kSurelyChinese = 0.8;
  const Choice chinese = chinese_encoding(bytes);
  Decoded result;
  std::optional<Decoded> other;
  if (chinese.encoding.empty() || chinese.share < kSurelyChinese) other = by_uchardet(bytes);
  if (other && !chinese.encoding.empty() && !is_east_asian(other->encoding)) other.reset();
  if (other) {
    result = std::move(*other);
  } else {
    result = decoded_as(bytes, chinese.encoding.empty() ? "GB18030" : chinese.encoding);
  }
  result.detected = true;
  return result;
}

Decoded without_declaration(std::string_view bytes, const std::string& declared) {
  if (auto result = by_bom(bytes)) return std::move(*result);
  if (const std::string wide = wide_by_nuls(bytes); !wide.empty()) {
    Decoded result = decoded_as(bytes, wide);
    result.detected = declared != wide;
    return result;
  }
  // HZ and ISO-2022 are ASCII bytes too, but nothing except their name tells them from it.
  if (is_utf8(bytes)) {
    const bool gb = declared != "UTF-8" && gb_in_disguise(bytes);
    Decoded result = decoded_as(bytes, gb ? "GB18030" : "UTF-8");
    result.detected = gb && declared != "GB18030";
    return result;
  }
  if (auto result = by_declaration(bytes, declared)) return std::move(*result);
  return guessed(bytes);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  const std::string encoding = canonical_encoding(declared);
  const bool ascii = std::ranges::none_of(bytes, is_high);
  if (ascii && (encoding.starts_with("ISO-2022") || encoding.starts_with("HZ"))) {
    if (auto result = by_declaration(bytes, encoding)) return std::move(*result);
  }
  Decoded result = without_declaration(bytes, encoding);
  const bool generic = encoding == "UTF-16" || encoding == "UTF-32";
  const bool followed = trim(declared).empty() || result.encoding == encoding ||
                        (generic && result.encoding.starts_with(encoding)) || ascii;
  if (!followed) result.declared_mismatch = std::string(trim(declared));
  return result;
}

bool looks_binary(std::string_view bytes) {
  for (const auto& [mark, encoding] : kBoms) {
    if (bytes.starts_with(mark)) return false;
  }
  const std::string_view sample = bytes.substr(0, kSample);
  const auto nuls = static_cast<std::size_t>(std::ranges::count(sample, '\0'));
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B;
  }));
  // Text drawn from spreadsheets keeps some controls but no NULs; packed data have a tenth of them.
  constexpr std::size_t kNulOneIn = 100;
  constexpr std::size_t kControlOneIn = 20;
  if (nuls <= sample.size() / kNulOneIn && controls <= sample.size() / kControlOneIn) return false;
  if (!wide_by_nuls(bytes).empty()) return false;
  // UTF-16 without a NUL in it.
  return !chinese_encoding(bytes).encoding.starts_with("UTF-16");
}

}  // namespace guidang::text
