// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "stages/package/verify.h"

namespace guidang {
namespace {

constexpr std::string_view kRfc = "RFC 8493 2.1";
constexpr std::string_view kTransfer = "DA/T 93-2022";
constexpr std::string_view kAskZh = "请移交方重新发送";
constexpr std::string_view kAskEn = "ask the sender for it again";
constexpr std::string_view kNoneZh = "不影响有效性";
constexpr std::string_view kNoneEn = "the bag stays valid";

constexpr std::array kCodes{
    CodeInfo{"BAG-101", "没有可用的 bagit.txt", "no usable bagit.txt", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-102", "没有 data/ 文件夹", "no folder data/", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-103", "没有内容清单", "no payload manifest", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-104", "清单中有读不懂的行", "line that cannot be read", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-105", "清单所列文件不存在", "listed file is missing", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-106", "文件未列入清单", "file is not in a manifest", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-107", "摘要不符", "digest differs", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-108", "路径指向包外", "path leaves the bag", "不要打开此包",
             "do not open this bag with other tools", "RFC 8493 5.1"},
    CodeInfo{"BAG-109", "不是普通文件", "not a regular file", "请移交方以文件代替链接",
             "ask the sender for files in place of links", kRfc},
    CodeInfo{"BAG-110", "总字节数或文件数不符", "size or number of files differs", kAskZh, kAskEn,
             "RFC 8493 2.2.2"},
    CodeInfo{"BAG-111", "重复的条目", "entry given twice", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-112", "待取的文件不在包内", "file still to be fetched", "先取回文件再校验",
             "fetch the file, then verify", "RFC 8493 2.2.3"},
    CodeInfo{"BAG-114", "列在不该列的清单中", "listed in the wrong manifest", kAskZh, kAskEn, kRfc},
    CodeInfo{"BAG-115", "ZIP 已损坏", "the ZIP is damaged", kAskZh, kAskEn, ""},
    CodeInfo{"BAG-201", "不认识的摘要算法", "unknown digest algorithm", "用支持它的工具校验",
             "verify with a tool that knows it", "RFC 8493 2.4"},
    CodeInfo{"BAG-202", "不认识的 BagIt 版本", "unknown version of BagIt", "用支持它的工具校验",
             "verify with a tool that knows it", ""},
    CodeInfo{"BAG-203", "不认识的标签文件编码", "unknown encoding of tag files",
             "用支持它的工具校验", "verify with a tool that knows it", "RFC 8493 2.1.1"},
    CodeInfo{"BAG-204", "无法读取", "cannot be read", "排除原因后重新校验",
             "remove the cause, then verify again", ""},
    CodeInfo{"BAG-301", "文件名的字符组合形式不同", "name composed in another way", kNoneZh,
             kNoneEn, "RFC 8493 5.2.2"},
    CodeInfo{"BAG-302", "不规范的路径写法", "unusual way to write a path", kNoneZh, kNoneEn, kRfc},
    CodeInfo{"BAG-305", "bag-info.txt 中有读不懂的行", "line in bag-info.txt that says nothing",
             kNoneZh, kNoneEn, "RFC 8493 2.2.2"},
    CodeInfo{"BDL-401", "档案不在目录文件中", "item is not in 目录文件.XML", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-402", "目录所列档案不存在", "listed item has no folder", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-403", "文件读不懂", "file cannot be parsed", kAskZh, kAskEn, kTransfer},
    CodeInfo{"BDL-404", "缺少必备文件", "required file is missing", kAskZh, kAskEn, kTransfer},
    CodeInfo{"BDL-405", "元数据的档号与文件夹不符", "metadata names another code", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-406", "档号重复", "code given twice", kAskZh, kAskEn, "DA/T 13-2022"},
    CodeInfo{"BDL-407", "元数据所列组件不存在", "component is missing", kAskZh, kAskEn, kTransfer},
    CodeInfo{"BDL-408", "组件摘要与元数据不符", "digest in metadata differs", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-409", "组件未列入元数据", "component is not in the metadata", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-410", "编号台账不连续", "gap in the ledger", kAskZh, kAskEn, "DA/T 13-2022"},
    CodeInfo{"BDL-411", "台账的档号不在目录文件中", "used code is not in 目录文件.XML", kAskZh,
             kAskEn, kTransfer},
    CodeInfo{"BDL-412", "目录的档号不在台账中", "listed code is not in the ledger", kAskZh, kAskEn,
             kTransfer},
    CodeInfo{"BDL-413", "登记簿所列原件不在包中", "original that the register names is missing",
             kAskZh, kAskEn, kTransfer},
};

const CodeInfo& info_of(std::string_view code) {
  const auto* found = std::find_if(kCodes.begin(), kCodes.end(),
                                   [&](const CodeInfo& info) { return info.id == code; });
  if (found == kCodes.end()) throw std::logic_error("verify: code without texts");
  return *found;
}

std::string_view name_of(BagSeverity severity) {
  switch (severity) {
    case BagSeverity::error:
      return "error";
    case BagSeverity::unknown:
      return "not checked";
    case BagSeverity::warning:
      return "warning";
  }
  return "error";
}

std::string_view word(BagVerdict verdict, bool chinese) {
  switch (verdict) {
    case BagVerdict::valid:
      return chinese ? "有效" : "valid";
    case BagVerdict::not_valid:
      return chinese ? "无效" : "not valid";
    case BagVerdict::could_not_check:
      return chinese ? "无法校验" : "could not check";
  }
  return {};
}

}  // namespace

std::span<const CodeInfo> bag_codes() { return kCodes; }

std::string_view to_text(BagVerdict verdict) {
  switch (verdict) {
    case BagVerdict::valid:
      return "valid";
    case BagVerdict::not_valid:
      return "not_valid";
    case BagVerdict::could_not_check:
      return "could_not_check";
  }
  return "could_not_check";
}

std::string to_text(const VerifyReport& report, bool chinese) {
  std::string out;
  for (const BagProblem& problem : report.problems) {
    const CodeInfo& info = info_of(problem.code);
    out += fmt::format("{}: {}[{}] {}\n", problem.file, name_of(problem.severity), problem.code,
                       chinese ? info.title_zh : info.title_en);
    if (!problem.found.empty()) out += fmt::format("    found     {}\n", problem.found);
    if (!problem.expected.empty()) out += fmt::format("    expected  {}\n", problem.expected);
    if (problem.severity != BagSeverity::warning) {
      out += fmt::format("    hint      {}\n", chinese ? info.hint_zh : info.hint_en);
    }
  }
  if (report.further > 0) {
    out += chinese ? fmt::format("另有 {} 处\n", report.further)
                   : fmt::format("{} more\n", report.further);
  }
  out += chinese ? fmt::format("{}: {} · {} 个文件,{} 字节", report.path,
                               word(report.verdict, true), report.files, report.bytes)
                 : fmt::format("{}: {} · {} files, {} bytes", report.path,
                               word(report.verdict, false), report.files, report.bytes);
  for (const std::string& algorithm : report.algorithms) out += " · " + algorithm;
  return out + "\n";
}

std::string to_json_text(const VerifyReport& report) {
  using Json = nlohmann::ordered_json;
  Json json{{"path", report.path},
            {"verdict", to_text(report.verdict)},
            {"version", report.version},
            {"own", report.own},
            {"files", report.files},
            {"bytes", report.bytes},
            {"algorithms", report.algorithms}};
  for (const auto& [key, severity] : {std::pair{"errors", BagSeverity::error},
                                      {"not_checked", BagSeverity::unknown},
                                      {"warnings", BagSeverity::warning}}) {
    Json list = Json::array();
    for (const BagProblem& problem : report.problems) {
      if (problem.severity != severity) continue;
      const CodeInfo& info = info_of(problem.code);
      list.push_back({{"code", problem.code},
                      {"title", info.title_en},
                      {"title_zh", info.title_zh},
                      {"file", problem.file},
                      {"found", problem.found},
                      {"expected", problem.expected}});
    }
    json[key] = std::move(list);
  }
  json["further"] = report.further;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace guidang
