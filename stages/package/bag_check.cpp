// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/bag_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/files/display_name.h"
#include "pipeline/files/walk.h"
#include "pipeline/register/sorter.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/package/bag_names.h"
#include "stages/package/bag_rows.h"
#include "stages/package/own_bundle.h"

namespace guidang::bag {
namespace {

constexpr std::size_t kKeptProblems = 10'000;

constexpr std::array<std::string_view, 6> kVersions{"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"};

/// Names that differ only in how characters are composed meet under one key.
std::string key_of(const std::string& path) { return text::is_utf8(path) ? text::nfc(path) : path; }

std::string joined(std::string_view a, std::string_view b, std::string_view c) {
  return std::string(a).append(1, kCut).append(b).append(1, kCut).append(c);
}

}  // namespace

BagCheck::BagCheck(const files::Fd& root, VerifyReport& report)
    : root_(root), report_(report), rows_(make_sorter()) {}

void BagCheck::problem(BagSeverity severity, std::string_view code, std::string file,
                       std::string found, std::string expected) {
  if (severity == BagSeverity::error) {
    report_.verdict = BagVerdict::not_valid;
  } else if (severity == BagSeverity::unknown && report_.verdict == BagVerdict::valid) {
    report_.verdict = BagVerdict::could_not_check;
  }
  if (report_.problems.size() >= kKeptProblems) {
    ++report_.further;
    return;
  }
  report_.problems.push_back(
      {severity, std::string(code), std::move(file), std::move(found), std::move(expected)});
}

std::optional<files::Fd> BagCheck::open(const std::string& path) {
  auto opened = files::open_beneath(root_.get(), path);
  if (auto* fd = std::get_if<files::Fd>(&opened)) return std::move(*fd);
  problem(BagSeverity::unknown, "BAG-204", files::display_name(path),
          std::string(files::describe(std::get<files::OpenRefusal>(opened))));
  return std::nullopt;
}

void BagCheck::run() {
  report_.verdict = BagVerdict::valid;
  if (!declaration()) return;
  walk();
  manifests();
  check_groups();
  if (oxum_) check_oxum(*oxum_);
  if (report_.own) {
    check_own_bundle(root_, [this](OwnFlaw flaw) {
      problem(BagSeverity::error, flaw.code, std::move(flaw.file), std::move(flaw.found),
              std::move(flaw.expected));
    });
  }
}

bool BagCheck::declaration() {
  const auto opened = files::open_beneath(root_.get(), "bagit.txt");
  const auto* fd = std::get_if<files::Fd>(&opened);
  const auto bytes = fd == nullptr ? std::nullopt : files::read_all(fd->get(), kLongestLine);
  if (!bytes) {
    problem(
        BagSeverity::error, "BAG-101", "bagit.txt",
        fd == nullptr ? std::string(files::describe(std::get<files::OpenRefusal>(opened))) : "");
    return false;
  }
  if (const auto flaw = read_declaration(*bytes, declaration_)) {
    problem(BagSeverity::error, "BAG-101", at_line("bagit.txt", flaw->line), flaw->found,
            flaw->expected);
    return false;
  }
  report_.version = declaration_.version();
  if (std::find(kVersions.begin(), kVersions.end(), report_.version) == kVersions.end()) {
    problem(BagSeverity::unknown, "BAG-202", "bagit.txt:1", report_.version, "0.93 … 0.97, 1.0");
    return false;
  }
  if (!knows_encoding(declaration_.encoding)) {
    problem(BagSeverity::unknown, "BAG-203", "bagit.txt:2",
            files::display_name(declaration_.encoding), "UTF-8");
    return false;
  }
  return true;
}

void BagCheck::walk() {
  const auto data = files::open_beneath(root_.get(), "data");
  const auto* refused = std::get_if<files::OpenRefusal>(&data);
  const bool there = refused != nullptr && *refused == files::OpenRefusal::directory;
  if (!there) problem(BagSeverity::error, "BAG-102", "data/");
  constexpr files::WalkLimits kLimits{.depth = 256, .entries = 20'000'000};
  files::walk(
      root_.get(),
      [&](const files::WalkEntry& entry) {
        const bool payload = entry.relative.starts_with(kPayload);
        if (entry.refusal == files::WalkRefusal::none) {
          rows_->add(key_of(entry.relative), kOnDisk, entry.relative);
          if (payload) {
            ++report_.files;
            report_.bytes += entry.size;
          } else if (entry.relative.find('/') == std::string::npos) {
            top_.push_back(entry.relative);
          }
          return;
        }
        const bool forbidden = entry.refusal == files::WalkRefusal::link ||
                               entry.refusal == files::WalkRefusal::not_a_file;
        problem(forbidden ? BagSeverity::error : BagSeverity::unknown,
                forbidden ? "BAG-109" : "BAG-204", entry.display(),
                std::string(files::describe(entry.refusal)));
      },
      kLimits);
}

void BagCheck::manifests() {
  bool fetch = false;
  for (const std::string& name : top_) {
    if (name == "bag-info.txt" || name == "package-info.txt") read_info(name);
    fetch = fetch || name == "fetch.txt";
    if (!name.ends_with(".txt")) continue;
    for (const auto& [prefix, of_tags] :
         {std::pair{std::string_view("manifest-"), false}, {"tagmanifest-", true}}) {
      if (!name.starts_with(prefix)) continue;
      Manifest manifest{.name = name,
                        .algorithm = name.substr(prefix.size(), name.size() - prefix.size() - 4),
                        .of_tags = of_tags};
      manifest.known = files::algorithm_named(manifest.algorithm);
      payload_manifests_ += of_tags ? 0U : 1U;
      if (!manifest.known) {
        problem(BagSeverity::unknown, "BAG-201", files::display_name(name),
                files::display_name(manifest.algorithm),
                "md5 sha1 sha224 sha256 sha384 sha512 sm3");
      } else if (!of_tags) {
        report_.algorithms.emplace_back(
            files::kAlgorithmNames[static_cast<std::size_t>(*manifest.known)]);
      }
      manifests_.push_back(std::move(manifest));
    }
  }
  if (payload_manifests_ == 0) problem(BagSeverity::error, "BAG-103", "manifest-sha512.txt");
  for (std::size_t i = 0; i < manifests_.size(); ++i) read_manifest(i);
  if (fetch) read_fetch();
}

void BagCheck::read_manifest(std::size_t index) {
  const Manifest& manifest = manifests_[index];
  const auto fd = open(manifest.name);
  if (!fd) return;
  const std::string shown = files::display_name(manifest.name);
  const std::size_t digits = manifest.known ? files::hex_length(*manifest.known) : 0;
  const auto flaw = for_each_line(
      fd->get(), declaration_.encoding, [&](std::size_t number, std::string_view line) {
        if (text::trim(line).empty()) return;
        const std::string place = at_line(shown, number);
        const auto read = read_manifest_line(line, digits);
        if (!read) {
          problem(BagSeverity::error, "BAG-104", place, files::display_name(line.substr(0, 200)),
                  fmt::format("{} hex digits, blank, path", digits));
          return;
        }
        const auto name = read_name(read->name);
        if (!name) {
          problem(BagSeverity::error, "BAG-108", place, files::display_name(read->name));
          return;
        }
        if (name->unusual || read->starred) {
          problem(BagSeverity::warning, "BAG-302", place,
                  files::display_name(
                      line.substr(line.size() - read->name.size() - (read->starred ? 1U : 0U))));
        }
        const bool payload = name->path.starts_with(kPayload);
        if (payload == manifest.of_tags) {
          problem(declaration_.at_least_one() ? BagSeverity::error : BagSeverity::warning,
                  "BAG-114", place, files::display_name(name->path),
                  manifest.of_tags ? "tag files" : "data/…");
        }
        rows_->add(key_of(name->path), fmt::format("{}{:06}{:012}", kListed, index, number),
                   joined(read->digest, name->path, name->plain));
      });
  if (flaw) {
    problem(BagSeverity::unknown, "BAG-204", at_line(shown, flaw->line), flaw->found,
            flaw->expected);
  }
}

void BagCheck::read_info(const std::string& name) {
  const auto fd = open(name);
  if (!fd) return;
  InfoReader reader;
  const auto flaw =
      for_each_line(fd->get(), declaration_.encoding,
                    [&](std::size_t number, std::string_view line) { reader.line(number, line); });
  if (flaw) {
    problem(BagSeverity::unknown, "BAG-204", at_line(name, flaw->line), flaw->found,
            flaw->expected);
    return;
  }
  for (const std::size_t stray : reader.info().strays) {
    problem(BagSeverity::warning, "BAG-305", at_line(name, stray));
  }
  for (const InfoField& field : reader.info().fields) {
    if (same_label(field.label, "BagIt-Profile-Identifier") && field.value == kProfileIdentifier) {
      report_.own = true;
    }
    if (!same_label(field.label, "Payload-Oxum")) continue;
    if (oxum_) problem(BagSeverity::error, "BAG-111", at_line(name, field.line), field.label);
    oxum_ = field;
  }
}

void BagCheck::check_oxum(const InfoField& field) {
  const std::string found = fmt::format("{}.{}", report_.bytes, report_.files);
  if (field.value == found) return;
  problem(BagSeverity::error, "BAG-110", at_line("bag-info.txt", field.line), found,
          files::display_name(field.value));
}

void BagCheck::read_fetch() {
  const auto fd = open("fetch.txt");
  if (!fd) return;
  const auto flaw = for_each_line(
      fd->get(), declaration_.encoding, [&](std::size_t number, std::string_view line) {
        if (text::trim(line).empty()) return;
        const std::string place = at_line("fetch.txt", number);
        const auto read = read_fetch_line(line);
        const auto name = read ? read_name(read->name) : std::nullopt;
        if (!read) {
          problem(BagSeverity::error, "BAG-104", place, files::display_name(line.substr(0, 200)),
                  "URL, length or -, path");
        } else if (!name || !name->path.starts_with(kPayload)) {
          problem(BagSeverity::error, "BAG-108", place, files::display_name(read->name), "data/…");
        } else {
          rows_->add(key_of(name->path), fmt::format("{}{:012}", kFetched, number),
                     joined(place, name->path, name->plain));
        }
      });
  if (flaw) problem(BagSeverity::unknown, "BAG-204", "fetch.txt", flaw->found, flaw->expected);
}

}  // namespace guidang::bag
