// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/verify_source.h"

#include "index/schema.h"

namespace guidang::index {

void VerifySource::init(const Xapian::Database& database) {
  database_ = database;
  documents_ = database.get_doccount();
  place_ = database_.valuestream_begin(slot::kText);
  started_ = false;
  const auto found = texts_->find(database.get_uuid());
  files_ = found == texts_->end() ? nullptr : found->second.get();
}

bool VerifySource::holds() {
  if (files_ == nullptr) return false;
  const RecordText text = files_->at(TextPlace::from_value(*place_));
  const auto any_part = [&](const auto& holds_phrase) {
    for (std::size_t i = 0; i < kParts; ++i) {
      if (wanted_->parts[i] && holds_phrase(text.parts[i])) return true;
    }
    return false;
  };
  if (wanted_->initials != nullptr) {
    return any_part([&](std::string_view p) { return wanted_->initials->occurs_in(p); });
  }
  const Phrase& phrase = wanted_->phrase;
  if (wanted_->as_number) {
    return any_part([&](std::string_view p) { return phrase.occurs_in(number_tokens(p)); });
  }
  // The bytes of all parts before the tokens of any: the first costs a hundredth of the second.
  if (any_part([&](std::string_view p) { return phrase.stands_plainly_in(p); })) return true;
  if (absence_ == nullptr) absence_ = std::make_unique<const Absence>(phrase);
  return any_part(
      [&](std::string_view p) { return !absence_->is_certain_in(p) && phrase.occurs_in(p); });
}

/// Goes on from a document that may not hold the phrase to one that does.
void VerifySource::settle() {
  while (!at_end() && !holds()) ++place_;
}

bool VerifySource::at_end() const { return place_ == database_.valuestream_end(slot::kText); }

void VerifySource::next(double /*least*/) {
  if (started_) ++place_;
  started_ = true;
  settle();
}

void VerifySource::skip_to(Xapian::docid id, double /*least*/) {
  started_ = true;
  if (!at_end()) place_.skip_to(id);
  settle();
}

bool VerifySource::check(Xapian::docid id, double /*least*/) {
  started_ = true;
  if (at_end()) return true;
  place_.skip_to(id);
  // Told "false", Xapian asks no further about this document and looks at the next candidate.
  return at_end() || place_.get_docid() != id || holds();
}

}  // namespace guidang::index
