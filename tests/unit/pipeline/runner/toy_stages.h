// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <memory>

#include "pipeline/pipeline.h"

/// A whole small pipeline whose stages do next to nothing, so that the runner is what is tested.
namespace guidang::test {

/// Documents "d0000" … made of nothing; each with a title in its ledger row.
class ToyIntake : public Intake {
 public:
  explicit ToyIntake(int count) : count_(count) {}
  void run(const Batch&, Reader&, ContentStore&, unsigned, IntakeSink& sink) const override {
    sink.seen(static_cast<std::uint64_t>(count_));
    for (int i = 0; i < count_; ++i) {
      std::string number = std::to_string(i);
      number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
      sink.put(FileRow{.key = "f" + number,
                       .path = number,
                       .state = FileState::metadata,
                       .document = "d" + number});
      sink.put(ReceivedDocument{
          .id = "d" + number,
          .origin = {.place = number, .given = {{.name = "title", .value = "题名" + number}}}});
      if (i % 10 == 9) sink.may_commit();
      sink.progress(static_cast<std::uint64_t>(i) + 1, static_cast<std::uint64_t>(count_));
    }
  }

 private:
  int count_;
};

inline constexpr std::array kDescribeReads{Read{FactKind::origin}};
inline constexpr StageInfo kToyDescribe{.name = "describe",
                                        .summary = "copies the title",
                                        .scope = Scope::document,
                                        .reads = kDescribeReads,
                                        .writes = FactKind::description};

/// Counts how often it ran.
class ToyDescribe : public RecordStage {
 public:
  explicit ToyDescribe(std::atomic<int>& runs, std::string settings = "1")
      : runs_(runs), settings_(std::move(settings)) {}
  const StageInfo& info() const override { return kToyDescribe; }
  std::string settings() const override { return settings_; }
  std::optional<Fact> run(const View& view, Findings& findings) const override {
    ++runs_;
    Description description;
    const std::string title = view.get<Origin>().given.front().value + settings_;
    description.fields["title"] = Field{.values = {title}, .source = "ledger"};
    if (view.id().ends_with('7')) findings.add({.code = "TOY-7", .found = title});
    return description;
  }

 private:
  std::atomic<int>& runs_;
  std::string settings_;
};

inline constexpr std::array kItemiseReads{Read{FactKind::description}};
inline constexpr StageInfo kToyItemise{.name = "itemise",
                                       .summary = "an item a document",
                                       .scope = Scope::document,
                                       .reads = kItemiseReads,
                                       .writes = FactKind::item};

class ToyItemise : public SetStage {
 public:
  explicit ToyItemise(std::atomic<int>& runs) : runs_(runs) {}
  const StageInfo& info() const override { return kToyItemise; }
  void run(RecordSet& set, Sink& sink) const override {
    ++runs_;
    set.for_each_document([&](const View& view) {
      sink.put("i" + view.id().substr(1),
               Item{.main = view.id(), .parts = {{.document = view.id()}}});
    });
  }

 private:
  std::atomic<int>& runs_;
};

inline constexpr std::array kAppraiseReads{Read{FactKind::item}, Read{FactKind::description, true}};
inline constexpr StageInfo kToyAppraise{.name = "appraise",
                                        .summary = "permanent, all of it",
                                        .scope = Scope::item,
                                        .reads = kAppraiseReads,
                                        .writes = FactKind::appraisal};

class ToyAppraise : public RecordStage {
 public:
  const StageInfo& info() const override { return kToyAppraise; }
  std::optional<Fact> run(const View& view, Findings&) const override {
    const auto title = view.main().get<Description>().value("title");
    return Appraisal{.period = "永久", .code = "Y", .rule = std::string(title)};
  }
};

}  // namespace guidang::test
