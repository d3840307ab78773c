// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/intake.h"
#include "stages/receive/group.h"
#include "stages/receive/join.h"
#include "stages/receive/opener.h"
#include "stages/receive/sidecar.h"

namespace guidang::receive {

/// All that receiving a batch goes by. Read-only but for reader, store and opener, which
/// are thread-safe.
struct Context {
  const Settings& settings;
  const Gate& gate;
  const SidecarReader& sidecars;
  Reader& reader;
  ContentStore& store;
  Opener& opener;
  const std::vector<IgnoreRule>& more_ignored;  ///< of batch.xml
  bool declared = false;                        ///< 本批无涉密
  std::string batch_name{};                     ///< as shown, "" when it bears a mark
  Purpose purpose = Purpose::filing;
};

/// The same, with what the names of the batch have told.
struct Documents {
  const Context& context;
  const std::vector<Entry>& entries;
  const Join& join;
};

/// One document made of files; what it needs from the registers is added when it is delivered.
struct Prepared {
  ReceivedDocument document{};
  bool exists = false;       ///< something of it is stored, or it is a stub
  std::uint64_t inside = 0;  ///< files found in its files, and so not seen before
  std::vector<FileRow> files{};
  std::vector<std::pair<std::string, Finding>> reports{};  ///< key of a file, and what of it
  std::vector<std::uint32_t> by_head{};  ///< free rows with the number in its head
};

/// Probes all files of the group, then stores them, or makes a stub of the whole.
[[nodiscard]] Prepared make_document(const Documents& batch, const Group& group,
                                     const Joined& joined);

/// Rows of the files account. `identity` is the digest of the content, or what stands for it.
[[nodiscard]] FileRow file_row(const Context& context, const Entry& entry, FileState state,
                               std::string_view code, std::string_view identity);
[[nodiscard]] FileRow secret_row(const Context& context, const Entry& entry,
                                 std::string_view identity);
/// What an odd name, or the bytes of a name in a container, give cause to say of a row.
[[nodiscard]] std::vector<Finding> name_findings(const FileRow& row, const Entry& entry);
/// The stub of content with this digest, or of a register's row with this text.
[[nodiscard]] ReceivedDocument make_stub(const Settings& settings, std::string_view content);

}  // namespace guidang::receive
