// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "pipeline/files/atomic_write.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/list_template.h"
#include "pipeline/profile/profile.h"

namespace guidang::lists {

/// What is printed above a list.
struct ListHead {
  std::string fonds_code{};
  std::string fonds_name{};
  std::string date{};  ///< ISO: as of which day, or when it was sealed
  int edition = 0;     ///< of the seal; 0 while it is open
  std::string sealed_by{};
  std::string checked_by{};
};

/// What must be known of a list before its first line is written. Rows come in the list's order.
class ListSummary {
 public:
  struct Table {
    std::uint64_t count = 0;
    std::string first{};  ///< 档号
    std::string last{};
    std::string period{};  ///< the first one's
    bool mixed = false;    ///< periods differ
  };

  void add(const ListRow& row);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] bool provisional() const { return provisional_; }
  [[nodiscard]] const std::map<std::string, Table, std::less<>>& tables() const { return tables_; }

 private:
  std::uint64_t count_ = 0;
  bool provisional_ = false;
  std::map<std::string, Table, std::less<>> tables_{};
};

/// 归档文件目录 or 不归档清单, without the ending.
[[nodiscard]] std::string_view file_stem(ListKind kind);
/// The page that the profile's section `catalogue` names
/// (`<list id="filed|not-filed" template="templates/…"/>`, below the data root), or the program's.
[[nodiscard]] ListTemplate load_page(const Profile& profile, ListKind kind);

/// Writes one list of one year as `<stem>.html` and `<stem>.csv`, a line at a time. The files
/// appear at `finish`, each whole; without it what was there stays. All arguments outlive the
/// writer.
class ListWriter {
 public:
  ListWriter(const std::filesystem::path& folder, ListKind kind, int year, const ListTemplate& page,
             const ListHead& head, const ListSummary& summary);

  /// In the order of `sort_key`.
  void add(const ListRow& row);
  void finish();

 private:
  void begin_table(const std::string& series);
  void end_table();
  void flush(bool all);

  ListKind kind_;
  const ListTemplate& page_;
  const ListSummary& summary_;
  files::AtomicFile html_;
  files::AtomicFile csv_;
  std::string html_bytes_{};
  std::string csv_bytes_{};
  Values values_{};
  std::optional<std::string> series_{};
  std::uint64_t number_ = 0;
};

}  // namespace guidang::lists
