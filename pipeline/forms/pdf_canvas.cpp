// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/pdf_canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/failure.h"

namespace guidang::forms {
namespace {

constexpr double kRounding = 0.001;

double points(double mm) { return mm * kPointsPerMm; }

}  // namespace

PdfCanvas::PdfCanvas(Sink sink) : sink_(std::move(sink)) {
  const auto write = [](void* self, const unsigned char* bytes, unsigned int size) {
    auto& canvas = *static_cast<PdfCanvas*>(self);
    // Nothing may be thrown through a library in C.
    if (canvas.thrown_) return CAIRO_STATUS_WRITE_ERROR;
    try {
      canvas.sink_({reinterpret_cast<const char*>(bytes), size});
    } catch (...) {
      canvas.thrown_ = std::current_exception();
      return CAIRO_STATUS_WRITE_ERROR;
    }
    return CAIRO_STATUS_SUCCESS;
  };
  surface_.reset(cairo_pdf_surface_create_for_stream(write, this, 1, 1));
  cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
  cairo_.reset(cairo_create(surface_.get()));
  check();
}

void PdfCanvas::describe(const std::string& title, const std::string& subject,
                         const std::string& keywords, const std::string& date) {
  const auto set = [this](cairo_pdf_metadata_t what, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface_.get(), what, value.empty() ? nullptr : value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, title);
  set(CAIRO_PDF_METADATA_SUBJECT, subject);
  set(CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set(CAIRO_PDF_METADATA_CREATOR, "guidang");
  set(CAIRO_PDF_METADATA_CREATE_DATE, date.empty() ? date : date + "T00:00:00Z");
}

void PdfCanvas::page(double width, double height) {
  if (on_page_) cairo_show_page(cairo_.get());
  cairo_pdf_surface_set_size(surface_.get(), points(width), points(height));
  on_page_ = true;
  check();
}

void PdfCanvas::draw(Typesetter& typesetter, const Strip& strip, double from, double to, double x,
                     double y) {
  cairo_t* const cairo = cairo_.get();
  for (const Strip::Box& box : strip.boxes) {
    const double top = std::max(box.y, from);
    const double bottom = std::min(box.y + box.height, to);
    if (box.border <= 0 || bottom <= top + kRounding) continue;
    cairo_set_line_width(cairo, points(box.border));
    cairo_rectangle(cairo, points(x + box.x), points(y + top - from), points(box.width),
                    points(bottom - top));
    cairo_stroke(cairo);
  }
  for (const Strip::Box& rule : strip.rules) {
    if (rule.y < from || rule.y > to + kRounding) continue;
    cairo_set_line_width(cairo, points(rule.border));
    cairo_move_to(cairo, points(x + rule.x), points(y + rule.y - from));
    cairo_rel_line_to(cairo, points(rule.width), 0);
    cairo_stroke(cairo);
  }
  for (const Strip::Writing& writing : strip.writings) {
    const double pitch = writing.text.pitch;
    for (std::size_t i = 0; i < writing.text.lines(); ++i) {
      const double top = writing.y + static_cast<double>(i) * pitch;
      // A line belongs to the slice that holds its middle.
      if (top + pitch / 2 < from) continue;
      if (top + pitch / 2 >= to) break;
      typesetter.draw(cairo, writing.text, i, points(x + writing.x), points(y + top - from));
    }
  }
  check();
}

void PdfCanvas::mark(Typesetter& typesetter, const Shaped& text, double page_width,
                     double page_height) {
  cairo_t* const cairo = cairo_.get();
  cairo_save(cairo);
  cairo_set_source_rgb(cairo, 0.96, 0.88, 0.88);
  cairo_translate(cairo, points(page_width / 2), points(page_height / 2));
  cairo_rotate(cairo, -25 * std::numbers::pi / 180);
  for (std::size_t i = 0; i < text.lines(); ++i) {
    typesetter.draw(cairo, text, i, points(-text.width / 2),
                    points(static_cast<double>(i) * text.pitch - text.height() / 2));
  }
  cairo_restore(cairo);
}

void PdfCanvas::finish() {
  if (on_page_) cairo_show_page(cairo_.get());
  cairo_surface_finish(surface_.get());
  check();
}

void PdfCanvas::check() {
  if (thrown_) std::rethrow_exception(thrown_);
  const cairo_status_t status = cairo_surface_status(surface_.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    throw Failure(std::string("不能写 PDF / the PDF cannot be written: ") +
                  cairo_status_to_string(status));
  }
}

}  // namespace guidang::forms
