// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/view.h"
#include "stages/relate/settings.h"
#include "stages/relate/shingles.h"

namespace guidang::relate {

/// Two documents whose texts are nearly the same.
struct NearPair {
  RecordId one{};
  RecordId other{};
  Overlap overlap{};
  bool two_documents = false;  ///< each has a 文号 or a date, and not the same
};

/// The sketches of all texts, about 230 bytes each; the texts themselves are read again when two
/// have to be compared. Documents come in the order of their ids.
class NearTexts {
 public:
  explicit NearTexts(const Settings& settings) : settings_(settings) {}

  /// `pages` are those of `text`, the document's main text. A text with less different pieces than
  /// the settings ask is left out.
  void add(const View& document, const ComponentText& text, const std::vector<std::string>& pages,
           std::string_view number, std::string_view date);

  /// Exact; nothing when one of them has no text here.
  [[nodiscard]] std::optional<Overlap> compare(const RecordId& one, const RecordId& other);

  /// Every pair that the sketches bring together and the exact score confirms. Of many texts
  /// alike (more than eight in one bucket) each meets one or a few of them, not all: the work stays
  /// linear.
  void for_each_pair(const std::function<void(const NearPair&)>& visit);

 private:
  static constexpr std::size_t kIdBytes = 24;
  static constexpr std::size_t kDigestBytes = 32;
  struct Entry {
    std::array<char, kIdBytes> id{};
    std::array<char, kDigestBytes> digest{};
    bool packed = false;  ///< the digest is hex digits, two in a byte
    std::uint16_t reader = 0;
    std::int32_t revision = 0;
    std::uint64_t number = 0;  ///< a hash, 0 for none
    std::uint64_t date = 0;    ///< a hash, 0 for none
    Sketch sketch{};
  };

  void keep_digest(Entry& entry, std::string_view digest) const;
  [[nodiscard]] static std::string digest_of(const Entry& entry);
  [[nodiscard]] const Entry* find(const RecordId& id) const;
  [[nodiscard]] const Shingles& shingles(const Entry& entry);
  [[nodiscard]] Overlap compare(const Entry& one, const Entry& other);

  Settings settings_;
  View window_;  ///< any view reads the texts of all
  std::deque<Entry> entries_;
  std::vector<std::string> readers_;
  struct Read {
    const Entry* entry = nullptr;
    Shingles shingles{};
  };
  std::array<Read, 4> cache_{};
  std::size_t oldest_ = 0;
};

}  // namespace guidang::relate
