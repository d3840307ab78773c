// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/four_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "pipeline/text/escape_html.h"
#include "pipeline/xml/writer.h"

namespace guidang::bag {
namespace {

constexpr std::uint64_t kNamedObjects = 20;

struct Line {
  std::string_view id{};
  std::string_view zh{};
};

constexpr std::array kLines{
    Line{"1-1", "固化信息有效性"},
    Line{"1-2", "元数据项数据长度"},
    Line{"1-3", "元数据项数据类型、格式"},
    Line{"1-4", "元数据项值域"},
    Line{"1-5", "元数据项数据合理性"},
    Line{"1-6", "元数据项特殊字符"},
    Line{"1-7", "档号规范性"},
    Line{"1-8", "元数据项数据重复性"},
    Line{"1-9", "元数据与数据库记录一致性"},
    Line{"1-10", "内容数据电子属性一致性"},
    Line{"1-11", "元数据关联内容数据"},
    Line{"1-12", "说明文件和目录文件规范性"},
    Line{"1-13", "信息包目录结构规范性"},
    Line{"1-14", "信息包一致性"},
    Line{"2-1", "总件数相符性"},
    Line{"2-2", "总字节数相符性"},
    Line{"2-3", "元数据项完整性"},
    Line{"2-4", "必填著录项目"},
    Line{"2-5", "过程信息完整性"},
    Line{"2-6", "连续性元数据项"},
    Line{"2-7", "内容数据完整性"},
    Line{"2-8", "附件数据完整性"},
    Line{"2-9", "归档范围"},
    Line{"2-10", "信息包元数据完整性"},
    Line{"2-11", "信息包内容数据完整性"},
    Line{"3-1", "信息包元数据可读性"},
    Line{"3-2", "目标数据库元数据可访问性"},
    Line{"3-3", "内容数据格式"},
    Line{"3-4", "内容数据可读性"},
    Line{"3-5", "内容数据长期可用性"},
    Line{"3-6", "软硬件环境合规性"},
    Line{"3-7", "保存载体可用性"},
    Line{"3-8", "无加密、无非公开压缩"},
    Line{"4-1", "杀毒软件版本"},
    Line{"4-2", "病毒感染"},
    Line{"4-3", "载体多余文件"},
    Line{"4-4", "载体读取速度"},
    Line{"4-5", "载体外观"},
    Line{"4-6", "光盘合格性"},
    Line{"4-7", "操作过程安全性"},
};

std::string_view nature_of(std::string_view id) {
  switch (id.front()) {
    case '1':
      return "真实性";
    case '2':
      return "完整性";
    case '3':
      return "可用性";
    default:
      return "安全性";
  }
}

void cell(std::string& out, std::string_view text) {
  out += "<td>";
  text::escape_html(text, out);
  out += "</td>";
}

}  // namespace

std::string_view word(CheckResult result) {
  switch (result) {
    case CheckResult::passed:
      return "通过";
    case CheckResult::failed:
      return "不通过";
    case CheckResult::not_applicable:
      return "不适用";
    case CheckResult::not_examined:
      return "未检";
  }
  return "未检";
}

FourChecks::FourChecks() : counts_(kLines.size()) {
  for (const Line& line : kLines) {
    lines_.push_back({.id = line.id, .nature = nature_of(line.id), .zh = line.zh});
  }
}

std::size_t FourChecks::index(std::string_view id) const {
  const auto found = std::find_if(lines_.begin(), lines_.end(),
                                  [&](const FourCheck& line) { return line.id == id; });
  if (found == lines_.end()) throw std::logic_error("four checks: unknown line");
  return static_cast<std::size_t>(found - lines_.begin());
}

void FourChecks::look(std::string_view id, bool good, std::string_view object) {
  Count& count = counts_[index(id)];
  if (good) {
    ++count.good;
    return;
  }
  if (count.bad++ < kNamedObjects) {
    if (!count.objects.empty()) count.objects += " ";
    count.objects += object;
  }
}

void FourChecks::settle(std::string_view id, CheckResult result, std::string note) {
  FourCheck& line = lines_[index(id)];
  line.result = result;
  line.note = std::move(note);
}

std::vector<FourCheck> FourChecks::lines() const {
  std::vector<FourCheck> all = lines_;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Count& count = counts_[i];
    if (count.bad > 0) {
      all[i].result = CheckResult::failed;
      all[i].note = fmt::format("检 {}，不通过 {}：{}{}", count.good + count.bad, count.bad,
                                count.objects, count.bad > kNamedObjects ? " …" : "");
    } else if (count.good > 0) {
      all[i].result = CheckResult::passed;
      all[i].note = fmt::format("检 {}", count.good);
    }
  }
  return all;
}

std::string FourChecks::xml(std::string_view bundle, std::string_view date) const {
  std::string text;
  xml::Writer out(text);
  out.open("report").attribute("xmlns", "urn:guidang:four-checks:1");
  out.attribute("zh", "四性检测报告").attribute("standard", "DA/T 70-2018");
  out.attribute("link", "移交与接收").attribute("bundle", bundle).attribute("date", date);
  for (const FourCheck& line : lines()) {
    out.open("check").attribute("id", line.id).attribute("nature", line.nature);
    out.attribute("zh", line.zh).attribute("result", word(line.result));
    if (!line.note.empty()) out.attribute("note", line.note);
    out.close();
  }
  out.finish();
  return text;
}

std::string FourChecks::html(std::string_view bundle, std::string_view date) const {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>四性检测报告</title>\n<style>\n@page { size: A4; margin: 20mm 15mm; }\n"
      "body { margin: 0 auto; max-width: 180mm; font: 10.5pt/1.4 \"SimSun\", \"Songti SC\", "
      "\"Noto Serif CJK SC\", \"Noto Sans CJK SC\", serif; }\n"
      "h1 { font-size: 18pt; text-align: center; }\ntable { width: 100%; border-collapse: "
      "collapse; }\nthead { display: table-header-group; }\ntr { break-inside: avoid; }\n"
      "th, td { border: .5pt solid #000; padding: 1mm 1.5mm; text-align: left; "
      "overflow-wrap: anywhere; }\ntr.failed td { color: #b00; font-weight: bold; }\n"
      "</style>\n</head>\n<body>\n<h1>四性检测报告</h1>\n<p>移交包：";
  text::escape_html(bundle, out);
  out += "　环节：移交与接收　依据：DA/T 70-2018　日期：";
  text::escape_html(date, out);
  out +=
      "</p>\n<p>未检：本程序没有检测此项，须由移交方或接收方另行检测。</p>\n<table>\n<thead><tr>"
      "<th>编号</th><th>性质</th><th>检测项目</th><th>结果</th><th>说明</th></tr></thead>\n"
      "<tbody>\n";
  for (const FourCheck& line : lines()) {
    out += line.result == CheckResult::failed ? "<tr class=\"failed\">" : "<tr>";
    for (const std::string_view text :
         {line.id, line.nature, line.zh, word(line.result), std::string_view(line.note)}) {
      cell(out, text);
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</body>\n</html>\n";
}

}  // namespace guidang::bag
