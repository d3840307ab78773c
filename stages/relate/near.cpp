// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/near.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "pipeline/record_key.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kSmallBucket = 8;
constexpr std::size_t kHeads = 4;      // of a large bucket, whom the others are compared with
constexpr double kGuessMargin = 0.12;  // four standard deviations of the guess
constexpr std::string_view kHex = "0123456789abcdef";

std::uint64_t hash_of(std::string_view text) {
  return text.empty() ? 0 : record_key(std::string(text)) | 1U;
}
bool differ(std::uint64_t one, std::uint64_t other) {
  return one != 0 && other != 0 && one != other;
}

}  // namespace

void NearTexts::keep_digest(Entry& entry, std::string_view digest) const {
  entry.packed =
      digest.size() == 2 * kDigestBytes && digest.find_first_not_of(kHex) == std::string_view::npos;
  if (!entry.packed && digest.size() >= kDigestBytes) {
    throw std::logic_error("a digest is not of this program's kind");
  }
  if (!entry.packed) {
    std::memcpy(entry.digest.data(), digest.data(), digest.size());
    return;
  }
  for (std::size_t i = 0; i < kDigestBytes; ++i) {
    entry.digest[i] =
        static_cast<char>(kHex.find(digest[2 * i]) * 16 + kHex.find(digest[2 * i + 1]));
  }
}

std::string NearTexts::digest_of(const Entry& entry) {
  if (!entry.packed) return entry.digest.data();
  std::string digest;
  for (const char c : entry.digest) {
    digest.push_back(kHex[static_cast<unsigned char>(c) / 16]);
    digest.push_back(kHex[static_cast<unsigned char>(c) % 16]);
  }
  return digest;
}

void NearTexts::add(const View& document, const ComponentText& text,
                    const std::vector<std::string>& pages, std::string_view number,
                    std::string_view date) {
  const Shingles pieces = pieces_of(pages);
  if (!has_different(pieces, settings_.shortest)) return;
  if (document.id().size() >= kIdBytes) throw std::logic_error("a record's id is too long");
  if (entries_.empty()) window_ = document;
  Entry& entry = entries_.emplace_back();
  std::memcpy(entry.id.data(), document.id().data(), document.id().size());
  keep_digest(entry, text.digest);
  auto reader = std::find(readers_.begin(), readers_.end(), text.reader);
  if (reader == readers_.end()) reader = readers_.insert(reader, text.reader);
  entry.reader = static_cast<std::uint16_t>(reader - readers_.begin());
  entry.revision = text.revision;
  entry.number = hash_of(number);
  entry.date = hash_of(date);
  entry.sketch = sketch_of(pieces);
}

const NearTexts::Entry* NearTexts::find(const RecordId& id) const {
  const auto at = std::lower_bound(
      entries_.begin(), entries_.end(), id,
      [](const Entry& entry, const RecordId& wanted) { return entry.id.data() < wanted; });
  return at == entries_.end() || at->id.data() != id ? nullptr : &*at;
}

const Shingles& NearTexts::shingles(const Entry& entry) {
  for (const Read& read : cache_) {
    if (read.entry == &entry) return read.shingles;
  }
  Read& read = cache_[oldest_];
  oldest_ = (oldest_ + 1) % cache_.size();
  const ComponentText text{.digest = digest_of(entry),
                           .state = TextState::read,
                           .reader = readers_[entry.reader],
                           .revision = entry.revision};
  read.shingles = shingles_of(window_.pages(text));
  read.entry = &entry;
  return read.shingles;
}

Overlap NearTexts::compare(const Entry& one, const Entry& other) {
  const Shingles& first = shingles(one);
  return overlap_of(first, shingles(other));
}

std::optional<Overlap> NearTexts::compare(const RecordId& one, const RecordId& other) {
  const Entry* a = find(one);
  const Entry* b = find(other);
  if (a == nullptr || b == nullptr) return std::nullopt;
  return compare(*a, *b);
}

void NearTexts::for_each_pair(const std::function<void(const NearPair&)>& visit) {
  std::unordered_set<std::uint64_t> looked_at;
  std::vector<bool> has_pair(entries_.size());
  std::vector<std::uint64_t> band(entries_.size());

  // True when they are near; each two are compared once.
  const auto meet = [&](std::uint64_t a, std::uint64_t b) {
    const Entry& one = entries_[a];
    const Entry& other = entries_[b];
    const double guess = guessed_score(one.sketch.least, other.sketch.least);
    if (guess + kGuessMargin < settings_.near) return false;
    if (!looked_at.insert(a << 32U | b).second) return false;
    const Overlap overlap = compare(one, other);
    if (overlap.score() < settings_.near) return false;
    has_pair[a] = has_pair[b] = true;
    visit({.one = one.id.data(),
           .other = other.id.data(),
           .overlap = overlap,
           .two_documents = differ(one.number, other.number) || differ(one.date, other.date)});
    return true;
  };

  for (std::size_t which = 0; which < Sketch::kBands; ++which) {
    for (std::size_t i = 0; i < band.size(); ++i) {
      band[i] = std::uint64_t{entries_[i].sketch.bands[which]} << 32U | i;
    }
    std::sort(band.begin(), band.end());
    for (std::size_t begin = 0; begin < band.size();) {
      std::size_t end = begin + 1;
      while (end < band.size() && band[end] >> 32U == band[begin] >> 32U) ++end;
      const bool small = end - begin <= kSmallBucket;
      for (std::size_t i = begin + 1; i < end; ++i) {
        const std::uint64_t at = band[i] & 0xffffffffU;
        if (!small && has_pair[at]) continue;
        const std::size_t last = small ? i : std::min(i, begin + kHeads);
        for (std::size_t j = begin; j < last; ++j) {
          if (meet(band[j] & 0xffffffffU, at) && !small) break;
        }
      }
      begin = end;
    }
  }
}

}  // namespace guidang::relate
