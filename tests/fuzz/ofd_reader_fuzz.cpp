// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <string>
#include <string_view>

#include "pipeline/files/fd.h"
#include "stages/extract/process/protocol.h"
#include "stages/extract/readers.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/stages/extract/ofd_sample.h"

namespace {

/// The bytes as a whole package, or as one file of a good one: a ZIP hardly mutates into another
/// ZIP. The first byte says which file.
std::string package_of(std::string_view input) {
  using guidang::extract::ofd_element;
  if (input.empty()) return {};
  const char part = input.front();
  input.remove_prefix(1);
  if (part == 'z') return std::string{input};
  auto sample = guidang::extract::official_document();
  sample.with("Doc_0/Document.xml",
              ofd_element("Document",
                          "<CommonData><PublicRes>PublicRes.xml</PublicRes>"
                          "<TemplatePage ID=\"90\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
                          "</CommonData><Pages><Page ID=\"1\" "
                          "BaseLoc=\"Pages/Page_0/Content.xml\"/></Pages>"
                          "<Annotations>Annotations.xml</Annotations>"
                          "<CustomTags>Tags.xml</CustomTags>"));
  sample.with("Doc_0/Annotations.xml",
              ofd_element("Annotations", "<Page PageID=\"1\"><FileLoc>Annot.xml</FileLoc></Page>"));
  sample.with("Doc_0/Annot.xml", ofd_element("PageAnnot", ""));
  sample.with("Doc_0/Tags.xml",
              ofd_element("CustomTags", "<CustomTag><FileLoc>Tag.xml</FileLoc></CustomTag>"));
  sample.with("Doc_0/Tag.xml", ofd_element("Tags", "<t><ObjectRef>5</ObjectRef></t>"));
  sample.with("Doc_0/Signature.xml", ofd_element("Signature", ""));
  sample.with("Doc_0/Signatures.xml",
              ofd_element("Signatures", "<Signature BaseLoc=\"Signature.xml\"/>"));
  sample.with("OFD.xml", ofd_element("OFD",
                                     "<DocBody><DocRoot>Doc_0/Document.xml</DocRoot>"
                                     "<Signatures>Doc_0/Signatures.xml</Signatures>"
                                     "</DocBody>"));
  switch (part) {
    case 'o':
      return sample.with("OFD.xml", input).bytes();
    case 'd':
      return sample.with("Doc_0/Document.xml", input).bytes();
    case 'r':
      return sample.with("Doc_0/PublicRes.xml", input).bytes();
    case 't':
      return sample.with("Doc_0/Tpls/Tpl_0/Content.xml", input).bytes();
    case 'a':
      return sample.with("Doc_0/Annot.xml", input).bytes();
    case 'g':
      return sample.with("Doc_0/Tag.xml", input).bytes();
    case 's':
      return sample.with("Doc_0/Signature.xml", input).bytes();
    default:
      return sample.with("Doc_0/Pages/Page_0/Content.xml", input).bytes();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  const files::Fd file{::memfd_create("input", MFD_CLOEXEC)};
  files::write_all(file.get(), package_of(fuzz::as_text(data, size)), "input");

  extract::Limits limits;
  limits.text_bytes = 1 << 20;
  limits.xml_nodes = 50'000;
  limits.pages = 1000;
  Extraction result = extract::read_ofd(file.get(), limits);
  fuzz::require(result.state == TextState::read || result.state == TextState::failed);
  fuzz::require(result.layout.size() == result.pages.size());
  for (std::size_t i = 0; i < result.pages.size(); ++i) {
    std::size_t ends = 0;
    for (const char c : result.pages[i]) ends += c == '\n' ? 1U : 0U;
    fuzz::require(ends == result.layout[i].lines.size());
  }
  (void)extract::read_ofd_member(file.get(), limits, 0, [](std::string_view) {});
  // Whatever an honest reader says, the parent must be able to believe.
  result.format = "ofd";
  result.reader = "ofd";
  result.revision = 1;
  const std::string frame = extract::encode(extract::Reply{result, false});
  const std::string_view payload = std::string_view{frame}.substr(extract::kHeaderBytes);
  fuzz::require(extract::decode_reply(payload, limits).has_value());
  return 0;
}
