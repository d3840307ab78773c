// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/signatures.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/files/multi_digest.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/paths.h"

namespace guidang::extract::ofd {
namespace {

/// All files that are digested for one package: some seconds of work.
constexpr std::uint64_t kDigestedBytes = 512ULL << 20;
constexpr std::uint64_t kMostSignatures = 1000;

/// By the object identifier of the method, or its name; MD5 is what the standard takes for granted.
std::optional<files::Algorithm> method_of(std::string_view word) {
  using files::Algorithm;
  constexpr std::array<std::pair<std::string_view, Algorithm>, 7> kIdentifiers{{
      {"1.2.156.10197.1.401", Algorithm::sm3},
      {"1.2.156.10197.1.401.1", Algorithm::sm3},
      {"1.2.840.113549.2.5", Algorithm::md5},
      {"1.3.14.3.2.26", Algorithm::sha1},
      {"2.16.840.1.101.3.4.2.1", Algorithm::sha256},
      {"2.16.840.1.101.3.4.2.2", Algorithm::sha384},
      {"2.16.840.1.101.3.4.2.3", Algorithm::sha512},
  }};
  word = text::trim(word);
  if (word.empty()) return Algorithm::md5;
  for (const auto& [identifier, algorithm] : kIdentifiers) {
    if (word == identifier) return algorithm;
  }
  return files::algorithm_named(word);
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

std::string hex_of_base64(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    held = (held << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const unsigned byte = held >> bits & 0xFFU;
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

class Checker {
 public:
  Checker(Package& package, SignatureReport& report) : package_(package), report_(report) {}

  void signature(const xml::Document& signature) {
    const auto info = signature.root().child("SignedInfo");
    if (!info) return package_.flaw(fmt::format("{}: no SignedInfo", signature.source()));
    for (const xml::Node& list : info->children("References")) {
      const auto method = method_of(list.attribute("CheckMethod").value_or(""));
      for (const xml::Node& reference : list.children("Reference")) {
        check(reference, signature.source(), method);
      }
    }
  }

 private:
  void check(const xml::Node& reference, const std::string& from,
             std::optional<files::Algorithm> method) {
    const std::string location = reference.attribute("FileRef").value_or("");
    const files::ZipEntry* entry = package_.find(folder_of(from), location);
    if (entry == nullptr) {
      // A set of lines in a report is no place for a location without end.
      return bad(resolve(folder_of(from), location).value_or(location).substr(0, 300));
    }
    const auto value = reference.child("CheckValue");
    if (!method || !value) {
      ++report_.unchecked;
      return;
    }
    const std::string& digest = digest_of(*entry, *method);
    const std::string told{text::trim(value->text())};
    if (digest.empty()) {
      ++report_.unchecked;
    } else if (hex_of_base64(told) == digest || folded(told) == digest) {
      ++report_.good;
    } else {
      bad(Package::path_of(*entry));
    }
  }

  void bad(std::string path) {
    ++report_.bad;
    if (report_.bad_paths.size() < 100) report_.bad_paths.insert(std::move(path));
  }

  /// "" when it cannot be had.
  const std::string& digest_of(const files::ZipEntry& entry, files::Algorithm method) {
    const auto [place, added] = digests_.try_emplace({&entry, method});
    if (!added || digested_ + entry.size > kDigestedBytes) return place->second;
    digested_ += entry.size;
    files::MultiDigest digest{{method}};
    std::string why;
    if (!package_.pieces(entry, [&](std::string_view bytes) { digest.update(bytes); }, why)) {
      package_.flaw(std::move(why));
      return place->second;
    }
    return place->second = digest.hex().front();
  }

  Package& package_;
  SignatureReport& report_;
  std::map<std::pair<const files::ZipEntry*, files::Algorithm>, std::string> digests_{};
  std::uint64_t digested_ = 0;
};

}  // namespace

void check_signatures(Package& package, const Body& body, SignatureReport& report) {
  if (!body.signatures) return;
  const auto list = package.optional_xml(body.signatures->from, body.signatures->location);
  if (!list) return;
  Checker checker{package, report};
  for (const xml::Node& node : list->root().children("Signature")) {
    if (++report.count > kMostSignatures) continue;
    const std::string location = node.attribute("BaseLoc").value_or("");
    if (const auto signature = package.optional_xml(list->source(), location)) {
      checker.signature(*signature);
    }
  }
}

}  // namespace guidang::extract::ofd
