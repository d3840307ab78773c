// SPDX-License-Identifier: GPL-3.0-or-later
// How long the set stages take by themselves, and in how much memory: bench_arrange [ROWS]
// Records are made while the cursor moves, so what is measured is the stage and its sorters.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>

#include "pipeline/register/sorter.h"
#include "stages/arrange/arrange.h"
#include "stages/itemise/itemise.h"
#include "stages/relate/relate.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

/// A year of `count` documents: every tenth a draft of the one before, some cite, some repeat.
class Year : public RecordSet {
 public:
  explicit Year(std::size_t count) : count_(count) {}
  void for_each_document(const std::function<void(const View&)>& visit) override {
    for (std::size_t i = 0; i < count_; ++i) visit(document(i));
  }
  void for_each_item(const std::function<void(const View&)>& visit) override {
    if (!items_) return;
    for (std::size_t i = 0; i < count_; ++i) {
      View item(fmt::format("i{:016x}", i), {});
      const View part = document(i);
      item.put(Item{.main = part.id(), .parts = {{part.id(), Role::main}}});
      item.put(std::vector<View>{part});
      item.put(Checks{});
      item.put(Appraisal{.period = i % 3 == 0 ? "永久" : "30年"});
      item.put(FilingYear{.year = 2023});
      visit(item);
    }
  }
  [[nodiscard]] std::unique_ptr<Sorter> sorter() override { return make_sorter(); }
  void show_items() { items_ = true; }
  void show_texts() { texts_ = true; }

 private:
  /// 1,100 characters: half a frame that a hundred share, half its own; every twentieth is nearly
  /// the one before.
  static std::vector<std::string> read(const ComponentText& text) {
    std::size_t i = std::strtoull(text.digest.c_str(), nullptr, 16);
    std::string page = i % 20 == 19 ? "补充说明。" : "";
    if (i % 20 == 19) --i;
    for (std::size_t n = 0; n < 44; ++n) {
      page += fmt::format("第{}项由责任单位{}按期完成并且报告。\n", n,
                          n % 2 == 0 ? i / 100 * 131 + n : i * 977 + n);
    }
    page += "根据云政办发〔2023〕" + std::to_string(i / 3 + 1) + "号要求办理。";
    return {page};
  }

  [[nodiscard]] View document(std::size_t i) const {
    View view(fmt::format("d{:016x}", i),
              texts_ ? PageSource{PageSource::Pages(read)} : PageSource{});
    const bool draft = i % 10 == 9;
    const std::size_t of = draft ? i - 1 : i;
    view.put(Origin{.place = fmt::format("发文/{}{}.txt", of, draft ? "_定稿" : ""),
                    .direction = Direction::issued});
    const std::string digest = fmt::format("{:064x}", i % 50 == 7 ? 7 : i);
    view.put(Components{.list = {{.digest = digest}}});
    if (texts_) {
      view.put(Text{{{.digest = digest, .state = TextState::read, .reader = "txt"}}});
    }
    Description description;
    const auto put = [&](const char* name, std::string value) {
      description.fields[name] = Field{.values = {std::move(value)}};
    };
    put("title", fmt::format("关于做好第{}项重点工作任务落实的通知", of));
    put("document_number", fmt::format("云政办发〔2023〕{}号", of));
    put("date", fmt::format("2023-{:02}-{:02}", of % 12 + 1, of % 28 + 1));
    put("creator", "云溪县人民政府办公室");
    put("doctype", "通知");
    put("line", i % 8 == 0 ? "党" : "政");
    put("pages", std::to_string(i % 7 + 1));
    // Every sixth answers the third before it: ties within one period and, mostly, one line.
    if (i % 6 == 5) {
      view.put(Relations{{{.kind = "replies_to", .other = fmt::format("d{:016x}", i - 3)}}});
    }
    if (i % 4 == 0) put("cited_numbers", fmt::format("云政办发〔2023〕{}号", i / 2));
    view.put(description);
    return view;
  }
  std::size_t count_;
  bool items_ = false;
  bool texts_ = false;
};

struct Count : Sink {
  std::size_t facts = 0;
  std::size_t findings = 0;
  void put(const RecordId&, Fact) override { ++facts; }
  void report(const RecordId&, Finding) override { ++findings; }
};

double seconds(const rusage& usage) {
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

void measure(const SetStage& stage, Year& year) {
  Count count;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double before = seconds(usage);
  const auto start = std::chrono::steady_clock::now();
  stage.run(year, count);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{:8} {:6.2f} s ({:.2f} s of processor)  {} facts  {} findings  peak {} MB\n",
             stage.info().name, spent.count(), seconds(usage) - before, count.facts, count.findings,
             usage.ru_maxrss / 1024);
}

}  // namespace
}  // namespace guidang

int main(int argc, char** argv) {
  const std::size_t rows = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
  guidang::Year year(rows);
  measure(guidang::Relate{}, year);
  year.show_texts();
  measure(guidang::Relate{}, year);
  measure(guidang::Itemise(guidang::fake::office()), year);
  year.show_items();
  measure(guidang::Arrange(guidang::fake::office(), "J001"), year);
  measure(guidang::Arrange(guidang::fake::volume_office(), "J001"), year);
}
