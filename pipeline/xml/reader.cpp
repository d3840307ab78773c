// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/reader.h"

#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <new>
#include <utility>

#include "pipeline/xml/bounded_sax.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
};

// Used as the tree is built while reading, so it must be known before that there is no declaration:
// it could add attributes and entities to the very first element.
std::optional<XmlError> refuse_doctype(std::string_view bytes) {
  struct Seen {
    bool doctype = false;
    bool element = false;
  } seen;
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.internalSubset = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto* context = static_cast<xmlParserCtxt*>(user);
    static_cast<Seen*>(context->_private)->doctype = true;
    xmlStopParser(context);
  };
  sax.startElementNs = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*, int,
                          const xmlChar**, int, int, const xmlChar**) {
    auto* context = static_cast<xmlParserCtxt*>(user);
    static_cast<Seen*>(context->_private)->element = true;
    xmlStopParser(context);
  };
  constexpr std::size_t kStep = 4'096;
  // With no user data the callbacks are given the context.
  xmlParserCtxt* context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
  if (context == nullptr) throw std::bad_alloc{};
  const auto free = [](xmlParserCtxt* c) { xmlFreeParserCtxt(c); };
  const std::unique_ptr<xmlParserCtxt, decltype(free)> owned{context, free};
  context->_private = &seen;
  xmlCtxtUseOptions(context, XML_PARSE_NONET);
  for (std::size_t at = 0; at < bytes.size() && !seen.doctype && !seen.element; at += kStep) {
    const std::string_view part = bytes.substr(at, kStep);
    const bool last = at + part.size() == bytes.size();
    if (xmlParseChunk(context, part.data(), static_cast<int>(part.size()), last ? 1 : 0) != 0)
      break;
  }
  if (!seen.doctype) return std::nullopt;
  return XmlError{.line = 1,
                  .message = "不接受文档类型声明 document type declaration is not accepted"};
}

}  // namespace

struct Reader::Impl {
  std::string source{};
  Limits limits{};
  std::unique_ptr<xmlTextReader, FreeReader> reader{};
  std::optional<XmlError> error{};
  Event event = Event::start;
  std::size_t nodes = 0;
  bool end_is_due = false;  ///< of an empty element, for which the library gives no end

  bool fail(std::string message) {
    error = XmlError{.source = source, .line = line(), .message = std::move(message)};
    return false;
  }
  [[nodiscard]] std::size_t line() const {
    const int found = reader ? xmlTextReaderGetParserLineNumber(reader.get()) : 0;
    return found > 0 ? static_cast<std::size_t>(found) : 0;
  }
  bool step(ErrorCapture& capture);
  bool start();
};

Reader::Reader(std::string_view bytes, std::string source, const Limits& limits)
    : impl_(std::make_unique<Impl>()) {
  prepare_library();
  impl_->source = std::move(source);
  impl_->limits = limits;
  impl_->error = check_size(bytes.size(), impl_->source, limits);
  if (impl_->error) return;
  const ErrorCapture capture{impl_->source};
  impl_->error = refuse_doctype(bytes);
  if (impl_->error) {
    impl_->error->source = impl_->source;
    return;
  }
  impl_->reader.reset(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                         nullptr, XML_PARSE_NONET | XML_PARSE_BIG_LINES));
  if (!impl_->reader) throw std::bad_alloc{};
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

bool Reader::next() {
  if (impl_->error || !impl_->reader) return false;
  if (std::exchange(impl_->end_is_due, false)) {
    impl_->event = Event::end;
    return true;
  }
  ErrorCapture capture{impl_->source};
  return impl_->step(capture);
}

bool Reader::Impl::step(ErrorCapture& capture) {
  while (true) {
    const int result = xmlTextReaderRead(reader.get());
    if (result < 0) {
      error = capture.first();
      return false;
    }
    if (result == 0) {
      reader.reset();
      return false;
    }
    if (++nodes > limits.nodes) {
      return fail("节点过多 too many nodes (> " + std::to_string(limits.nodes) + ")");
    }
    switch (xmlTextReaderNodeType(reader.get())) {
      case XML_READER_TYPE_ELEMENT:
        return start();
      case XML_READER_TYPE_END_ELEMENT:
        event = Event::end;
        return true;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        event = Event::text;
        return true;
      default:
        break;
    }
  }
}

bool Reader::Impl::start() {
  if (static_cast<std::size_t>(std::max(xmlTextReaderDepth(reader.get()), 0)) >= limits.depth) {
    return fail("层次过深 nested too deep (> " + std::to_string(limits.depth) + ")");
  }
  nodes += static_cast<std::size_t>(std::max(xmlTextReaderAttributeCount(reader.get()), 0));
  event = Event::start;
  end_is_due = xmlTextReaderIsEmptyElement(reader.get()) == 1;
  return true;
}

const std::optional<XmlError>& Reader::error() const noexcept { return impl_->error; }
Event Reader::event() const noexcept { return impl_->event; }

std::string_view Reader::name() const {
  if (!impl_->reader || impl_->event == Event::text) return {};
  return from_xml(xmlTextReaderConstLocalName(impl_->reader.get()));
}

std::string_view Reader::namespace_uri() const {
  if (!impl_->reader || impl_->event == Event::text) return {};
  return from_xml(xmlTextReaderConstNamespaceUri(impl_->reader.get()));
}

std::string_view Reader::text() const {
  if (!impl_->reader || impl_->event != Event::text) return {};
  return from_xml(xmlTextReaderConstValue(impl_->reader.get()));
}

std::optional<std::string> Reader::attribute(std::string_view name) const {
  return attribute(name, {});
}

std::optional<std::string> Reader::attribute(std::string_view name,
                                             std::string_view namespace_end) const {
  if (!impl_->reader || impl_->event != Event::start) return std::nullopt;
  xmlTextReader* reader = impl_->reader.get();
  std::optional<std::string> found;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1 && !found;
       more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (xmlTextReaderIsNamespaceDecl(reader) == 1) continue;
    if (from_xml(xmlTextReaderConstLocalName(reader)) != name) continue;
    if (!from_xml(xmlTextReaderConstNamespaceUri(reader)).ends_with(namespace_end)) continue;
    found = from_xml(xmlTextReaderConstValue(reader));
  }
  xmlTextReaderMoveToElement(reader);
  return found;
}

std::size_t Reader::depth() const {
  if (!impl_->reader) return 0;
  return static_cast<std::size_t>(std::max(xmlTextReaderDepth(impl_->reader.get()), 0));
}

std::size_t Reader::line() const { return impl_->line(); }

}  // namespace guidang::xml
