// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/declarations.h"

namespace guidang::cli {
namespace {

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
             "检查 check a table · find 查名称 look a name up · learn 由登记簿、全宗库归纳机关代字 "
             "derive codes of organs from registers or a home")
      ->check(CLI::IsMember({"import", "list", "check", "find", "learn"}));
  d.option("SUBJECT", a.subjects,
           "import: CSV · list, check: 机构表 XML（上层在后） · find: 名称 a CSV, tables, the "
           "upper last, or a name · learn: "
           "全宗库或登记簿 a home, or registers (CSV, XLSX)");
  d.option("--to", a.to, "import, learn: 写到哪个文件 file to write (learn: .xml or .csv)");
  d.option("--least", a.least, "learn: 至少几个文号 numbers that a code needs")
      ->check(CLI::Range(1, 1000000));
  d.option("--confirm", a.confirmed,
           "learn: 人工核对后采用的代字 codes taken after a look at what speaks against them");
  d.flag("--leave-bad", a.leave_bad, "import: 略过有误的行 leave out rows with flaws");
  d.option("--org", a.org, "find, learn: 本单位机构表 table of the office");
  d.option("--profile", a.profile, "规则集 rule set whose table lies underneath");
  d.option("--date", a.date, "哪一天的名称 day whose names are shown")->check(kDate);
  d.flag("--json", a.json, "每机构一行 JSON one line an organ");
}

void declare_number(Declarations& d) {
  {
    auto& a = d.command<RenumberArguments>("renumber", "封存前改号",
                                           "another order of provisional codes, before the seal");
    d.required("HOME", a.home, "全宗库 home");
    d.required("YEAR", a.year, "归档年度 filing year")->check(CLI::Range(1900, 2200));
    d.option("--plan", a.plan,
             "写出新旧预编档号对照，不改动 write what the codes would become; CSV or XLSX");
    d.option(
        "--apply", a.apply,
        "按此表的顺序编号，旧号留在对照中 number in the order of this table; old codes stay known");
    d.option("--by", a.by, "经办人 who decides");
    d.option("--why", a.why, "理由 reason");
    d.option("--as-of", a.as_of, "日期 date")->check(kDate);
  }
  auto& a = d.command<NumberArguments>("number", "档号", "forms of archival codes");
  d.required(
       "ACTION", a.action,
       "patterns 列出随附的形式 list the forms that come with the program · parse 解读档号 say the "
       "parts of codes · check 查一份清单的重号、断号和写法 check a list for form, repeats and "
       "gaps · archive 记入馆编件号 take over the numbers that the archives gave")
      ->check(CLI::IsMember({"patterns", "parse", "check", "archive"}));
  d.option("SUBJECT", a.subjects, "parse: 档号 codes · check, archive: 清单 a list, CSV or XLSX");
  d.option("--pattern", a.pattern, "形式的名称或模板 id of a form, or a template");
  d.option("--profile", a.profile, "用规则集的形式 the form of a rule set");
  d.option("--home", a.home, "全宗库（用其形式） home, and its form");
  d.option("--by", a.by, "archive: 经办人 who hands them in");
  d.option("--why", a.why, "archive: 依据，如接收回执 on what grounds, as the receipt");
  d.option("--as-of", a.as_of, "archive: 日期 date")->check(kDate);
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

void declare_review(Declarations& d) {
  {
    auto& a = d.command<ReviewArguments>("review", "批量处理待办",
                                         "settle what is held in one spreadsheet");
    d.required("ACTION", a.action,
               "export 导出待办表 write the table of what is asked · apply 应用填好的表 take the "
               "decisions of a filled table, all or none")
        ->check(CLI::IsMember({"export", "apply"}));
    d.required("HOME", a.home, "全宗库 home");
    d.option("FILE", a.file, "apply: 填好的表 CSV（UTF-8、GB18030）或 XLSX the filled table");
    d.option("--to", a.to, "export: 写到 .csv 或 .xlsx file to write");
    d.option("--year", a.year,
             "export: 只要这一归档年度和未定年度的 only this filing year, and what has none yet")
        ->check(CLI::Range(1900, 2200));
    d.flag("--all", a.all, "export: 提示和已合格的也列 also warnings and notes of what stands");
    d.option("--by", a.by, "apply: 决定人 who decides");
    d.option("--why", a.why, "apply: 未填理由的行用它 reason for rows that give none");
    d.option("--as-of", a.as_of, "apply: 日期 date of the decisions")->check(kDate);
    d.flag("--dry-run", a.dry_run, "apply: 只检查，不写入 check only");
    d.flag("--json", a.json, "apply: JSON");
  }
  {
    auto& a = d.command<UndoArguments>("undo", "撤销决定", "take the decisions of one event back");
    d.required("HOME", a.home, "全宗库 home");
    d.option("EVENT", a.event, "事件号；不给则撤销最近一次 number of the event; none: the newest")
        ->check(CLI::Range(1, 2'000'000'000));
    d.flag("--list", a.list, "列出各次决定 list the events of decisions");
    d.option("--by", a.by, "经办人 who takes it back");
    d.option("--why", a.why, "理由 reason");
    d.option("--as-of", a.as_of, "日期 date of the undoing")->check(kDate);
    d.flag("--json", a.json, "JSON");
  }
  {
    auto& a = d.command<CheckYearArguments>("check-year", "年度检查",
                                            "what stands between a year and its seal");
    d.required("HOME", a.home, "全宗库 home");
    d.required("YEAR", a.year, "归档年度 filing year")->check(CLI::Range(1900, 2200));
    d.option("--to", a.to, "另存一页供打印到此目录 folder for a page to print");
    d.option("--as-of", a.as_of, "当作今天的日期 date that stands for today")->check(kDate);
    d.flag("--json", a.json, "JSON");
  }
}

}  // namespace

void declare_arranging(Declarations& declarations) {
  declare_appraisal(declarations);
  declare_organs(declarations);
  declare_number(declarations);
  declare_volumes(declarations);
  declare_review(declarations);
}

}  // namespace guidang::cli
