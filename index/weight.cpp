// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/weight.h"

#include <algorithm>
#include <cmath>

namespace guidang::index {
namespace {

// k₁ and b. Official documents are long because they regulate much, not because they are wordy:
// with the b of 0.75 that web pages like, a short paper that cites one comes before it.
constexpr double kSaturation = 0.9;
constexpr double kLengthShare = 0.4;
constexpr double kGrain = 65536;

}  // namespace

ExactBm25::ExactBm25() {
  for (const stat_flags need :
       {COLLECTION_SIZE, TERMFREQ, AVERAGE_LENGTH, WQF, WDF, DOC_LENGTH, WDF_MAX, DOC_LENGTH_MIN}) {
    need_stat(need);
  }
}

void ExactBm25::init(double factor) {
  const auto documents = static_cast<double>(get_collection_size());
  const auto having = static_cast<double>(get_termfreq());
  const double rarity = std::log1p((documents - having + 0.5) / (having + 0.5));
  scale_ = factor * rarity * (kSaturation + 1) * static_cast<double>(get_wqf());
  average_length_ = std::max(1.0, get_average_length());
}

double ExactBm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                              Xapian::termcount /*unique*/) const {
  const auto count = static_cast<double>(wdf);
  const double share = static_cast<double>(length) / average_length_;
  const double damp = kSaturation * (1 - kLengthShare + kLengthShare * share);
  return std::round(scale_ * count / (count + damp) * kGrain) / kGrain;
}

double ExactBm25::get_maxpart() const {
  return get_sumpart(std::max<Xapian::termcount>(1, get_wdf_upper_bound()),
                     get_doclength_lower_bound(), 1);
}

}  // namespace guidang::index
