// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <optional>

#include "pipeline/failure.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/walk.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/number/former_codes.h"
#include "stages/package/layout.h"
#include "stages/package/own_bundle.h"
#include "stages/package/register_writer.h"
#include "stages/package/year_bundle.h"

// The part of YearBundle that writes what goes with the items.
namespace guidang::bag {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kFlushFrom = 1U << 17;

/// A CSV in the bag, written piece by piece.
class BagCsv {
 public:
  explicit BagCsv(BagFile file) : file_(std::move(file)), text_(kByteOrderMark) {}

  void row(const std::vector<std::string>& fields) {
    files::write_csv_row(text_, fields);
    if (text_.size() >= kFlushFrom) flush();
  }
  void close() {
    flush();
    file_.close();
  }

 private:
  void flush() {
    file_.write(text_);
    text_.clear();
  }

  BagFile file_;
  std::string text_;
};

/// All files below `from`, in the order of their paths, to below `to`.
void copy_folder(BagWriter& bag, const std::filesystem::path& from, const std::string& to) {
  if (!std::filesystem::is_directory(from)) return;
  const files::Fd root = files::open_folder(from);
  files::walk(root.get(), [&](const files::WalkEntry& entry) {
    if (entry.refusal != files::WalkRefusal::none) return;
    const auto opened = files::open_beneath(root.get(), entry.relative);
    if (const auto* fd = std::get_if<files::Fd>(&opened)) {
      bag.copy(to + "/" + entry.relative, fd->get());
    }
  });
}

}  // namespace

void YearBundle::write_papers() {
  const std::filesystem::path folder = bag_.place(other("x")).parent_path();
  for (const lists::Paper* paper : papers_) {
    const bool empty = press_.lines(*paper, sealed_.year()).count() == 0;
    // That nothing was left out is worth a signature too.
    if (empty && paper->lines != &lists::kNotFiledLines) continue;
    const auto files =
        press_.print(*paper, lists::load_forms(profile_, *paper), sealed_.year(), folder, {});
    for (const auto& file : files) bag_.adopt(other(file.filename().string()));
  }
}

void YearBundle::write_ledger() {
  BagCsv csv(bag_.open(fmt::format("{}/{}", top_, kLedgerFile)));
  csv.row({"类别", "流水号", "档号", "状态", "年度", "版次", "说明"});
  Ledger(home_.registry()).for_each(sealed_.year(), [&](const LedgerRow& row) {
    if (row.edition > sealed_.seal().edition) return;
    csv.row({row.series, std::to_string(row.number), row.code, row.state, std::to_string(row.year),
             std::to_string(row.edition), row.note});
  });
  csv.close();
  write_former_codes();
}

void YearBundle::write_former_codes() {
  Ledger ledger(home_.registry());
  std::optional<BagCsv> csv;
  for_each_former_code(home_.registry(), sealed_.year(), [&](const FormerCode& one) {
    const auto row = ledger.of_item(one.item);
    if (!row || row->edition > sealed_.seal().edition) return;
    if (!csv) {
      csv.emplace(bag_.open(other("新旧档号对照.csv")));
      csv->row({"档号", "原预编档号", "改号人", "日期", "理由"});
    }
    csv->row({one.now, one.before, one.by, one.date, one.why});
  });
  if (csv) csv->close();
}

void YearBundle::write_register() {
  BagFile file = bag_.open(fmt::format("{}/{}", top_, kRegisterFile));
  std::string text;
  write_register_rows(home_, sealed_, [&](std::string_view line) {
    text += line;
    if (text.size() < kFlushFrom) return;
    file.write(text);
    text.clear();
  });
  file.write(text);
  file.close();
}

void YearBundle::write_history() {
  BagCsv csv(bag_.open(other("登记簿事件链.csv")));
  csv.row({"序号", "前一摘要", "摘要", "事项", "行数"});
  std::string last(64, '0');
  bool holds = true;
  std::uint64_t events = 0;
  sealed_.for_each_event([&](const ChainEvent& event) {
    holds = holds && event.previous == last;
    last = event.digest;
    ++events;
    csv.row({std::to_string(event.id), event.previous, event.digest, event.what,
             std::to_string(event.rows)});
  });
  csv.close();
  checks_.settle("4-7", holds ? CheckResult::passed : CheckResult::failed,
                 fmt::format("登记簿事件链 {} 个事件，逐一相接", events));
}

void YearBundle::write_rules() {
  const std::filesystem::path templates = profile_.data_root() / "templates";
  for (const std::string& id : profile_.lineage()) {
    copy_folder(bag_, templates / "profiles" / id, other("规则集/" + safe_name(id)));
  }
  // A rule set may name a form of codes instead of spelling it out.
  copy_folder(bag_, templates / "numbers", other("规则集/numbers"));
  copy_folder(bag_, templates / "packages", other("格式说明"));
}

void YearBundle::write_read_me() {
  std::string codes;
  for (const auto& [series, table] : filed_) {
    if (!codes.empty()) codes += "；";
    codes += table.first + " 至 " + table.last;
  }
  const SealRow& seal = sealed_.seal();
  std::string text(kByteOrderMark);
  const auto line = [&](std::string_view label, std::string_view value) {
    text.append(label).append("：").append(value).append("\r\n");
  };
  line("移交单位", home_.fonds().name);
  line("全宗号", home_.fonds().code);
  line("内容描述", fmt::format("{} {} 年度归档文件，封存第 {} 版（{}）", home_.fonds().name,
                               sealed_.year(), seal.edition, seal.date));
  line("起止档号", codes);
  line("档案数量", fmt::format("{} 件，{} 个文件，{} 字节", items_, components_, component_bytes_));
  line("软硬件环境", "无特殊要求。目录和元数据为 UTF-8 编码的 XML、CSV、HTML；原件保持原格式");
  line("整理人", seal.by);
  line("检查人", seal.checked_by);
  if (seal.left_held > 0) {
    line("未归档说明", fmt::format("另有 {} 件待处理，未列入：{}", seal.left_held, seal.why));
  }
  if (const std::uint64_t stubs = sealed_.stubs(); stubs > 0) {
    line("涉密文件", fmt::format("全宗内另有 {} 件超出密级上限，未进入本系统，只计数", stubs));
  }
  line("校验方法",
       "在本包最上层文件夹运行 sha256sum -c manifest-sha256.txt，或用任一 BagIt 校验工具");
  line("登记簿事件链", sealed_.head());
  line("文件命名", "档号-序号-稿本。文件系统不宜的字符写作 ~ 加十六进制字节；原文件名在元数据中");
  bag_.add(fmt::format("{}/{}", top_, kReadMeFile), text);
}

void YearBundle::write_four_checks() {
  Ledger ledger(home_.registry());
  const std::vector<std::string> gaps = ledger.missing();
  std::uint64_t used = 0;
  ledger.for_each(sealed_.year(), [&](const LedgerRow& row) {
    if (is_volume(row)) return;
    used += row.state == "used" && row.edition <= sealed_.seal().edition ? 1U : 0U;
  });
  std::uint64_t listed = 0;
  for (const auto& [series, table] : filed_) listed += table.count;
  const auto result = [](bool good) { return good ? CheckResult::passed : CheckResult::failed; };
  checks_.settle("1-8", CheckResult::passed, "档号在全宗内唯一，由编号台账保证");
  checks_.settle("2-1", result(used == items_ && listed == items_),
                 fmt::format("台账 {}，打包 {}，目录 {}", used, items_, listed));
  checks_.settle("2-2", CheckResult::passed,
                 fmt::format("{} 字节，逐个文件与登记簿相符", component_bytes_));
  checks_.settle("2-6", result(gaps.empty()),
                 gaps.empty() ? "编号台账无缺号" : "缺号：" + gaps.front());
  for (const std::string_view id : {"1-12", "1-13", "1-14", "3-1"}) {
    checks_.settle(id, CheckResult::not_examined, "打包时不自检，由 guidang verify 检测");
  }
  for (const std::string_view id : {"3-7", "4-4", "4-5", "4-6"}) {
    checks_.settle(id, CheckResult::not_applicable, "以文件夹移交，不含载体");
  }
  const std::string& date = sealed_.seal().date;
  bag_.add(other("四性检测报告.xml"), checks_.xml(name_, date));
  bag_.add(other("四性检测报告.html"), checks_.html(name_, date));
}

void YearBundle::finish() {
  const SealRow& seal = sealed_.seal();
  bag_.finish({{"Source-Organization", home_.fonds().name},
               {"External-Identifier", name_},
               {"External-Description",
                fmt::format("{} {} 年度归档文件", home_.fonds().name, sealed_.year())},
               {"Bagging-Date", seal.date},
               {"Bag-Group-Identifier", home_.fonds().code},
               {"BagIt-Profile-Identifier", std::string(kProfileIdentifier)},
               {"Rule-Set", profile_.id() + " " + profile_.version()},
               {"Seal-Edition", std::to_string(seal.edition)},
               {"Sealed-By", seal.by},
               {"Checked-By", seal.checked_by},
               {"Item-Count", std::to_string(items_)},
               {std::string(kChainHeadLabel), sealed_.head()}});
}

}  // namespace guidang::bag
