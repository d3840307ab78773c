// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/forms/sheet.h"

namespace guidang::forms {

/// One file of a book. Calls come in order: begin, line…, end, for each sheet; then finish; then
/// commit, once all files of the book are finished.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;
  virtual void begin(const Sheet& sheet) = 0;
  virtual void line(const Sheet& sheet) = 0;
  virtual void end(Sheet& sheet) = 0;
  virtual void finish() = 0;
  virtual void commit() = 0;
};

}  // namespace guidang::forms
