// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "index/record.h"
#include "index/words/synonyms.h"

namespace guidang::index {

/// An office's own words, in its home; templates/schema/search-words.rng.
inline constexpr const char* kOwnWords = "search-words.xml";

/// The words that some homes search with: the national table, the organs that their profiles and
/// their own tables name, and their `search-words.xml`. Immutable; threads share it.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(Synonyms synonyms) : synonyms_(std::move(synonyms)) {}

  /// For searchers who may see these classes: what was learnt from registers
  /// (`organisations-learnt.xml`) tells of closed records, so only staff search with it. A file
  /// that cannot be used is left out and named in `flaws`; nothing is thrown for it. Throws Failure
  /// when the national table itself cannot be used.
  [[nodiscard]] static std::shared_ptr<const Vocabulary> load(
      const std::filesystem::path& data_root, std::span<const std::filesystem::path> homes,
      std::span<const Access> classes);

  [[nodiscard]] const Synonyms& synonyms() const { return synonyms_; }
  /// A line for each thing that could not be used: place, Chinese / English, what was found.
  [[nodiscard]] const std::vector<std::string>& flaws() const { return flaws_; }

 private:
  Synonyms synonyms_{};
  std::vector<std::string> flaws_{};
};

}  // namespace guidang::index
