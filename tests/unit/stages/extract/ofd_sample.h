// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/pipeline/files/zip_builder.h"

namespace guidang::extract {

/// The files of one OFD, in order.
class OfdSample {
 public:
  /// Adds a file, or puts another content into it.
  OfdSample& with(std::string_view name, std::string_view content) {
    for (auto& [known, bytes] : parts_) {
      if (known != name) continue;
      bytes = content;
      return *this;
    }
    parts_.emplace_back(name, content);
    return *this;
  }
  OfdSample& without(std::string_view name) {
    std::erase_if(parts_, [&](const auto& part) { return part.first == name; });
    return *this;
  }
  OfdSample& renamed(std::string_view from, std::string_view to) {
    for (auto& part : parts_) {
      if (part.first == from) part.first = to;
    }
    return *this;
  }
  [[nodiscard]] std::string bytes() const {
    std::vector<files::BuiltEntry> entries;
    for (const auto& [name, content] : parts_) entries.push_back({.name = name, .data = content});
    return files::build_zip(entries);
  }

 private:
  std::vector<std::pair<std::string, std::string>> parts_{};
};

inline std::string ofd_element(std::string_view name, std::string_view inside) {
  const std::string element{name};
  return "<ofd:" + element + " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + std::string{inside} +
         "</ofd:" + element + ">";
}

/// One line of text whose characters stand side by side.
inline std::string ofd_text(int id, double x, double y, double size, std::string_view text) {
  return "<ofd:TextObject ID=\"" + std::to_string(id) + "\" Boundary=\"" + std::to_string(x) + " " +
         std::to_string(y) + " 100 10\" Font=\"3\" Size=\"" + std::to_string(size) +
         "\"><ofd:TextCode X=\"0\" Y=\"" + std::to_string(size) + "\" DeltaX=\"g 99 " +
         std::to_string(size) + "\">" + std::string{text} + "</ofd:TextCode></ofd:TextObject>";
}

inline std::string ofd_page(std::string_view objects, std::string_view before = "") {
  return ofd_element("Page", std::string{before} + "<ofd:Content><ofd:Layer ID=\"2\">" +
                                 std::string{objects} + "</ofd:Layer></ofd:Content>");
}

/// An official document of two pages: red head on the first, what was printed on the second, and a
/// template that both use for the page's foot.
inline OfdSample official_document() {
  OfdSample sample;
  sample.with("OFD.xml",
              "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.1\" DocType=\"OFD\">"
              "<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>"
              "<ofd:Title>关于归档的通知</ofd:Title><ofd:Author>办公室</ofd:Author>"
              "<ofd:CreationDate>2023-3-6</ofd:CreationDate>"
              "<ofd:ModDate>2023-03-07 08:09:10</ofd:ModDate>"
              "<ofd:Keywords><ofd:Keyword>归档</ofd:Keyword><ofd:Keyword>通知</ofd:Keyword>"
              "</ofd:Keywords><ofd:Creator>制文</ofd:Creator>"
              "<ofd:CreatorVersion>2.0</ofd:CreatorVersion><ofd:CustomDatas>"
              "<ofd:CustomData Name=\"版本\">7</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>"
              "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
  sample.with(
      "Doc_0/Document.xml",
      ofd_element("Document",
                  "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                  "</ofd:PhysicalBox></ofd:PageArea>"
                  "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                  "<ofd:TemplatePage ID=\"90\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
                  "</ofd:CommonData><ofd:Pages>"
                  "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                  "<ofd:Page ID=\"50\" BaseLoc=\"Pages/Page_1/Content.xml\"/></ofd:Pages>"));
  sample.with("Doc_0/PublicRes.xml",
              "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\" BaseLoc=\"Res\"><ofd:Fonts>"
              "<ofd:Font ID=\"3\" FontName=\"仿宋\"/><ofd:Font ID=\"4\" FontName=\"小标宋\">"
              "<ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>");
  sample.with("Doc_0/Res/f.ttf", "font");
  const std::string uses = "<ofd:Template TemplateID=\"90\"/>";
  sample.with("Doc_0/Pages/Page_0/Content.xml",
              ofd_page(ofd_text(9, 28, 130, 5, "一、按年度归档。") +
                           ofd_text(8, 28, 110, 5, "各乡镇人民政府：") +
                           ofd_text(6, 70, 90, 5, "凤政办发〔2023〕6号") +
                           ofd_text(5, 40, 40, 15, "凤凰县人民政府办公室文件"),
                       uses));
  sample.with("Doc_0/Pages/Page_1/Content.xml",
              ofd_page(ofd_text(60, 28, 40, 5, "抄送：县委办公室。"),
                       uses + "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox>"
                              "</ofd:Area>"));
  sample.with("Doc_0/Tpls/Tpl_0/Content.xml", ofd_page(ofd_text(91, 28, 280, 4, "内部资料")));
  return sample;
}

}  // namespace guidang::extract
