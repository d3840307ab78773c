// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/own_bundle.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "pipeline/files/csv.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/display_name.h"
#include "pipeline/files/walk.h"
#include "pipeline/register/sorter.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/reader.h"
#include "stages/package/layout.h"
#include "stages/package/register_reader.h"

namespace guidang::bag {
namespace {

constexpr std::uint64_t kLongestFile = 1ULL << 30;
constexpr std::uint64_t kLongestMetadata = 16ULL << 20;

using Report = std::function<void(OwnFlaw)>;

/// One pass over the parts of a bundle.
class OwnCheck {
 public:
  OwnCheck(const files::Fd& root, const Report& report) : root_(root), report_(report) {}

  void run() {
    walk();
    if (top_.empty()) return flaw("BDL-404", "data/", "", "data/<全宗号>-<年度>/");
    directory();
    ledger();
    registry();
    for (const auto& [code, folder] : folders_) {
      if (!listed_.contains(code)) flaw("BDL-401", folder, code, std::string(kDirectoryFile));
    }
    for (const std::string& code : listed_) {
      const auto folder = folders_.find(code);
      if (folder == folders_.end()) {
        flaw("BDL-402", top_ + "/" + std::string(kDirectoryFile), code,
             std::string(kRecordsFolder));
      }
    }
  }

 private:
  void flaw(std::string_view code, std::string file, std::string found, std::string expected) {
    report_({std::string(code), files::display_name(file), std::move(found), std::move(expected)});
  }

  std::optional<std::string> bytes(const std::string& path, std::uint64_t limit) {
    const auto opened = files::open_beneath(root_.get(), path);
    if (const auto* fd = std::get_if<files::Fd>(&opened)) {
      if (auto read = files::read_all(fd->get(), limit)) return read;
    }
    flaw("BDL-404", path, "", "");
    return std::nullopt;
  }

  /// Folders come one after the other, so one folder's names are all that is kept of files.
  void walk() {
    std::string folder;
    std::set<std::string> names;
    const auto finish = [&] {
      if (!folder.empty()) item(folder, names);
      names.clear();
    };
    files::walk(root_.get(),
                [&](const files::WalkEntry& entry) {
                  if (entry.refusal != files::WalkRefusal::none) return;
                  if (!entry.relative.starts_with("data/")) return;
                  if (top_.empty()) top_ = entry.relative.substr(0, entry.relative.find('/', 5));
                  const std::string records = top_ + "/" + std::string(kRecordsFolder) + "/";
                  if (!entry.relative.starts_with(records)) return;
                  const std::size_t slash = entry.relative.rfind('/');
                  if (entry.relative.substr(0, slash) != folder) {
                    finish();
                    folder = entry.relative.substr(0, slash);
                  }
                  names.insert(entry.relative.substr(slash + 1));
                },
                {.depth = 256, .entries = 20'000'000});
    finish();
  }

  void item(const std::string& folder, std::set<std::string>& names) {
    const std::string safe = folder.substr(folder.rfind('/') + 1);
    const std::string path = folder + "/" + safe + std::string(kMetadataEnding);
    const auto text = bytes(path, kLongestMetadata);
    if (!text) return;
    names.erase(safe + std::string(kMetadataEnding));
    const auto parsed = xml::Document::parse(*text, path);
    if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
      return flaw("BDL-403", path, error->message, "");
    }
    const xml::Node root = std::get<xml::Document>(parsed).root();
    const std::string code = root.attribute("code").value_or("");
    if (safe_name(code) != safe) flaw("BDL-405", path, code, safe);
    if (!folders_.emplace(code, folder).second) flaw("BDL-406", folder, code, "");
    for (const xml::Node& component : root.descendants("component")) {
      const std::string name = component.attribute("file").value_or("");
      const std::string expected = component.attribute("sha256").value_or("");
      digests_->add(expected, kThere, "");
      if (names.erase(name) == 0) {
        flaw("BDL-407", path, files::display_name(name), "");
        continue;
      }
      const auto opened = files::open_beneath(root_.get(), folder + "/" + name);
      const auto* fd = std::get_if<files::Fd>(&opened);
      const std::string found = fd == nullptr ? "" : files::digest_fd(fd->get()).sha256;
      if (found != expected) flaw("BDL-408", folder + "/" + name, found, expected);
    }
    for (const std::string& name : names) {
      flaw("BDL-409", folder + "/" + name, "", safe + std::string(kMetadataEnding));
    }
  }

  void directory() {
    const std::string path = top_ + "/" + std::string(kDirectoryFile);
    const auto text = bytes(path, kLongestFile);
    if (!text) return;
    xml::Limits limits;
    limits.bytes = kLongestFile;
    limits.nodes = 200'000'000;
    xml::Reader reader(*text, path, limits);
    bool in_code = false;
    std::string code;
    while (reader.next()) {
      if (reader.event() == xml::Event::text) {
        if (in_code) code += reader.text();
        continue;
      }
      if (reader.name() != "档号") continue;
      in_code = reader.event() == xml::Event::start;
      if (in_code) {
        code.clear();
      } else if (!listed_.insert(code).second) {
        flaw("BDL-406", path + ":" + std::to_string(reader.line()), code, "");
      }
    }
    if (reader.error()) flaw("BDL-403", path, reader.error()->text(), "");
  }

  void ledger() {
    const std::string path = top_ + "/" + std::string(kLedgerFile);
    const auto text = bytes(path, kLongestFile);
    if (!text) return;
    std::string series;
    unsigned long last = 0;
    std::set<std::string> used;
    std::set<std::string> all_series;
    const auto error = files::read_csv(*text, [&](const files::CsvRow& row) {
      if (row.number == 1) return true;
      const std::string place = path + ":" + std::to_string(row.line);
      if (row.fields.size() < 5 || row.fields[1].empty() || row.fields[1].size() > 9 ||
          row.fields[1].find_first_not_of("0123456789") != std::string::npos) {
        flaw("BDL-403", place, "", "");
        return true;
      }
      const unsigned long number = std::stoul(row.fields[1]);
      // A series that spans years has its other numbers in their bundles.
      const bool of_year = row.fields[0].find(row.fields[4]) != std::string::npos;
      if (of_year && row.fields[0] == series && number != last + 1) {
        flaw("BDL-410", place, row.fields[1], std::to_string(last + 1));
      }
      series = row.fields[0];
      last = number;
      all_series.insert(series);
      if (row.fields[3] == "used" && !used.insert(row.fields[2]).second) {
        flaw("BDL-406", place, row.fields[2], "");
      }
      return true;
    });
    if (error) flaw("BDL-403", path, error->message, "");
    // A volume's code is the series of its items, and no item of the list.
    for (const std::string& volume : all_series) used.erase(volume);
    for (const std::string& code : used) {
      if (!listed_.contains(code)) flaw("BDL-411", path, code, std::string(kDirectoryFile));
    }
    for (const std::string& code : listed_) {
      if (!used.contains(code)) flaw("BDL-412", path, code, std::string(kDirectoryFile));
    }
  }

  /// Each original that the register names must be among those in the items' metadata.
  void registry() {
    const std::string path = top_ + "/" + std::string(kRegisterFile);
    const auto opened = files::open_beneath(root_.get(), path);
    const auto* fd = std::get_if<files::Fd>(&opened);
    if (fd == nullptr) return flaw("BDL-404", path, "", "");
    const auto bad = for_each_register_row(fd->get(), [&](std::size_t line, const auto& row) {
      for (const std::string& digest : originals_of(row)) {
        digests_->add(digest, kWanted, std::to_string(line));
      }
      return true;
    });
    if (bad) flaw("BDL-403", path + ":" + std::to_string(bad->line), bad->found, bad->expected);
    std::string before;
    digests_->for_each([&](const SortedRow& row) {
      if (row.record == kWanted && row.key != before) {
        flaw("BDL-413", path + ":" + row.payload, "", row.key);
      }
      before = row.key;
    });
  }

  /// In this order for one digest.
  static constexpr std::string_view kThere = "1";
  static constexpr std::string_view kWanted = "2";

  const files::Fd& root_;
  const Report& report_;
  std::string top_{};
  std::unique_ptr<Sorter> digests_ = make_sorter();
  std::map<std::string, std::string> folders_{};  ///< by 档号
  std::set<std::string> listed_{};
};

}  // namespace

void check_own_bundle(const files::Fd& root, const Report& report) { OwnCheck(root, report).run(); }

}  // namespace guidang::bag
