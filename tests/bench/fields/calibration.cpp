// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fields/calibration.h"

#include <fmt/format.h>

namespace bench {
namespace {

// Lower ends; the bin of a confidence is the last one that it reaches.
constexpr std::array<double, 8> kFrom{0.0, 0.4, 0.6, 0.7, 0.8, 0.875, 0.93, 0.985};

}  // namespace

void Calibration::add(std::string_view field, double confidence, Verdict verdict) {
  if (verdict == Verdict::extra || verdict == Verdict::coarse) return;
  std::size_t bin = 0;
  while (bin + 1 < kBins && confidence >= kFrom[bin + 1]) ++bin;
  for (Bins* bins : {&fields_[field], &all_}) {
    ++(*bins)[bin].count;
    (*bins)[bin].right += verdict == Verdict::right ? 1 : 0;
    (*bins)[bin].stated += confidence;
  }
}

void Calibration::print(std::string_view name) const {
  const auto row = [](std::string_view field, const Bins& bins) {
    for (std::size_t i = kBins; i > 0;) {
      const Bin& bin = bins[--i];
      if (bin.count == 0) continue;
      fmt::print("{:<18} from {:.3f}{:>8}{:>10.3f}{:>9.3f}\n", field, kFrom[i], bin.count,
                 bin.stated / bin.count, static_cast<double>(bin.right) / bin.count);
    }
  };
  fmt::print("\n{:<29}{:>8}{:>10}{:>9}\n", name, "count", "stated", "right");
  for (const auto& [field, bins] : fields_) row(field, bins);
  row("all", all_);
}

}  // namespace bench
