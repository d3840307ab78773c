// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guidang::xml {

/// What one transformation may spend.
struct TransformLimits {
  int depth = 400;                         ///< templates within templates
  unsigned long operations = 20'000'000;   ///< steps of XPath and instructions
  std::size_t output_bytes = 64UL << 20U;  ///< of the page
};

/// An XSLT 1.0 stylesheet that makes HTML pages. What it includes, imports and reads by document()
/// lies in its own folder, under a plain name ending in .xsl or .xml; it reaches no other file, no
/// network, and writes nothing. Compiled once; any number of threads may use it at the same time.
class Stylesheet {
 public:
  /// Throws Failure with file and line when it cannot be used.
  static Stylesheet load(const std::filesystem::path& path);

  ~Stylesheet();
  Stylesheet(Stylesheet&&) noexcept;
  Stylesheet& operator=(Stylesheet&&) noexcept;

  /// A whole page, beginning with `<!DOCTYPE html>`, in UTF-8, out of an XML document. Throws
  /// Failure with the stylesheet's file and line when it goes wrong or goes beyond the limits.
  [[nodiscard]] std::string to_html(std::string_view model,
                                    const TransformLimits& limits = {}) const;

 private:
  struct Impl;
  explicit Stylesheet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::xml
