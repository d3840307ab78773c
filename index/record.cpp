// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/record.h"

#include <cstdint>

namespace guidang::index {
namespace {

/// FNV-1a on two 64-bit halves with different offsets and a final mix. It only has to notice that
/// a record changed, so no cryptographic digest is needed.
class Hasher {
 public:
  void bytes(std::string_view text) {
    number(text.size());
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }

  void number(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<unsigned char>(value >> shift));
  }

  [[nodiscard]] RecordDigest finish() const {
    RecordDigest result;
    const std::uint64_t high = mix(first_);
    const std::uint64_t low = mix(second_ ^ high);
    for (std::size_t i = 0; i < 8; ++i) {
      result.bytes[i] = static_cast<unsigned char>(high >> (56 - 8 * i));
      result.bytes[i + 8] = static_cast<unsigned char>(low >> (56 - 8 * i));
    }
    return result;
  }

 private:
  void byte(unsigned char value) {
    first_ = (first_ ^ value) * 0x100000001B3U;
    second_ = (second_ ^ value) * 0x9E3779B97F4A7C15U;
    second_ ^= second_ >> 32U;
  }

  [[nodiscard]] static std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
  }

  std::uint64_t first_ = 0xCBF29CE484222325U;
  std::uint64_t second_ = 0x2545F4914F6CDD1DU;
};

}  // namespace

RecordDigest digest(std::string_view bytes) {
  Hasher hasher;
  hasher.bytes(bytes);
  return hasher.finish();
}

RecordDigest digest(const IndexRecord& record) {
  Hasher hasher;
  for (const std::string* field :
       {&record.record, &record.code, &record.title, &record.document_number, &record.creator,
        &record.doctype, &record.retention, &record.secrecy, &record.direction, &record.fonds,
        &record.volume, &record.volume_title, &record.path}) {
    hasher.bytes(*field);
  }
  for (const auto* list : {&record.former_codes, &record.recipients, &record.cc, &record.signers,
                           &record.attachments, &record.pages}) {
    hasher.number(list->size());
    for (const std::string& value : *list) hasher.bytes(value);
  }
  hasher.number(record.provisional ? 1 : 0);
  hasher.number(static_cast<std::uint64_t>(record.year));
  hasher.number(record.date ? 1 : 0);
  hasher.bytes(record.date.value_or(std::string{}));
  hasher.number(static_cast<std::uint64_t>(record.access));
  return hasher.finish();
}

}  // namespace guidang::index
