// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/library.h"

#include <libxml/encoding.h>
#include <libxml/parser.h>

#include <utility>

namespace guidang::xml {
namespace {

xmlParserInputPtr refuse_entity(const char* /*url*/, const char* /*id*/,
                                xmlParserCtxtPtr /*ctxt*/) {
  return nullptr;
}

// A hostile file can cause an error a byte; the first ones tell enough.
constexpr std::size_t kMaxErrors = 200;
constexpr std::size_t kMaxMessage = 400;

}  // namespace

void prepare_library() {
  static const bool ready = [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity);
    // Writers declare GB2312 and use characters outside it, at which the decoder would stop.
    for (const char* part : {"GB2312", "GBK", "CP936"}) xmlAddEncodingAlias("GB18030", part);
    return true;
  }();
  static_cast<void>(ready);
}

// Both variables belong to the thread (xmlGetGlobalState), so captures of several threads do not
// meet.
ErrorCapture::ErrorCapture(std::string source)
    : source_(std::move(source)),
      old_function_(xmlStructuredError),
      old_context_(xmlStructuredErrorContext) {
  xmlSetStructuredErrorFunc(this, note);
}

ErrorCapture::~ErrorCapture() { xmlSetStructuredErrorFunc(old_context_, old_function_); }

XmlError ErrorCapture::first() const {
  if (!errors_.empty()) return errors_.front();
  return {.source = source_, .message = "不是合格的 XML not well-formed"};
}

void ErrorCapture::note(void* self, xmlErrorPtr error) {
  auto& capture = *static_cast<ErrorCapture*>(self);
  if (error == nullptr || capture.errors_.size() >= kMaxErrors) return;
  long line = error->line;
  // The error's own field ends at 65535; the node may know better.
  if (error->node != nullptr && (line <= 0 || line >= 65535)) {
    line = xmlGetLineNo(static_cast<const xmlNode*>(error->node));
  }
  capture.errors_.push_back(
      {.source = capture.source_,
       .line = line > 0 ? static_cast<std::size_t>(line) : 0,
       .message = tidy_message(error->message == nullptr ? "" : error->message)});
}

std::string tidy_message(std::string_view raw) {
  std::string out{raw.substr(0, kMaxMessage)};
  // A cut must not leave half a character.
  while (out.size() < raw.size() && !out.empty() &&
         (static_cast<unsigned char>(raw[out.size()]) & 0xC0U) == 0x80U) {
    out.pop_back();
  }
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  while (out.ends_with(' ') || out.ends_with('.')) out.pop_back();
  const bool is_word = out.size() > 1 && out[1] >= 'a' && out[1] <= 'z';
  if (is_word && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

Document DocumentAccess::make(std::string source, DocPtr doc) {
  auto impl = std::make_unique<Document::Impl>();
  impl->source = std::move(source);
  impl->doc = std::move(doc);
  return Document{std::move(impl)};
}

xmlDoc* DocumentAccess::doc(const Document& document) { return document.impl_->doc.get(); }

DocPtr DocumentAccess::take(Document document) { return std::move(document.impl_->doc); }

std::string XmlError::text() const {
  return source + ":" + (line == 0 ? "" : std::to_string(line) + ":") + " " + message;
}

}  // namespace guidang::xml
