// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/reader.h"
#include "stages/receive/gate.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

struct Container;
struct Entry;

/// Where a file lies that is not one of the batch folder.
struct Inside {
  std::shared_ptr<const Container> container{};
  std::uint32_t index = 0;  ///< for Reader::member
  std::uint64_t size = 0;   ///< as announced; 0 when the container does not say
  std::string raw_name{};   ///< its bytes in the container; "" when they are those of the path
  std::string encoding{};   ///< of `raw_name`
};

/// A file that was listed because others lie in it.
struct Container {
  std::string path{};    ///< as Entry::path
  std::string digest{};  ///< of the bytes that were listed
  std::uint64_t size = 0;
  unsigned depth = 0;                      ///< 0 in the batch folder
  std::shared_ptr<const Inside> inside{};  ///< null in the batch folder
  bool archive = false;  ///< names in it are paths; in a mail or document they are labels
};

/// What there is to say of an entry before it is opened.
struct Remark {
  std::string_view code{};
  std::string found{};
};

/// What one file of the batch, with all that lies in it, may still unpack to.
struct Budget {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};

/// Formats that hold nothing but other files.
[[nodiscard]] bool is_archive(const Extraction& extraction);

/// Gives the one file in a compressed file, which often has no name there, that of the file itself:
/// 名册.csv in 名册.csv.gz. `base` is the container's name.
void name_packed(Extraction& extraction, std::string_view base);

/// The container that `entry` is.
[[nodiscard]] std::shared_ptr<const Container> container_of(const Entry& entry, bool archive,
                                                            std::string_view digest,
                                                            std::uint64_t size);

/// What lies in the container, in its order, and taken off the budget; folders are no files. Those
/// that cannot be had, or have a name that must not be used, bear a remark. When the container
/// breaks a limit, the answer says which, and nothing in it is to be opened.
[[nodiscard]] std::variant<std::vector<Entry>, Remark> entries_inside(
    const std::shared_ptr<const Container>& container, const std::vector<guidang::Member>& members,
    const UnpackLimits& limits, Budget& budget);

/// What an archive of so many files is told by in the account.
[[nodiscard]] Remark unpacked(std::size_t files);

/// Whether the name that the container gives a file bears a mark above the ceiling, in the bytes
/// of the container too: an archive may lie about their encoding.
[[nodiscard]] bool is_marked(const Gate& gate, const Entry& entry);

/// The most that a member may turn out to be.
[[nodiscard]] std::uint64_t most_bytes(const Inside& inside, const UnpackLimits& limits);

}  // namespace guidang::receive
