// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/home/fonds.h"

#include <algorithm>

#include "pipeline/failure.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/writer.h"

namespace guidang {
namespace {

constexpr std::string_view kNamespace = "urn:guidang:fonds:1";
constexpr std::size_t kLongestCode = 16;

std::string required(const xml::Node& node, std::string_view name, const std::string& file) {
  if (auto value = node.attribute(name); value && !value->empty()) return *value;
  throw Failure(file + ":" + std::to_string(node.line()) +
                    ": <fonds> 缺少属性 / <fonds> lacks the attribute '" + std::string(name) + "'",
                "补写，或用 guidang init 重建 / write it, or make the home anew with guidang init",
                ExitStatus::usage);
}

}  // namespace

void check_fonds(const Fonds& fonds) {
  const bool plain = std::all_of(fonds.code.begin(), fonds.code.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (fonds.code.empty() || fonds.code.size() > kLongestCode || !plain) {
    throw Failure(
        "全宗号应为 1 至 16 位字母数字 / the code of the fonds is not 1 to 16 letters and "
        "digits: '" +
            fonds.code + "'",
        "用档案馆给定的全宗号，如 X043 / use the code that the archives gave your office, e.g. "
        "X043",
        ExitStatus::usage);
  }
  if (text::trim(fonds.name).empty() || !text::is_utf8(fonds.name)) {
    throw Failure("立档单位名称为空或不是 UTF-8 / the name of the office is empty or not UTF-8",
                  "用 --name 给出 / give it with --name", ExitStatus::usage);
  }
}

Fonds read_fonds(const std::filesystem::path& file) {
  auto parsed = xml::Document::parse_file(file.string());
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw Failure(error->text(), "改正 fonds.xml / mend fonds.xml", ExitStatus::usage);
  }
  const auto& document = std::get<xml::Document>(parsed);
  const xml::Node root = document.root();
  if (root.name() != "fonds" || root.namespace_uri() != kNamespace) {
    throw Failure(file.string() + ":1: 所见 / found <" + std::string(root.name()) +
                      ">, 应为 / expected <fonds xmlns=\"" + std::string(kNamespace) + "\">",
                  "改正 fonds.xml / mend fonds.xml", ExitStatus::usage);
  }
  Fonds fonds{.code = required(root, "code", file.string()),
              .name = required(root, "name", file.string()),
              .profile = required(root, "profile", file.string())};
  if (const auto ceiling = root.attribute("ceiling")) fonds.ceiling = *ceiling;
  check_fonds(fonds);
  return fonds;
}

std::string fonds_text(const Fonds& fonds) {
  std::string text;
  xml::Writer writer(text);
  writer.open("fonds")
      .attribute("xmlns", kNamespace)
      .attribute("code", fonds.code)
      .attribute("name", fonds.name)
      .attribute("profile", fonds.profile)
      .attribute("ceiling", fonds.ceiling)
      .close();
  writer.finish();
  return text;
}

}  // namespace guidang
