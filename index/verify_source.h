// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <bitset>
#include <memory>
#include <string>

#include "index/absence.h"
#include "index/phrase.h"
#include "index/query_plan.h"
#include "index/words/initials.h"

namespace guidang::index {

/// What to look for, and in which parts of a text.
struct Verification {
  Phrase phrase;
  std::bitset<kParts> parts{};
  bool as_number = false;  ///< read the parts as a 文号 or 档号
  /// Looked for instead of the phrase; null otherwise.
  std::shared_ptr<const Initials> initials{};
};

/// The documents whose text holds a phrase, as a source of postings without weight. It claims to
/// have every document, so that Xapian asks it last and only about candidates; thereby it can
/// stand anywhere in a query, also behind a NOT, and counts stay exact.
class VerifySource : public Xapian::PostingSource {
 public:
  VerifySource(std::shared_ptr<const Verification> wanted, std::shared_ptr<const TextsById> texts)
      : wanted_(std::move(wanted)), texts_(std::move(texts)) {}

  [[nodiscard]] VerifySource* clone() const override { return new VerifySource(wanted_, texts_); }
  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double least) override;
  void skip_to(Xapian::docid id, double least) override;
  bool check(Xapian::docid id, double least) override;
  [[nodiscard]] bool at_end() const override;
  [[nodiscard]] Xapian::docid get_docid() const override { return place_.get_docid(); }
  [[nodiscard]] std::string get_description() const override { return "VerifySource"; }

 private:
  [[nodiscard]] bool holds();
  void settle();

  std::shared_ptr<const Verification> wanted_;
  std::shared_ptr<const TextsById> texts_;
  std::unique_ptr<const Absence> absence_{};  ///< made when it is first needed
  const TextFiles* files_ = nullptr;
  Xapian::Database database_{};
  Xapian::doccount documents_ = 0;
  Xapian::ValueIterator place_{};
  bool started_ = false;
};

}  // namespace guidang::index
