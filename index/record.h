// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::index {

/// Who may find a record. Each class has a database and files of its own: a searcher who may not
/// open a class sees nothing of it, not even in counts or scores.
enum class Access { open, staff };

inline constexpr std::array kAllAccess{Access::open, Access::staff};

/// The name of the class's folder: `open`, `staff`.
[[nodiscard]] constexpr std::string_view to_text(Access access) {
  return access == Access::open ? "open" : "staff";
}

/// What the index is told of one record. All text is UTF-8; bytes that are not do no harm.
struct IndexRecord {
  std::string record{};  ///< the key, unique in the home
  std::string code{};    ///< 档号, or 预编 while `provisional`
  bool provisional = false;
  std::string title{};
  std::string document_number{};
  std::string creator{};
  std::vector<std::string> recipients{};   ///< 主送
  std::vector<std::string> cc{};           ///< 抄送
  std::vector<std::string> signers{};      ///< 签发人
  std::vector<std::string> attachments{};  ///< 附件说明
  std::string doctype{};
  std::string retention{};
  std::string secrecy{};
  std::string direction{};  ///< "received", "issued", "internal", "" when not known
  std::string fonds{};
  std::string volume{};                     ///< 案卷's code, "" outside volumes
  std::string volume_title{};               ///< 案卷题名
  std::vector<std::string> former_codes{};  ///< provisional codes that it had; found like `code`
  std::string path{};                       ///< for display only
  int year = 0;                             ///< 归档年度; 0 when it has none
  std::optional<std::string> date{};        ///< ISO
  Access access = Access::staff;
  std::vector<std::string> pages{};  ///< the text, page by page
};

/// 128 bits over every field: equal records have equal digests, on every machine.
struct RecordDigest {
  std::array<unsigned char, 16> bytes{};
  auto operator<=>(const RecordDigest&) const = default;
};

[[nodiscard]] RecordDigest digest(const IndexRecord& record);

/// The same digest over plain bytes.
[[nodiscard]] RecordDigest digest(std::string_view bytes);

}  // namespace guidang::index
