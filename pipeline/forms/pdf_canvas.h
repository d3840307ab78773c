// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo-pdf.h>

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/forms/strip.h"

namespace guidang::forms {

/// Pages of a PDF, handed on as they are drawn. Holds cairo's types: for this room's .cpp files.
class PdfCanvas {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// What `sink` throws comes out of the call that wrote.
  explicit PdfCanvas(Sink sink);

  /// `date` ISO, or "" for none: the clock is never asked.
  void describe(const std::string& title, const std::string& subject, const std::string& keywords,
                const std::string& date);
  /// Ends the page before. In millimetres.
  void page(double width, double height);
  /// The part of a strip from `from` to `to`, its upper left corner there.
  void draw(Typesetter& typesetter, const Strip& strip, double from, double to, double x, double y);
  /// Pale and aslant across the page.
  void mark(Typesetter& typesetter, const Shaped& text, double page_width, double page_height);
  void finish();

 private:
  void check();

  Sink sink_;
  std::exception_ptr thrown_{};
  std::unique_ptr<cairo_surface_t, Freer<cairo_surface_destroy>> surface_{};
  std::unique_ptr<cairo_t, Freer<cairo_destroy>> cairo_{};
  bool on_page_ = false;
};

}  // namespace guidang::forms
