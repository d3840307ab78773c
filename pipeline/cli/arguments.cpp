// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace guidang::cli {
namespace {

constexpr std::string_view kFooter =
    "退出码 exit status: 0 完成 done · 1 完成但有待处理或不合格 something held or not valid · "
    "2 用法或规则集有误 usage or profile · 3 未能继续，重跑即可 could not go on, run again · "
    "130 中断 interrupted";

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

class Declarations {
 public:
  explicit Declarations(CLI::App& app) : app_(app) {}

  /// A subcommand that fills one kind of arguments.
  template <typename A>
  A& command(const char* name, const char* zh, const char* en) {
    auto arguments = std::make_shared<A>();
    current_ = app_.add_subcommand(name, std::string(zh) + " · " + en);
    current_->footer(std::string(kFooter));
    current_->callback([this, arguments] { chosen_ = *arguments; });
    kept_.push_back(arguments);
    return *arguments;
  }
  CLI::Option* required(const char* name, auto& target, const char* help) {
    return current_->add_option(name, target, help)->required();
  }
  CLI::Option* option(const char* name, auto& target, const char* help) {
    return current_->add_option(name, target, help)->capture_default_str();
  }
  /// Said below the options, before what holds for all commands.
  void footer(const std::string& text) { current_->footer(text + "\n\n" + std::string(kFooter)); }
  void flag(const char* name, bool& target, const char* help) {
    current_->add_flag(name, target, help);
  }

  [[nodiscard]] const std::optional<Arguments>& chosen() const { return chosen_; }

 private:
  CLI::App& app_;
  CLI::App* current_ = nullptr;
  std::vector<std::shared_ptr<void>> kept_;
  std::optional<Arguments> chosen_;
};

const CLI::Validator kDate(
    [](const std::string& text) {
      const bool good =
          text.size() == 10 && text[4] == '-' && text[7] == '-' &&
          std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
      return good ? std::string() : "'" + text + "' is not a date like 2024-01-31";
    },
    "DATE");

/// What both `run` and `retry` take.
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
  {
    auto& a = d.command<SearchArguments>("search", "检索", "search one or several homes");
    d.required("HOME", a.homes, "全宗库与检索式 homes, then the query")->expected(2, 1000);
    d.option("--limit", a.limit, "条数 number of hits")->check(CLI::Range(0, 100000));
    d.flag("--json", a.json, "每条一行 JSON one hit a line");
    d.flag("--csv", a.csv, "CSV");
    d.flag("--count", a.count, "只要条数 only the number of hits");
    d.flag("--open-only", a.open_only, "只查已开放的 only what is open to everybody");
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

void declare_appraisal(Declarations& d) {
  {
    auto& a = d.command<AnswerArguments>(
        "answer", "回答鉴定问题", "answer what an appraisal hangs on, for all that is alike");
    d.required("HOME", a.home, "全宗库 home");
    d.option("RECORD", a.record,
             "记录号、档号或文号；q… 为已有的答复 record, archival code, document number, or q… of "
             "an answer");
    d.option("QUESTION", a.question, "问题 question, e.g. important");
    d.option("VALUE", a.value, "答复；空为撤销 answer; empty takes it back");
    d.option("--by", a.by, "答复人 who answers");
    d.option("--why", a.why, "理由 reason");
    d.flag("--only-this", a.only_this, "只答本件 for this item only");
    d.flag("--list", a.list, "列出现有答复 list the answers that stand");
    d.flag("--json", a.json, "每条一行 JSON one answer a line");
    d.option("--as-of", a.as_of, "日期 date of the answer")->check(kDate);
  }
  {
    auto& a = d.command<RetentionArguments>("retention", "保管期限表", "retention tables");
    d.required("ACTION", a.action,
               "import 由 CSV、XLSX 制表 make a table of a spreadsheet · show 列出 list · diff "
               "比较两表 what differs · test 用例检验 run the tests beside a table")
        ->check(CLI::IsMember({"import", "show", "diff", "test"}));
    d.required("TABLE", a.table,
               "文件，或自带的表、规则集的名称 a file, or the id of a shipped table or a profile");
    d.option("OTHER", a.other, "diff: 新表 the newer table · test: 用例 CSV、XLSX the tests");
    d.option("--to", a.to, "import: 写到哪个 XML 文件 file to write");
    d.option("--title", a.title, "import: 表的名称 title of the table");
    d.option("--approved-by", a.approved_by, "import: 审批机关 who approved it");
    d.option("--approved-on", a.approved_on, "import: 审批日期 when")->check(kDate);
  }
}

void declare_organs(Declarations& d) {
  auto& a = d.command<OrgansArguments>("organs", "机构表", "tables of organisations");
  d.required("ACTION", a.action,
             "import 由 CSV（UTF-8、GB18030）制表 make a table of a CSV · list 列出 list · check "
             "检查 check a table · find 查名称 look a name up")
      ->check(CLI::IsMember({"import", "list", "check", "find"}));
  d.option("SUBJECT", a.subject,
           "import: CSV · list, check: 机构表 XML · find: 名称 a CSV, a table, or a name");
  d.option("--to", a.to, "import: 写到哪个 XML 文件 file to write");
  d.flag("--leave-bad", a.leave_bad, "import: 略过有误的行 leave out rows with flaws");
  d.option("--org", a.org, "find: 本单位机构表 table of the office");
  d.option("--profile", a.profile, "规则集 rule set whose table lies underneath");
  d.option("--date", a.date, "哪一天的名称 day whose names are shown")->check(kDate);
  d.flag("--json", a.json, "每机构一行 JSON one line an organ");
}

void declare_number(Declarations& d) {
  auto& a = d.command<NumberArguments>("number", "档号", "forms of archival codes");
  d.required("ACTION", a.action,
             "patterns 列出随附的形式 list the forms that come with the program · parse 解读档号 "
             "say the parts of codes · check 查一份清单的重号、断号和写法 check a list for form, "
             "repeats and gaps")
      ->check(CLI::IsMember({"patterns", "parse", "check"}));
  d.option("SUBJECT", a.subjects, "parse: 档号 codes · check: 清单 a list, CSV or XLSX");
  d.option("--pattern", a.pattern, "形式的名称或模板 id of a form, or a template");
  d.option("--profile", a.profile, "用规则集的形式 the form of a rule set");
  d.option("--home", a.home, "用全宗库的形式 the form of a home");
  d.flag("--json", a.json, "JSON");
}

void declare_volumes(Declarations& d) {
  auto& a = d.command<VolumeArguments>("volume", "案卷", "volumes before they are sealed");
  d.required(
       "ACTION", a.action,
       "list 列出 · move 移到另一卷 · merge 合卷 · split 分卷 · reorder 排序 · retitle 改题名")
      ->check(CLI::IsMember({"list", "move", "merge", "split", "reorder", "retitle"}));
  d.required("HOME", a.home, "全宗库 home");
  d.option("SUBJECT", a.subjects,
           "案卷（卷号、档号或题名）、文件 volumes (id, code or title) or documents");
  d.option("--to", a.to,
           "移到、并入的案卷；新卷名；new 另立一卷；空为撤销 a volume, a new name, new for another "
           "volume of the same matter, empty takes it back");
  d.option("--year", a.year, "list: 归档年度 only this filing year");
  d.option("--by", a.by, "决定人 who decides");
  d.option("--why", a.why, "理由 reason");
  d.option("--as-of", a.as_of, "日期 date of the decision")->check(kDate);
  d.flag("--json", a.json, "list: 每卷一行 JSON one line a volume");
  d.footer(
      "move HOME 文件… --to 卷 · merge HOME 卷… --to 卷 · split HOME 卷 文件… --to 新卷名 · "
      "reorder "
      "HOME 卷 文件…（按新次序） · reorder HOME 卷 卷… · retitle HOME 卷 题名");
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
    d.required("HOME", a.home, "全宗库 home");
    d.flag("--deep", a.deep, "逐件核对原件 read every original again");
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
  declare_appraisal(declarations);
  declare_organs(declarations);
  declare_number(declarations);
  declare_volumes(declarations);
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
    search->query = search->homes.back();
    search->homes.pop_back();
  }
  return parsed;
}

}  // namespace guidang::cli
