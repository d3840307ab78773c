// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What the bytes of a PDF say without following its structure: what a library that repairs
/// silently does not tell.
namespace guidang::extract::pdf {

struct Scan {
  /// How the file is cut off, in one English line; "" when its end is there.
  std::string cut_off{};
  bool end_mark = false;  ///< there is an %%EOF
  /// The table of objects is where the file says; otherwise poppler makes it anew and says nothing.
  bool table = false;
  std::uint64_t lead = 0;    ///< bytes before %PDF-
  std::uint64_t opened = 0;  ///< "N G obj"
  std::uint64_t closed = 0;  ///< "endobj"
  /// Objects that are pages, when the file has one version only; 0 otherwise.
  std::uint64_t page_objects = 0;
  std::uint64_t images = 0;  ///< pictures, masks and older versions included
  std::uint64_t signatures = 0;
  std::uint64_t scripts = 0;  ///< JavaScript and actions that start programs
};

/// Looks into packed object streams too, as far as they are neither encrypted nor beyond 64 MB.
[[nodiscard]] Scan scan(std::string_view bytes);

}  // namespace guidang::extract::pdf
