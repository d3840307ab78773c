// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/arguments.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "pipeline/cli/declarations.h"

namespace guidang::cli {
namespace {

constexpr const char* kOcrHelp =
    "识别图像和扫描页上的文字，每页数秒 recognise text in pictures and scans, seconds a page";

constexpr const char* kTieHelp =
    "关联 ties: 字段 relation:KIND:RECORD，值 yes 建立、no "
    "解除（以后各次运行仍然有效）、空值撤销决定 "
    "value yes sets a tie, no takes it back for all later runs, an empty text takes the decision "
    "back. KIND: replies_to 答复 · forwards 转发 · replaces 废止、替代 · amends 修改 · resubmits "
    "重报 · "
    "cites 引用 · near_duplicate 内容几乎相同 · duplicate_of 重份于 · version_of 稿本属于 · "
    "attachment_of 附件属于; replied_by, replaced_by … 为另一方向 name the other direction.\n"
    "例 example: guidang set HOME d0123456789abcdef relation:replaces:凤政发〔2019〕6号 no --by "
    "张三 "
    "--why 只是引用";

void declare_run_options(Declarations& d, RunArguments& a) {
  d.option("--purpose", a.purpose, "归档或收文初审 what the batch is for")
      ->check(CLI::IsMember({"filing", "incoming"}));
  d.option("--jobs", a.jobs, "线程数 threads; 0 = all cores")->check(CLI::Range(0, 256));
  d.option("--as-of", a.as_of, "当作今天的日期 date that stands for today")->check(kDate);
  d.option("--declared-by", a.declared_by,
           "声明本批无涉密者 who declares the batch free of secrets");
  d.flag("--ocr", a.ocr, kOcrHelp);
  d.flag("--json", a.json, "每行一个事件 one event a line");
}

void declare_year(Declarations& d) {
  {
    auto& a = d.command<InitArguments>("init", "建全宗库", "make a new home");
    d.required("HOME", a.home, "新目录 folder to make");
    d.required("--fonds", a.fonds, "全宗号 code of the fonds, e.g. X043");
    d.required("--name", a.name, "立档单位 name of the office");
    d.option("--profile", a.profile, "规则集 rule set");
    d.option("--ceiling", a.ceiling, "准入的最高密级 highest secrecy level admitted")
        ->check(CLI::IsMember({"none", "秘密", "机密", "绝密"}));
  }
  {
    auto& a =
        d.command<RunArguments>("run", "接收并处理批次", "take in batches, work up to the index");
    d.required("HOME", a.home, "全宗库 home");
    d.option("BATCH", a.batches, "批次目录或文件 folders or files; none: go on with what is there");
    declare_run_options(d, a);
    d.option("--until", a.until, "做到哪一步 last stage to run");
    d.flag("--dry-run", a.dry_run, "试跑，不改动 the same work, nothing kept");
  }
  {
    auto& a =
        d.command<RetryArguments>("retry", "重试隔离的文件", "try files in quarantine once more")
            .run;
    d.required("HOME", a.home, "全宗库 home");
    d.option("BATCH", a.batches,
             "再收的批次 batches to run again, forgetting what failed; none: only read again what "
             "lies in quarantine");
    declare_run_options(d, a);
  }
  {
    auto& a = d.command<SealArguments>("seal", "封存年度", "fix the numbers of a year");
    d.required("HOME", a.home, "全宗库 home");
    d.required("YEAR", a.year, "归档年度 filing year")->check(CLI::Range(1900, 2200));
    d.required("--by", a.by, "整理人 who arranged it");
    d.required("--checked-by", a.checked_by, "检查人 who checked it");
    d.flag("--leave-held", a.leave_held, "留下待处理的 leave out what is held");
    d.option("--why", a.why, "为何留下 reason for leaving them out");
    d.option("--as-of", a.as_of, "封存日期 date of sealing")->check(kDate);
    d.flag("--json", a.json, "JSON");
  }
  {
    auto& a =
        d.command<PackageArguments>("package", "制作移交包", "make the bundle of a sealed year");
    d.required("HOME", a.home, "全宗库 home");
    d.required("YEAR", a.year, "归档年度 filing year")->check(CLI::Range(1900, 2200));
    d.option("--to", a.to, "放到哪个目录 folder to put it in (default: HOME/bundles)");
    d.flag("--zip", a.zip, "另存 ZIP also as a ZIP for transport");
  }
  {
    auto& a = d.command<FormsArguments>("forms", "打印表式", "print forms and lists of a year");
    d.required("HOME", a.home, "全宗库 home");
    d.required("YEAR", a.year, "归档年度；0 为全宗 filing year; 0: of the whole fonds")
        ->check(CLI::Range(0, 2200));
    d.option("--form", a.forms, "表式，可重复 a form's id, may be repeated (default: all)");
    d.option("--to", a.to, "放到哪个目录 folder to put them in (default: HOME/lists/YEAR)");
    d.option("--format", a.formats,
             "格式，可重复 html pdf csv xlsx, may be repeated (default: html pdf csv)");
    d.option("--as-of", a.as_of, "作为今天的日期 ISO date that stands for today");
  }
  {
    auto& a = d.command<VerifyArguments>("verify", "检验移交包", "check a bundle by itself");
    d.required("PATH", a.path, "移交包目录 folder of the bundle");
    d.flag("--json", a.json, "JSON");
  }
  {
    auto& a = d.command<LedgerArguments>("import-ledger", "导入已有档号",
                                         "take over numbers already given");
    d.required("HOME", a.home, "全宗库 home");
    d.required(
        "FILE", a.files,
        "CSV 或 XLSX，可几张表一起：案卷目录、卷内文件目录、归档文件目录 one number a row, by "
        "档号 or by its parts (目录号, 案卷号, 件号 …)");
    d.option("--as-of", a.as_of, "日期 date")->check(kDate);
  }
}

void declare_documents(Declarations& d) {
  {
    auto& a = d.command<CheckArguments>("check", "审查单个文件", "check documents without a home");
    d.required("FILE", a.files, "文件 files");
    d.option("--profile", a.profile, "规则集 rule set");
    d.option("--org", a.org, "机构表 file of organisations");
    d.option("--received", a.received, "收文日期 day of receipt")->check(kDate);
    d.option("--purpose", a.purpose, "用途 purpose")->check(CLI::IsMember({"filing", "incoming"}));
    d.option("--direction", a.direction, "收文或发文 direction")
        ->check(CLI::IsMember({"received", "issued", "internal"}));
    d.flag("--ocr", a.ocr, kOcrHelp);
    d.flag("--json", a.json, "每文件一行 JSON one line a file");
  }
  {
    auto& a = d.command<TextArguments>("text", "取出文字", "show the text of files");
    d.required("FILE", a.files, "文件 files");
    d.flag("--ocr", a.ocr, kOcrHelp);
    d.flag("--json", a.json, "页与状态 pages and state");
  }
}

void declare_asking(Declarations& d) {
  declare_search(d);
  {
    auto& a = d.command<ServeArguments>("serve", "检索网站", "the search site, until interrupted");
    d.required("HOME", a.homes, "全宗库，可几个一起 homes");
    d.option("--listen", a.listen, "地址:端口，端口 0 任选 address:port; port 0: a free one");
    d.option("--name", a.names, "本站的主机名，可重复 a host name of this site, may be repeated");
    d.flag("--open-only", a.open_only, "只查已开放的 only what is open to everybody");
    d.option("--threads", a.threads, "同时连接数 connections served at once")
        ->check(CLI::Range(4, 1024));
    d.flag("--log", a.log, "每个请求一行，不含检索词 a line a request, without what was searched");
  }
  {
    auto& a = d.command<StatusArguments>("status", "现状", "what is there, what is held and why");
    d.required("HOME", a.home, "全宗库 home");
    d.flag("--all", a.all, "列出全部 list every one");
    d.flag("--json", a.json, "JSON");
  }
  {
    auto& a =
        d.command<ExplainArguments>("explain", "说明", "explain a rule, or one record of a home");
    d.required("SUBJECT", a.subject, "规则号或全宗库 a rule's id, or a home");
    d.option("RECORD", a.record, "记录号、档号或文号 record, archival code or document number");
    d.option("--profile", a.profile, "规则集 rule set");
  }
  {
    auto& a = d.command<ExportArguments>("export", "导出", "every item, a JSON line each");
    d.required("HOME", a.home, "全宗库 home");
    d.option("--year", a.year, "归档年度 only this filing year");
    d.flag("--csv", a.csv, "CSV");
  }
  {
    auto& a = d.command<RulesArguments>("rules", "规则一览", "the rules of a profile");
    d.option("--profile", a.profile, "规则集 rule set");
    d.flag("--json", a.json, "JSON");
  }
}

void declare_care(Declarations& d) {
  {
    auto& a = d.command<SetArguments>("set", "人工决定", "decide a field of a record");
    d.required("HOME", a.home, "全宗库 home");
    d.required("RECORD", a.record, "记录号、档号或文号 record, archival code or document number");
    d.required("FIELD", a.field,
               "字段 title, date, period, return, waive:RTN-12, merge, split, "
               "relation:KIND:RECORD …");
    d.required("VALUE", a.value, "值；空为撤销 value; empty takes the decision back");
    d.required("--by", a.by, "决定人 who decides");
    d.required("--why", a.why, "理由 reason");
    d.option("--as-of", a.as_of, "日期 date of the decision")->check(kDate);
    d.footer(kTieHelp);
  }
  {
    auto& a = d.command<BackupArguments>("backup", "备份", "copy the whole home");
    d.required("HOME", a.home, "全宗库 home");
    d.required("TARGET", a.target, "新目录 new folder");
  }
  {
    auto& a = d.command<RestoreArguments>("restore", "恢复",
                                          "make a home from a backup, or from a year's bundle");
    d.required("BACKUP", a.source, "备份或移交包 backup or bundle folder");
    d.required("HOME", a.home,
               "新目录；移交包也可放回已有全宗库 new folder; for a bundle also a home");
  }
  {
    auto& a = d.command<DoctorArguments>("doctor", "体检", "check that a home is sound");
    d.required("HOME", a.homes, "全宗库，可几个一起 homes");
    d.flag("--deep", a.deep, "逐件核对原件 read every original again");
  }
  {
    auto& a = d.command<IndexArguments>("index", "编制索引", "bring the index up to the register");
    d.required("HOME", a.home, "全宗库 home");
    d.flag("--rebuild", a.rebuild, "全部重编 take nothing over from the index before");
    d.flag("--verify", a.verify, "只核对，不改动 compare it with the register, change nothing");
    d.option("--jobs", a.jobs, "线程数 threads; 0 = all cores")->check(CLI::Range(0, 256));
    d.flag("--json", a.json, "JSON");
  }
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
    }
  }
  return row.back();
}

/// The first word when it names no command, with the nearest that there is.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  const auto words = std::span(argv, static_cast<std::size_t>(argc)).subspan(1);
  const auto first = std::find_if(words.begin(), words.end(), [](std::string_view word) {
    return !word.starts_with('-') && word != "zh" && word != "en";
  });
  if (first == words.end()) return {};
  const std::string_view word = *first;
  std::string nearest;
  for (const CLI::App* command : app.get_subcommands({})) {
    const std::string& name = command->get_name();
    if (name == word) return {};
    if (nearest.empty() || distance(word, name) < distance(word, nearest)) nearest = name;
  }
  const bool near = distance(word, nearest) <= 2;
  return "没有这个命令 / there is no command '" + std::string(word) + "'" +
         (near ? "；是否 / did you mean '" + nearest + "'?" : "") +
         "\n全部命令 / all commands: guidang --help";
}

}  // namespace

Language language_of(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of("_.@"));
  return name.empty() || name == "zh" || name == "C" || name == "POSIX" ? Language::zh
                                                                        : Language::en;
}

Parsed parse(int argc, const char* const* argv, std::string_view locale) {
  CLI::App app(
      "归档 guidang — 一年公文，审、定、编、查、交 · a year of official documents in, "
      "a sealed and searchable archive out",
      "guidang");
  app.footer(std::string(kFooter));
  app.set_version_flag("--version", GUIDANG_VERSION);
  std::string language;
  app.add_option("--lang", language, "zh 或 en")->check(CLI::IsMember({"zh", "en"}));
  app.require_subcommand(1);
  app.fallthrough();

  Declarations declarations(app);
  declare_year(declarations);
  declare_documents(declarations);
  declare_asking(declarations);
  declare_arranging(declarations);
  declare_care(declarations);

  Parsed parsed;
  if (const std::string unknown = unknown_command(app, argc, argv); !unknown.empty()) {
    std::cerr << unknown << '\n';
    return parsed;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    parsed.what = code == 0 ? ExitStatus::done : ExitStatus::usage;
    return parsed;
  }
  parsed.language =
      language.empty() ? language_of(locale) : (language == "en" ? Language::en : Language::zh);
  parsed.what = declarations.chosen().value();
  if (auto* search = std::get_if<SearchArguments>(&std::get<Arguments>(parsed.what))) {
    take_query(*search);
  }
  return parsed;
}

}  // namespace guidang::cli
