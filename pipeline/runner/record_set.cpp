// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/record_set.h"

#include "pipeline/register/sorter.h"

namespace guidang {
namespace {

class RegisterSet : public RecordSet {
 public:
  RegisterSet(Register& source, const StageInfo& info, PageSource pages,
              std::function<void(std::uint64_t)> tick)
      : records_(source), info_(info), pages_(std::move(pages)), tick_(std::move(tick)) {
    wanted_.add(info);
  }

  void for_each_document(const std::function<void(const View&)>& visit) override {
    each('d', visit);
  }
  void for_each_item(const std::function<void(const View&)>& visit) override { each('i', visit); }
  std::unique_ptr<Sorter> sorter() override { return make_sorter(); }

 private:
  void each(char kind, const std::function<void(const View&)>& visit) {
    std::uint64_t seen = 0;
    records_.for_each_id(kind, [&](const RecordId& id) {
      visit(narrow(records_.load(id, wanted_), info_, pages_));
      if (tick_) tick_(++seen);
    });
  }

  RecordReader records_;
  const StageInfo& info_;
  Wanted wanted_;
  PageSource pages_;
  std::function<void(std::uint64_t)> tick_;
};

}  // namespace

std::unique_ptr<RecordSet> make_record_set(Register& source, const StageInfo& info,
                                           PageSource pages,
                                           std::function<void(std::uint64_t)> tick) {
  return std::make_unique<RegisterSet>(source, info, std::move(pages), std::move(tick));
}

}  // namespace guidang
