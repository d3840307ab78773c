// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace guidang::index {

/// BM25 whose addends are whole multiples of 2⁻¹⁶, so that their sum does not depend on the order
/// of addition. With it a score depends on the set of records alone: not on how the index was
/// split, merged or updated on its way.
class ExactBm25 : public Xapian::Weight {
 public:
  ExactBm25();

 private:
  [[nodiscard]] ExactBm25* clone() const override { return new ExactBm25; }
  [[nodiscard]] std::string name() const override { return "guidang.ExactBm25"; }
  void init(double factor) override;
  [[nodiscard]] double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                   Xapian::termcount unique) const override;
  [[nodiscard]] double get_maxpart() const override;
  [[nodiscard]] double get_sumextra(Xapian::termcount, Xapian::termcount) const override {
    return 0;
  }
  [[nodiscard]] double get_maxextra() const override { return 0; }

  double scale_ = 0;
  double average_length_ = 1;
};

}  // namespace guidang::index
