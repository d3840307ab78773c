// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/stylesheet.h"

#include <libxml/HTMLtree.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <optional>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/files/fd.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {
namespace {

struct FreeStylesheet {
  void operator()(xsltStylesheet* s) const noexcept { xsltFreeStylesheet(s); }
};
struct FreeContext {
  void operator()(xsltTransformContext* c) const noexcept { xsltFreeTransformContext(c); }
};
struct FreeSecurity {
  void operator()(xsltSecurityPrefs* p) const noexcept { xsltFreeSecurityPrefs(p); }
};
using StylesheetPtr = std::unique_ptr<xsltStylesheet, FreeStylesheet>;
using SecurityPtr = std::unique_ptr<xsltSecurityPrefs, FreeSecurity>;

/// Files of an office's own; far above what a page needs.
constexpr Limits kFileLimits{.bytes = 4U << 20U, .depth = 100, .nodes = 200'000};
constexpr std::size_t kMessageBytes = 2000;

/// What libxslt says while this thread compiles or transforms. Its channel is one for the process,
/// so the function put there looks for the thread's own collector.
class Messages {
 public:
  Messages() : before_(std::exchange(current(), this)) {}
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;
  ~Messages() { current() = before_; }

  [[nodiscard]] const std::string& text() const { return text_; }

  __attribute__((format(printf, 2, 3))) static void note(void* /*context*/, const char* format,
                                                         ...) {
    Messages* const self = current();
    if (self == nullptr || self->text_.size() > kMessageBytes) return;
    std::array<char, 1024> buffer{};
    va_list arguments;
    va_start(arguments, format);
    const int size = std::vsnprintf(buffer.data(), buffer.size(), format, arguments);
    va_end(arguments);
    if (size > 0) self->text_ += buffer.data();
  }

 private:
  static Messages*& current() {
    thread_local Messages* messages = nullptr;
    return messages;
  }

  Messages* before_;
  std::string text_{};
};

/// A plain name that ends in .xsl or .xml, out of "/name"; nothing for any other address.
std::optional<std::string> plain_name(std::string_view address) {
  if (!address.starts_with('/')) return std::nullopt;
  const std::string_view name = address.substr(1);
  const bool plain =
      !name.starts_with('.') &&
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
          std::string_view::npos;
  if (!plain || !(name.ends_with(".xsl") || name.ends_with(".xml"))) return std::nullopt;
  return std::string(name);
}

/// A file as a tree that bears the address "/name", so that what it refers to is found beside it.
/// Names are compared by their place in `names`: all files of one stylesheet share it.
DocPtr read_tree(const std::filesystem::path& folder, const std::string& name, xmlDict* names) {
  const std::string path = folder / name;
  ParseResult parsed =
      DocumentAccess::parse(files::read_file(path, kFileLimits.bytes), path, kFileLimits, names);
  if (const auto* error = std::get_if<XmlError>(&parsed)) {
    throw Failure("无法使用样式 stylesheet cannot be used: " + error->text(), {},
                  ExitStatus::usage);
  }
  DocPtr doc = DocumentAccess::take(std::get<Document>(std::move(parsed)));
  doc->URL = xmlStrdup(to_xml(("/" + name).c_str()));
  return doc;
}

const std::filesystem::path* folder_of(const xsltStylesheet* style) {
  while (style != nullptr && style->_private == nullptr) style = style->parent;
  return style == nullptr ? nullptr : static_cast<const std::filesystem::path*>(style->_private);
}

// The one function of the process that reads for libxslt.
xmlDocPtr load_beside(const xmlChar* address, xmlDictPtr names, int /*options*/, void* context,
                      xsltLoadType type) {
  const auto* folder = type == XSLT_LOAD_DOCUMENT
                           ? folder_of(static_cast<const xsltTransformContext*>(context)->style)
                           : folder_of(static_cast<const xsltStylesheet*>(context));
  const auto name = plain_name(from_xml(address));
  if (folder == nullptr || !name) {
    Messages::note(nullptr, "拒绝读取 refused to read %s\n",
                   reinterpret_cast<const char*>(address));
    return nullptr;
  }
  try {
    return read_tree(*folder, *name, names).release();
  } catch (const std::exception& error) {
    Messages::note(nullptr, "%s\n", error.what());
    return nullptr;
  }
}

void prepare_transformations() {
  static const bool ready = [] {
    prepare_library();
    xsltInit();
    xsltSetLoaderFunc(load_beside);
    xsltSetGenericErrorFunc(nullptr, Messages::note);
    return true;
  }();
  static_cast<void>(ready);
}

SecurityPtr no_rights_but_reading_beside() {
  SecurityPtr rights{xsltNewSecurityPrefs()};
  if (!rights) throw std::bad_alloc{};
  for (const auto what : {XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                          XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK}) {
    xsltSetSecurityPrefs(rights.get(), what, xsltSecurityForbid);
  }
  return rights;
}

[[noreturn]] void fail(const std::filesystem::path& path, const Messages& messages,
                       ErrorCapture& capture) {
  std::string why = tidy_message(messages.text());
  for (const XmlError& error : capture.errors()) why += (why.empty() ? "" : "; ") + error.text();
  if (why.empty()) why = "转换失败 the transformation failed";
  throw Failure("无法使用样式 stylesheet cannot be used: " + path.string() + ": " + why, {},
                ExitStatus::usage);
}

/// Without the line that libxslt would put before it and the meta element it would add.
std::string serialise(xmlDoc* page, std::size_t most) {
  // Else every character that is not ASCII becomes a reference.
  if (page->encoding == nullptr) page->encoding = xmlStrdup(to_xml("UTF-8"));
  std::string html = "<!DOCTYPE html>\n";
  struct Target {
    std::string& html;
    std::size_t most;
  } target{html, most};
  const auto write = [](void* to, const char* bytes, int size) {
    auto& into = *static_cast<Target*>(to);
    const auto count = static_cast<std::size_t>(size);
    if (into.html.size() + count > into.most) return -1;
    into.html.append(bytes, count);
    return size;
  };
  xmlOutputBuffer* const raw = xmlOutputBufferCreateIO(write, nullptr, &target, nullptr);
  if (raw == nullptr) throw std::bad_alloc{};
  for (xmlNode* node = page->children; node != nullptr; node = node->next) {
    if (node->type != XML_DTD_NODE) htmlNodeDumpFormatOutput(raw, page, node, "UTF-8", 0);
  }
  return xmlOutputBufferClose(raw) < 0 ? std::string{} : html + "\n";
}

}  // namespace

struct Stylesheet::Impl {
  std::filesystem::path path{};
  std::filesystem::path folder{};
  SecurityPtr rights{};
  StylesheetPtr style{};
};

Stylesheet Stylesheet::load(const std::filesystem::path& path) {
  prepare_transformations();
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->folder = path.parent_path();
  impl->rights = no_rights_but_reading_beside();
  const Messages messages;
  ErrorCapture capture{path.string()};
  impl->style.reset(xsltNewStylesheet());
  if (!impl->style) throw std::bad_alloc{};
  impl->style->_private = &impl->folder;
  DocPtr tree = read_tree(impl->folder, path.filename().string(), impl->style->dict);
  const bool compiled = xsltParseStylesheetUser(impl->style.get(), tree.get()) == 0;
  // The tree is the stylesheet's from the first step on; a failure gives it back.
  if (compiled) static_cast<void>(tree.release());
  if (!compiled) impl->style->doc = nullptr;
  if (!compiled || impl->style->errors != 0 || !messages.text().empty()) {
    fail(path, messages, capture);
  }
  return Stylesheet{std::move(impl)};
}

std::string Stylesheet::to_html(std::string_view model, const TransformLimits& limits) const {
  const Messages messages;
  ParseResult parsed = Document::parse(model, "model");
  if (const auto* error = std::get_if<XmlError>(&parsed)) throw std::logic_error(error->text());
  ErrorCapture capture{impl_->path.string()};
  xmlDoc* const tree = DocumentAccess::doc(std::get<Document>(parsed));
  const std::unique_ptr<xsltTransformContext, FreeContext> context{
      xsltNewTransformContext(impl_->style.get(), tree)};
  if (!context) throw std::bad_alloc{};
  xsltSetCtxtSecurityPrefs(impl_->rights.get(), context.get());
  context->maxTemplateDepth = limits.depth;
  context->opLimit = limits.operations;
  context->xpathCtxt->opLimit = limits.operations;
  const DocPtr page{
      xsltApplyStylesheetUser(impl_->style.get(), tree, nullptr, nullptr, nullptr, context.get())};
  if (!page || context->state != XSLT_STATE_OK || !messages.text().empty()) {
    fail(impl_->path, messages, capture);
  }
  std::string html = serialise(page.get(), limits.output_bytes);
  if (html.empty()) {
    throw Failure(impl_->path.string() + ": 页面过大 the page is too big", {}, ExitStatus::usage);
  }
  return html;
}

Stylesheet::Stylesheet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Stylesheet::~Stylesheet() = default;
Stylesheet::Stylesheet(Stylesheet&&) noexcept = default;
Stylesheet& Stylesheet::operator=(Stylesheet&&) noexcept = default;

}  // namespace guidang::xml
