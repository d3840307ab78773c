// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/schema.h"

#include <libxml/relaxng.h>

#include <mutex>
#include <new>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {
namespace {

struct FreeParser {
  void operator()(xmlRelaxNGParserCtxt* p) const noexcept { xmlRelaxNGFreeParserCtxt(p); }
};
struct FreeSchema {
  void operator()(xmlRelaxNG* schema) const noexcept { xmlRelaxNGFree(schema); }
};
struct FreeValidator {
  void operator()(xmlRelaxNGValidCtxt* v) const noexcept { xmlRelaxNGFreeValidCtxt(v); }
};

}  // namespace

struct Schema::Impl {
  std::unique_ptr<xmlRelaxNG, FreeSchema> schema{};
  std::mutex turn{};
};

Schema Schema::load(const std::filesystem::path& path) {
  ParseResult parsed = Document::parse_file(path);
  if (const auto* error = std::get_if<XmlError>(&parsed)) {
    throw Failure{"无法使用模式 schema cannot be used: " + error->text(), {}, ExitStatus::usage};
  }
  ErrorCapture capture{path};
  // The compiler takes the tree apart but leaves it to us; what it keeps is its own copy.
  const std::unique_ptr<xmlRelaxNGParserCtxt, FreeParser> parser{
      xmlRelaxNGNewDocParserCtxt(DocumentAccess::doc(std::get<Document>(parsed)))};
  if (!parser) throw std::bad_alloc{};
  auto impl = std::make_unique<Impl>();
  impl->schema.reset(xmlRelaxNGParse(parser.get()));
  if (!impl->schema) {
    throw Failure{
        "无法使用模式 schema cannot be used: " + capture.first().text(), {}, ExitStatus::usage};
  }
  return Schema{std::move(impl)};
}

std::vector<XmlError> Schema::validate(const Document& document) const {
  const std::scoped_lock turn{impl_->turn};
  ErrorCapture capture{document.source()};
  const std::unique_ptr<xmlRelaxNGValidCtxt, FreeValidator> validator{
      xmlRelaxNGNewValidCtxt(impl_->schema.get())};
  if (!validator) throw std::bad_alloc{};
  const int result = xmlRelaxNGValidateDoc(validator.get(), DocumentAccess::doc(document));
  if (result == 0) return {};
  if (capture.errors().empty()) capture.errors().push_back(capture.first());
  return std::move(capture.errors());
}

Schema::Schema(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

}  // namespace guidang::xml
