// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "pipeline/account.h"
#include "pipeline/cli/console.h"

/// Every text of the command line, Chinese and English side by side.
namespace guidang::cli {

inline constexpr Both kError{"错误：", "error: "};
inline constexpr Both kAdvice{"办法：", "advice: "};
inline constexpr Both kBug{"程序缺陷，未丢失数据：", "bug in the program, nothing is lost: "};
inline constexpr Both kInterrupted{"已中断；已提交的都在，重跑同一命令即可继续",
                                   "interrupted; what was committed stays, run the same command "
                                   "again to go on"};
inline constexpr Both kCannotWrite{"结果没有写完", "the result could not be written whole"};

inline constexpr Both kNothingToPrint{"没有可打印的内容：该年度没有归档文件",
                                      "nothing to print: no item of that year is filed"};

inline constexpr Both kFiles{"文件账", "files"};
inline constexpr Both kDocuments{"公文账", "documents"};
inline constexpr Both kSeen{"所见", "seen"};
inline constexpr Both kIn{"收入", "in"};
inline constexpr Both kThisRun{"本次", "this run"};
inline constexpr Both kInAll{"累计", "in all"};

inline constexpr std::array<Both, kFileStates.size()> kFileStateWords{
    Both{"组成件", "component"}, Both{"元数据", "metadata"}, Both{"忽略", "ignored"},
    Both{"隔离", "quarantined"}, Both{"拒收", "refused"}};
inline constexpr std::array<Both, kVerdictNames.size()> kVerdictWords{
    Both{"合格", "accepted"},          Both{"待处理", "held"},
    Both{"拟退文", "return proposed"}, Both{"已退文", "returned"},
    Both{"不归档", "not to be filed"}, Both{"重份", "duplicate"},
    Both{"涉密存根", "stub"},          Both{"已撤回", "withdrawn"}};

/// In the order of ElementZone.
inline constexpr std::array<Both, 5> kZoneWords{
    Both{"版头", "head"}, Both{"主体", "body"}, Both{"版记", "imprint"},
    Both{"由此得出", "derived"}, Both{"办理登记", "handling"}};
/// Sources that are no place in the text, as in Field::source.
struct SourceWord {
  std::string_view source{};
  Both words{};
};
inline constexpr std::array kSourceWords{
    SourceWord{"ledger", {"登记簿", "ledger"}}, SourceWord{"sidecar", {"著录文件", "sidecar"}},
    SourceWord{"tag", {"文件标引", "tag"}},     SourceWord{"file name", {"文件名", "file name"}},
    SourceWord{"derived", {"推得", "derived"}}, SourceWord{"person", {"人工", "person"}}};
inline constexpr Both kUnsureWord{"？待人工确认", "? to be confirmed"};
inline constexpr Both kWrittenAs{"原文：", "as written: "};
inline constexpr Both kOrWord{"或 ", "or "};
inline constexpr Both kNotSeen{"未见：", "not seen: "};

inline constexpr Both kHead{"事件链头", "chain head"};
inline constexpr Both kNothingToDo{"没有新的工作", "nothing to do"};
inline constexpr Both kRehearsal{"试跑：全宗库未改动", "dry run: the home was not changed"};
inline constexpr Both kHomeMade{"已建全宗库 ", "made the home "};
inline constexpr Both kFoundWord{"所见", "found"};
inline constexpr Both kExpectedWord{"应为", "expected"};
inline constexpr Both kRuleWord{"依据", "rule"};
inline constexpr Both kHintWord{"办法", "hint"};
inline constexpr Both kMore{"… 其余用 --all 列出", "… more with --all"};
inline constexpr Both kNothingOpen{"没有待处理的", "nothing is held"};
inline constexpr Both kDecided{"已记下", "noted"};
inline constexpr Both kLoosened{"没有一件全部符合；以下各件符合其中一部分",
                                "no record holds all of it; these hold a part"};
inline constexpr Both kProvisionalWord{"（预编）", " (provisional)"};
inline constexpr Both kOnPage{"第 {} 页", "page {}"};
inline constexpr Both kFormerCode{"曾用档号", "former code"};
inline constexpr Both kNoValue{"（无）", "(none)"};
inline constexpr Both kReadAs{"读作：", "read as:"};
inline constexpr Both kAllOf{"都要", "all of"};
inline constexpr Both kAnyOf{"任一", "any of"};
inline constexpr Both kNoneOf{"不要", "none of"};
inline constexpr Both kDateWord{"日期", "date"};
inline constexpr Both kQuotedWord{"（引号内，不放宽）", "(quoted: never taken loosely)"};
inline constexpr Both kWholeWord{"（整个值）", "(the whole value)"};
inline constexpr Both kSynonymWord{"（同义，排在后面）", "(a synonym, ranks below)"};
inline constexpr Both kWidenedBy{"同义词：", "synonyms: "};
inline constexpr Both kCouldAsk{"还可以查：", "could be asked for, too: "};
inline constexpr Both kScoreWord{"得分", "score"};
inline constexpr Both kTryThese{"可以改查：", "try instead:"};
inline constexpr Both kHitsAndWhy{"{} 件（{}）", "{} hits ({})"};
inline constexpr std::array kDirectionWords{Both{"收文", "received"}, Both{"发文", "issued"},
                                            Both{"内部", "internal"}};
inline constexpr Both kNoQuery{"缺少检索式", "the query is missing"};
inline constexpr Both kNoQueryAdvice{"guidang search HOME… 检索式", "guidang search HOME… QUERY"};
inline constexpr Both kNoSuchRecord{"没有这件记录：{}", "there is no record {}"};
inline constexpr Both kFacetsInCsv{"--csv 不能与 --facets、--explain 同用",
                                   "--csv does not go with --facets or --explain"};
inline constexpr Both kRunAgain{"重跑 guidang run HOME 使之生效",
                                "run guidang run HOME to apply it"};
inline constexpr Both kOnlyProposed{"已封存：只作为更正建议保留",
                                    "it is sealed: kept as a proposed amendment only"};
inline constexpr Both kServing{"检索网站已启动，按 Ctrl-C 结束",
                               "the search site is up; end it with Ctrl-C"};
inline constexpr Both kServeAll{
    "对其他机器开放：所有访问者只能看到已开放的档案",
    "other machines can reach it: every visitor sees open records only"};
inline constexpr Both kServeEnds{"检索网站已结束", "the search site has ended"};
inline constexpr Both kOpenNow{"立即生效：人人可查；目录由下次 guidang run 更新",
                               "holds at once: everybody finds it; the next guidang run does the "
                               "lists"};
inline constexpr Both kClosedNow{"立即生效：不对外；目录由下次 guidang run 更新",
                                 "holds at once: strangers do not find it; the next guidang run "
                                 "does the lists"};
inline constexpr Both kNotOpenYet{
    "已记下，仍不对外：尚有控制理由（control）或密级（secrecy），或结论不是接收",
    "noted, yet strangers do not find it: a reason for control (control) or a secrecy level "
    "(secrecy) stands, or it is not accepted"};
inline constexpr Both kIndexIs{"索引第 {} 代，{} 件；新编 {}，去除 {}",
                               "index generation {}, {} records; {} indexed, {} taken out"};
inline constexpr Both kIndexStays{"索引第 {} 代，{} 件，没有变化",
                                  "index generation {}, {} records, nothing changed"};
inline constexpr Both kIndexGood{"索引第 {} 代与登记簿一致，{} 件",
                                 "index generation {} agrees with the register, {} records"};
inline constexpr Both kIndexBad{"索引与登记簿不一致", "the index does not agree with the register"};
inline constexpr Both kIndexMissing{"缺 {} 件", "{} records are missing"};
inline constexpr Both kIndexExtra{"多 {} 件", "{} records should not be there"};
inline constexpr Both kIndexTooOpen{"{} 件不应对外", "{} records are open that should not be"};
inline constexpr Both kIndexTooClosed{"{} 件应对外而未对外", "{} records should be open"};
inline constexpr Both kIndexOther{"{} 件内容不同", "{} records have other content"};
inline constexpr Both kIndexCure{
    "补：guidang index HOME；数据表损坏则 guidang index HOME --rebuild",
    "to mend it: guidang index HOME; with damaged tables guidang index HOME --rebuild"};
inline constexpr Both kFacts{"事实", "facts"};
inline constexpr Both kDecisionsWord{"人工决定", "decisions"};
inline constexpr Both kProposalsWord{"更正建议", "proposed amendment"};
inline constexpr Both kFindingsWord{"发现的问题", "findings"};
inline constexpr Both kVerdictWord{"结论", "verdict"};
inline constexpr Both kSealedWord{"已封存", "sealed"};
inline constexpr Both kReadsNow{"现在可以读取", "reads now"};
inline constexpr Both kFailsStill{"仍然失败", "fails still"};
inline constexpr Both kMendByHand{"更正后重新接收", "mend it and receive it again"};
inline constexpr Both kNoBytes{"隔离区中没有其内容", "its bytes are not in quarantine/"};
inline constexpr Both kNothingQuarantined{"没有隔离的文件", "nothing is in quarantine"};
inline constexpr Both kRunBatchAgain{"请再收批次 guidang retry HOME ",
                                     "to take it in, run guidang retry HOME "};
inline constexpr Both kBareFiles{"（单独接收的文件）", "(the files themselves)"};
inline constexpr Both kBackedUp{"已备份到 ", "backed up to "};
inline constexpr Both kRestored{"已恢复到 ", "restored to "};
inline constexpr Both kRebuilt{"已由移交包重建 {} 年：{} 件，{} 份文件，{} 个原件，在 ",
                               "rebuilt {} from its bundle: {} items, {} documents, {} originals, "
                               "in "};
inline constexpr Both kRunForTexts{"运行 guidang run HOME 重建文本、目录和索引",
                                   "run guidang run HOME for its texts, lists and index"};
inline constexpr Both kSound{"全宗库完好", "the home is sound"};
inline constexpr Both kSeals{"封存", "seals"};
inline constexpr Both kBy{"整理", "by"};
inline constexpr Both kCheckedBy{"检查", "checked by"};
inline constexpr Both kItemsWord{"件", "items"};

inline constexpr Both kUndated{"（没有日期，可能属于本年）",
                               " (no date: it may belong to this year)"};
inline constexpr Both kNotSealed{"{} 年没有封存：{} 件待处理",
                                 "{} was not sealed: {} items are held"};
inline constexpr Both kNotSealedAdvice{
    "先处理，或加 --leave-held --why 说明理由，以后补封",
    "settle them, or leave them for a later edition with --leave-held --why"};
inline constexpr Both kNothingImported{"有错误的行，什么也没有导入",
                                       "some rows are wrong; nothing was taken in"};
inline constexpr Both kImported{"导入", "imported"};
inline constexpr Both kOfVolumes{"其中案卷", "of them volumes"};
inline constexpr Both kNamed{"补名", "named"};
inline constexpr Both kKeptBack{"留空号", "kept back"};
inline constexpr Both kRenumberPlanned{"{} 件未封存，{} 件的预编档号会变；全宗库未改动",
                                       "{} unsealed items, {} codes would change; the home was not "
                                       "changed"};
inline constexpr Both kRenumbered{"已定 {} 件的顺序，{} 件改号；旧号可查",
                                  "the order of {} items is decided, {} codes changed; the old "
                                  "ones still find them"};
inline constexpr Both kNothingRenumbered{"没有改号：先改正上列各行",
                                         "nothing was renumbered: correct these rows first"};
inline constexpr Both kArchiveNumbersSet{"记入馆编号 {} 个", "{} numbers of the archives taken in"};
inline constexpr Both kNothingTakenIn{"没有记入：先改正上列各行",
                                      "nothing was taken in: correct these rows first"};
inline constexpr Both kFondsPart{"全宗号", "fonds"};
inline constexpr Both kCategoryPart{"门类（类别）", "category"};
inline constexpr Both kDirectoryPart{"目录号", "directory"};
inline constexpr Both kProjectPart{"项目号", "project"};
inline constexpr Both kYearPart{"年度", "year"};
inline constexpr Both kPeriodPart{"保管期限", "period"};
inline constexpr Both kOrganPart{"机构（问题）", "organ"};
inline constexpr Both kVolumePart{"案卷号", "volume"};
inline constexpr Both kNumberPart{"件号", "number"};
inline constexpr Both kNormalForm{"规范写法", "normal form"};
inline constexpr Both kNoSuchCode{"“{}”不是这种形式的档号：{}", "'{}' is no code of the form {}"};
inline constexpr Both kNotThePattern{"写法不合", "not of this form"};
inline constexpr Both kSameAsLine{"与第 {} 行重号", "the same code as on line {}"};
inline constexpr Both kOneMissing{"缺 {} 号", "number {} is missing"};
inline constexpr Both kSomeMissing{"缺 {}–{} 号", "numbers {} to {} are missing"};
inline constexpr Both kCodesChecked{"{} 个档号，{} 个类别，{} 处问题",
                                    "{} codes, {} series, {} flaws"};
inline constexpr Both kOrgansRead{"编码 {}：{} 行，{} 个机构，{} 处错误",
                                  "encoding {}: {} rows, {} organs, {} flaws"};
inline constexpr Both kOrgansUnused{"未用的列：", "column not used: "};
inline constexpr Both kOrgansNotWritten{
    "没有写出；改正上述各行，或加 --leave-bad 略过",
    "nothing was written; correct these rows, or leave them out with --leave-bad"};
inline constexpr Both kOrgansChecked{"{} 个机构，{} 处错误", "{} organs, {} flaws"};
inline constexpr Both kOrgansSeveral{"不止一个机构用这个名称", "more than one organ has this name"};
inline constexpr Both kOrgansNone{"机构表中没有；相近的有：", "not in the table; near it are:"};
inline constexpr Both kLearnHeard{
    "{} 条：例证 {}，重复 {}，无文号 {}，令、公告等 {}，文号存疑 {}，无机关 {}，名称不止一个机构 "
    "{}，"
    "不可用 {}；高于密级上限略过 {}",
    "{} rows: {} counted, {} repeated, {} without a number, {} orders and the like, {} numbers "
    "unsure, {} without an organ, {} names of several organs, {} unusable; {} above the ceiling "
    "left out"};
inline constexpr Both kLearnNumbers{"{} 号", "{} numbers"};
inline constexpr Both kLearnInTable{"机构表：", "table: "};
inline constexpr Both kLearnNothing{"没有可采用的代字，未写出",
                                    "no code to take; nothing was written"};
inline constexpr Both kLearnWritten{
    "写出 {} 个代字，{} 个机构；核对后放入 HOME/"
    "organisations-learnt.xml，或以 --org 使用",
    "wrote {} codes of {} organs; look at them, then put the file "
    "into HOME/organisations-learnt.xml or use it by --org"};
inline constexpr Both kReviewWritten{"{}：{} 行，{} 条记录", "{}: {} rows, {} records"};
inline constexpr Both kReviewCounts{
    "{} 行：未填 {}，已生效 {}，新决定 {}，有误 {}",
    "{} rows: {} without a decision, {} stand already, {} new decisions, {} wrong"};
inline constexpr Both kReviewNothing{"有误的行改正之前，什么也没有写入",
                                     "nothing was written until the wrong rows are mended"};
inline constexpr Both kReviewRow{"第 {} 行 {}", "row {} {}"};
inline constexpr Both kEvent{"事件 {}", "event {}"};
inline constexpr Both kUndoneBy{"已由事件 {} 撤销", "taken back by event {}"};
inline constexpr Both kUndoes{"撤销事件 {}", "undoes event {}"};
inline constexpr Both kDecisionCount{"{} 项决定", "{} decisions"};
inline constexpr Both kStandsAgain{"恢复为", "is again"};
inline constexpr Both kNothingStood{"（无决定）", "(no decision)"};
inline constexpr Both kYearItems{"{} 年度：合格待封存 {} 件，已封存 {} 件，封存 {} 次",
                                 "{}: {} items ready, {} sealed, {} editions"};
inline constexpr Both kYearReady{"可以封存", "ready to seal"};
inline constexpr Both kYearNotReady{"封存前应先解决打 × 的各项",
                                    "settle what is marked × before sealing"};
inline constexpr Both kCheckedOnly{"只检查，没有写入", "checked only, nothing was written"};
inline constexpr Both kTableSays{"保管期限表", "the table says"};
inline constexpr Both kAnswered{"已记下，同类照此鉴定：", "noted, for all that is alike: "};
inline constexpr Both kAnsweredOnly{"已记下，只对本件：", "noted, for this item only: "};
inline constexpr Both kNoAnswers{"没有答复", "there are no answers"};
inline constexpr Both kNoLike{"这一件缺少判断同类的要素（责任者、文种、事由等），答复不能用于同类",
                              "what makes others alike is not known of this item (creator, kind, "
                              "matter), so no answer can hold for its like"};
inline constexpr Both kNoLikeAdvice{"加 --only-this 只答本件，或先用 set 补上缺的要素",
                                    "answer for it alone with --only-this, or supply what is "
                                    "missing with set"};
inline constexpr Both kTableRead{"{} 行，{} 处错误", "{} rows, {} flaws"};
inline constexpr Both kTableUnused{"未用的栏：", "column not used: "};
inline constexpr Both kTableNotWritten{"没有写出；改正上述各行后重新导入",
                                       "nothing was written; correct these rows and import again"};
inline constexpr std::array<Both, 5> kChangeWords{Both{"新增", "added"}, Both{"删去", "removed"},
                                                  Both{"期限", "period"}, Both{"条件", "condition"},
                                                  Both{"次序", "order"}};
inline constexpr Both kSameTable{"两表相同", "the tables say the same"};
inline constexpr Both kCasesRun{"{} 例，{} 例不符", "{} tests, {} failed"};
inline constexpr Both kEndsOn{"期满日", "ends on"};
inline constexpr Both kMayOpen{"开放候选日", "may be opened from"};
inline constexpr Both kMayOpenEarly{"可提前开放（仅供参考）：",
                                    "may be opened early (a suggestion): "};
inline constexpr Both kMayControl{"宜控制（仅供参考）：", "may need control (a suggestion): "};
inline constexpr Both kWithdrawn{"已撤回，档号成为空号 ", "withdrawn; its number is a tombstone "};

}  // namespace guidang::cli
