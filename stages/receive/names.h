// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guidang::receive {

/// Whether `name` is as `pattern` says: `*` for any bytes, `?` for one character. ASCII letters
/// match in either case, as they do where most batches are made.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view name);

/// Raw bytes of a name as UTF-8 in NFC: as they are, or decoded (names from old Windows are GBK).
/// For comparing; what is shown goes through `files::display_name`.
[[nodiscard]] std::string name_text(std::string_view raw);

/// The part behind the last `/`.
[[nodiscard]] std::string_view base_of(std::string_view path);
/// The part before the last `/`; "" at the top.
[[nodiscard]] std::string_view folder_of(std::string_view path);

/// A name without its extension, and the extension without its dot.
struct NameParts {
  std::string_view stem{};
  std::string_view extension{};
};

/// An extension is 1 to 5 ASCII letters and digits, at least one a letter: 「2023.12」 has none.
[[nodiscard]] NameParts split_name(std::string_view name);

/// A path as a register writes it, made relative to the batch: `\` and `./` gone, `..` resolved.
/// "" when it leaves the batch or is absolute.
[[nodiscard]] std::string resolve_path(std::string_view folder, std::string_view written);

/// The items of a cell or property that lists several: parted by `; , |`, their Chinese forms, 、
/// or line ends. Not trimmed.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view value);

}  // namespace guidang::receive
