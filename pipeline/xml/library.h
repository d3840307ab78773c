// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/document.h"
#include "pipeline/xml/error.h"

// For the .cpp files of this room only.

namespace guidang::xml {

/// Makes libxml2 ready once for the process: refuses every external entity, reads GB2312 and GBK as
/// GB18030. May be called from any thread, any number of times.
void prepare_library();

/// While it lives, what libxml2 complains of in this thread is kept here and nothing is printed.
/// Nests.
class ErrorCapture {
 public:
  explicit ErrorCapture(std::string source);
  ~ErrorCapture();
  ErrorCapture(const ErrorCapture&) = delete;
  ErrorCapture& operator=(const ErrorCapture&) = delete;

  [[nodiscard]] std::vector<XmlError>& errors() noexcept { return errors_; }
  /// The first, or one that says only that it is not well-formed.
  [[nodiscard]] XmlError first() const;

 private:
  static void note(void* self, xmlErrorPtr error);

  std::string source_;
  std::vector<XmlError> errors_{};
  xmlStructuredErrorFunc old_function_;
  void* old_context_;
};

/// A message on one line: lower case at the beginning, no full stop, bounded.
std::string tidy_message(std::string_view raw);

inline const xmlChar* to_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
inline std::string_view from_xml(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

struct FreeDoc {
  void operator()(xmlDoc* doc) const noexcept { xmlFreeDoc(doc); }
};
using DocPtr = std::unique_ptr<xmlDoc, FreeDoc>;

struct Document::Impl {
  std::string source{};
  DocPtr doc{};
};

/// How HTML becomes a Document, and a Schema or a Stylesheet looks into one.
struct DocumentAccess {
  static Document make(std::string source, DocPtr doc);
  /// As Document::parse, with names and short texts kept in `names`, which the tree holds on to;
  /// null: in a dictionary of its own. Trees that libxslt joins must share one.
  static ParseResult parse(std::string_view bytes, std::string source, const Limits& limits,
                           xmlDict* names);
  static xmlDoc* doc(const Document& document);
  /// The tree itself; the Document is empty afterwards.
  static DocPtr take(Document document);
};

}  // namespace guidang::xml
