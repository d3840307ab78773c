// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/initials.h"

#include <algorithm>

#include "pipeline/text/pinyin.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr std::size_t kLettersOfTerm = 3;
constexpr std::size_t kLongestSyllable = 6;
constexpr std::size_t kMostLetters = 60;
/// Ways to cut letters into syllables and initials: xian is xian and xi'an.
constexpr std::size_t kMostSpellings = 24;
/// One character alone says too little.
constexpr std::size_t kShortest = 2;

/// Ideographs that follow one another, signs left out.
struct Row {
  std::vector<std::string_view> syllables{};
  std::vector<ByteRange> ranges{};
};

/// Calls `visit` with each row of characters whose sound is known.
template <typename Visit>
void for_each_row(std::string_view text, Visit&& visit) {
  std::u32string characters;
  std::vector<ByteRange> ranges;
  const auto give = [&] {
    const std::vector<std::string_view> sounds = text::syllables(characters);
    for (std::size_t first = 0; first < sounds.size();) {
      Row row;
      for (; first < sounds.size() && !sounds[first].empty(); ++first) {
        row.syllables.push_back(sounds[first]);
        row.ranges.push_back(ranges[first]);
      }
      if (!row.syllables.empty()) visit(row);
      while (first < sounds.size() && sounds[first].empty()) ++first;
    }
    characters.clear();
    ranges.clear();
  };
  TokenReader reader(text);
  for (Token token; reader.next(token);) {
    if (token.kind != Token::Kind::ideograph) {
      give();
      continue;
    }
    std::size_t pos = 0;
    characters += text::next(token.text, pos);
    ranges.push_back(token.range);
  }
  give();
}

bool sounds_as(std::string_view syllable, std::string_view wanted) {
  return wanted.size() == 1 ? syllable.front() == wanted.front() : syllable == wanted;
}

/// No syllable begins with these.
bool is_initial(char letter) { return letter != 'i' && letter != 'u' && letter != 'v'; }

/// Cuts letters into syllables and initials, the longest pieces first.
class Cutter {
 public:
  explicit Cutter(std::string_view letters) : letters_(letters) {}

  std::vector<std::vector<std::string>> cut() {
    // All letters as initials before all else: that is how people abbreviate.
    if (std::all_of(letters_.begin(), letters_.end(), is_initial)) {
      for (const char letter : letters_) pieces_.emplace_back(1, letter);
      keep();
      pieces_.clear();
    }
    cut_from(0);
    return std::move(found_);
  }

 private:
  void keep() {
    if (pieces_.size() < kShortest || found_.size() == kMostSpellings) return;
    if (std::find(found_.begin(), found_.end(), pieces_) == found_.end()) {
      found_.push_back(pieces_);
    }
  }

  void cut_from(std::size_t at) {
    if (at == letters_.size()) return keep();
    for (std::size_t size = std::min(kLongestSyllable, letters_.size() - at); size > 0; --size) {
      // A bound on dead ends, too: letters that no syllables make up.
      if (found_.size() == kMostSpellings || ++steps_ > kMostSteps) return;
      const std::string_view piece = letters_.substr(at, size);
      if (size == 1 ? !is_initial(piece.front()) : !text::is_syllable(piece)) continue;
      pieces_.emplace_back(piece);
      cut_from(at + size);
      pieces_.pop_back();
    }
  }

  static constexpr std::size_t kMostSteps = 4'000;
  std::string_view letters_;
  std::vector<std::string> pieces_{};
  std::vector<std::vector<std::string>> found_{};
  std::size_t steps_ = 0;
};

}  // namespace

void for_each_initials_term(std::string_view text,
                            const std::function<void(std::string_view)>& term) {
  for_each_row(text, [&](const Row& row) {
    std::string letters;
    for (const std::string_view syllable : row.syllables) letters += syllable.front();
    for (std::size_t i = 0; i < letters.size(); ++i) {
      term(std::string_view(letters).substr(i, kLettersOfTerm));
    }
  });
}

Initials::Initials(std::string_view typed) {
  std::string letters;
  for (std::size_t pos = 0; pos < typed.size();) {
    const char32_t c = text::next(typed, pos);
    if (text::is_blank(c) || c == U'\'' || c == U'’') continue;
    const char32_t half = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    const char32_t lower = half >= U'A' && half <= U'Z' ? half + 0x20 : half;
    if (lower == 0xFC || lower == U'v') {
      letters += 'u';  // ü, as keyboards write it
    } else if (lower >= U'a' && lower <= U'z' && letters.size() < kMostLetters) {
      letters += static_cast<char>(lower);
    } else {
      return;
    }
  }
  spellings_ = Cutter(letters).cut();
}

std::vector<std::vector<std::string>> Initials::candidates() const {
  std::vector<std::vector<std::string>> ways;
  for (const Spelling& spelling : spellings_) {
    std::string letters;
    for (const std::string& piece : spelling) letters += piece.front();
    std::vector<std::string> terms;
    if (letters.size() < kLettersOfTerm) terms.push_back(letters + "*");
    for (std::size_t i = 0; i + kLettersOfTerm <= letters.size(); ++i) {
      terms.push_back(letters.substr(i, kLettersOfTerm));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    if (std::find(ways.begin(), ways.end(), terms) == ways.end()) ways.push_back(std::move(terms));
  }
  return ways;
}

bool Initials::proved_by_terms() const {
  return spellings_.size() == 1 && spellings_.front().size() <= kLettersOfTerm &&
         std::all_of(spellings_.front().begin(), spellings_.front().end(),
                     [](const std::string& piece) { return piece.size() == 1; });
}

std::vector<ByteRange> Initials::find_all(std::string_view text) const {
  std::vector<ByteRange> places;
  if (empty()) return places;
  for_each_row(text, [&](const Row& row) {
    for (std::size_t first = 0; first < row.syllables.size();) {
      std::size_t longest = 0;
      for (const Spelling& spelling : spellings_) {
        const bool fits = first + spelling.size() <= row.syllables.size() &&
                          std::equal(spelling.begin(), spelling.end(),
                                     row.syllables.begin() + static_cast<std::ptrdiff_t>(first),
                                     [](std::string_view wanted, std::string_view s) {
                                       return sounds_as(s, wanted);
                                     });
        if (fits) longest = std::max(longest, spelling.size());
      }
      if (longest > 0) {
        places.push_back({row.ranges[first].begin, row.ranges[first + longest - 1].end});
      }
      first += std::max<std::size_t>(longest, 1);
    }
  });
  return places;
}

}  // namespace guidang::index
