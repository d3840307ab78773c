// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/home/home.h"
#include "pipeline/lists/all_papers.h"
#include "pipeline/lists/item_values.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/views.h"
#include "stages/package/bag_writer.h"
#include "stages/package/four_checks.h"
#include "stages/package/item_metadata.h"
#include "stages/package/sealed_year.h"

namespace guidang::bag {

/// Fills one folder with the bundle of one sealed year. One item is in memory at a time.
class YearBundle {
 public:
  struct Target {
    std::filesystem::path folder{};
    std::string name{};
    std::function<std::string(std::string_view code)> code_title{};  ///< for 备考表
  };
  YearBundle(Home& home, const Profile& profile, SealedYear& sealed, Target target);

  /// Once. Throws Failure when an original is missing or damaged.
  void write();

  [[nodiscard]] std::uint64_t items() const { return items_; }

 private:
  void write_items();
  void write_item(const LedgerRow& number, BagFile& directory);
  PackedComponent pack(const std::string& folder, const LedgerRow& number, std::size_t position,
                       Role role, const Known& document, const Component& component);
  void examine(const Known& item, const LedgerRow& number, const lists::ListRow& row);
  [[nodiscard]] View view_of(Known item, const LedgerRow& number);
  void directory_row(BagFile& directory, const lists::ListRow& row);
  void collect_not_filed();
  void write_papers();
  void write_ledger();
  void write_former_codes();
  void write_register();
  void write_history();
  void write_rules();
  void write_read_me();
  void write_four_checks();
  void finish();
  [[nodiscard]] std::string other(std::string_view file) const;

  Home& home_;
  const Profile& profile_;
  SealedYear& sealed_;
  std::string name_;  ///< of the bundle
  std::string top_;   ///< "data/X043-2023"
  BagWriter bag_;
  RecordReader records_;
  lists::Office office_;
  std::vector<const lists::Paper*> papers_;
  lists::Press press_;
  std::map<std::string, lists::Tally> filed_{};  ///< by series, of items or of volumes
  FourChecks checks_{};
  std::uint64_t items_ = 0;
  std::uint64_t components_ = 0;
  std::uint64_t component_bytes_ = 0;
};

}  // namespace guidang::bag
