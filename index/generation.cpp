// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/generation.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>
#include <vector>

#include "index/disk.h"
#include "index/known_records.h"
#include "index/merge.h"
#include "index/shard.h"
#include "index/work_queue.h"
#include "index/xapian_edge.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/lock.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFolderPrefix = "gen-";
constexpr std::string_view kPartial = ".partial";
constexpr const char* kCurrent = "CURRENT";
constexpr std::size_t kWaiting = 16;
constexpr unsigned kMostJobs = 64;

/// The number in a name like gen-000007; nothing for any other name.
std::optional<int> number_of(std::string_view name) {
  if (!name.starts_with(kFolderPrefix)) return std::nullopt;
  name.remove_prefix(kFolderPrefix.size());
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 1) return std::nullopt;
  return number;
}

/// Removes unfinished generations and all finished ones but `current` and, if asked for, the one
/// before it.
void sweep(const fs::path& folder, std::optional<int> current, bool keep_before) {
  std::vector<fs::path> unfinished;
  std::map<int, fs::path> finished;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(kPartial)) {
      unfinished.push_back(entry.path());
    } else if (const auto number = number_of(name)) {
      finished.emplace(*number, entry.path());
    }
  }
  for (const fs::path& path : unfinished) remove_folder(path);
  int before = 0;
  for (const auto& [number, path] : finished) {
    if (keep_before && number < current.value_or(0)) before = number;
  }
  for (const auto& [number, path] : finished) {
    if (number == current.value_or(0) || number == before) continue;
    // Its name goes first: who opens it meanwhile then knows that it may have had half of it.
    fs::path nameless = path;
    nameless += kPartial;
    fs::rename(path, nameless);
    remove_folder(nameless);
  }
}

}  // namespace

std::optional<int> current_generation(const fs::path& index_folder) {
  std::ifstream file(index_folder / kCurrent);
  if (!file) return std::nullopt;
  std::string name;
  std::getline(file, name);
  const auto number = number_of(name);
  if (!number) {
    throw Failure((index_folder / kCurrent).string() + ": no generation is named here",
                  "删除 index 目录后再运行 / remove the index folder and run again");
  }
  return number;
}

fs::path generation_folder(const fs::path& index_folder, int generation) {
  return index_folder / fmt::format("{}{:06d}", kFolderPrefix, generation);
}

/// The state of one build.
class GenerationWriter::Work {
 public:
  Work(fs::path folder, WriterOptions options)
      : folder_(std::move(folder)),
        lock_(files::HomeLock::acquire(lock_file())),
        current_(current_generation(folder_)) {
    sweep(folder_, current_, true);
    number_ = current_.value_or(0) + 1;
    building_.emplace(generation_folder(folder_, number_));
    if (current_) base_ = generation_folder(folder_, *current_);
    if (current_ && !options.rebuild) {
      known_ = KnownRecords::of_generation(base_, options.keep_others);
    }
    keep_others_ = options.keep_others;
    for (const Access access : kAllAccess) {
      make_folder(partial() / to_text(access));
      protect(partial() / to_text(access), access);
    }
    make_folder(partial() / "work");
    fs::permissions(partial() / "work", fs::perms::owner_all);
    const unsigned jobs = std::min(std::max(options.jobs, 1U), kMostJobs);
    added_.resize(jobs);
    for (unsigned worker = 0; worker < jobs; ++worker) {
      threads_.emplace_back([this, worker] { index_all(worker); });
    }
  }

  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  ~Work() {
    queue_.close();
    threads_.clear();
  }

  void add(IndexRecord record) {
    if (record.record.empty()) throw std::logic_error("a record without a key cannot be indexed");
    const RecordDigest content = digest(record);
    {
      const std::lock_guard lock(mutex_);
      ++result_.records;
      if (known_.visit(record, content) == KnownRecords::Answer::unchanged) return;
      ++result_.added;
    }
    queue_.push({std::move(record), content});
  }

  void remove(std::string_view record) {
    const std::lock_guard lock(mutex_);
    known_.drop(record);
  }

  [[nodiscard]] bool carries_on() const { return known_.usable(); }

  CommitResult commit() {
    if (keep_others_ && !known_.usable()) {
      throw std::logic_error("there is no generation of which others could be kept");
    }
    queue_.close();
    threads_.clear();
    queue_.rethrow();
    if (keep_others_) known_.keep_others();
    for (const Access access : kAllAccess) result_.removed += known_.outdated(access);
    result_.generation = current_.value_or(0);
    // A generation that could not be carried on is replaced even by an equal one.
    result_.changed = result_.added > 0 || result_.removed > 0 || !known_.usable();
    if (!result_.changed) return result_;

    for (const Access access : kAllAccess) merge(access);
    remove_folder(partial() / "work");
    building_->commit();
    files::write_atomically(folder_ / kCurrent, generation_folder({}, number_).string() + "\n");
    result_.generation = number_;
    // The generation before still has what left; who has it open keeps it until closing it.
    std::size_t left = 0;
    for (const Access access : kAllAccess) left += known_.left(access);
    sweep(folder_, number_, left == 0);
    return result_;
  }

 private:
  struct Task {
    IndexRecord record{};
    RecordDigest content{};
  };
  using Databases = std::array<std::vector<fs::path>, kAllAccess.size()>;

  fs::path lock_file() {
    make_folder(folder_);
    return folder_ / "LOCK";
  }

  /// Who may read the class is decided by people, for all generations to come.
  void protect(const fs::path& folder, Access access) const {
    const fs::path before = base_ / to_text(access);
    if (!base_.empty() && fs::is_directory(before)) {
      copy_permissions(before, folder);
    } else if (access == Access::staff) {
      fs::permissions(folder, fs::perms::others_all, fs::perm_options::remove);
    }
  }

  void index_all(unsigned worker) {
    try {
      at_the_edge(partial().string(), [&] {
        std::array<std::unique_ptr<ShardBuilder>, kAllAccess.size()> builders;
        while (const auto task = queue_.pop()) {
          auto& builder = builders[static_cast<std::size_t>(task->record.access)];
          if (builder == nullptr) builder = make_builder(task->record.access, worker);
          builder->add(task->record, task->content);
        }
        for (std::size_t i = 0; i < builders.size(); ++i) {
          if (builders[i] != nullptr) added_[worker][i] = builders[i]->finish();
        }
      });
    } catch (...) {
      queue_.give_up(std::current_exception());
    }
  }

  [[nodiscard]] std::unique_ptr<ShardBuilder> make_builder(Access access, unsigned worker) const {
    const std::string name = fmt::format("{}-{}", to_text(access), worker);
    const auto file = static_cast<std::uint32_t>(number_) << 8U | worker;
    return std::make_unique<ShardBuilder>(partial() / "work" / name, partial() / to_text(access),
                                          file);
  }

  void merge(Access access) {
    std::vector<fs::path> added;
    for (const Databases& databases : added_) {
      const auto& of_class = databases[static_cast<std::size_t>(access)];
      added.insert(added.end(), of_class.begin(), of_class.end());
    }
    const fs::path target = partial() / to_text(access);
    at_the_edge(target.string(), [&] {
      merge_class(base_ / to_text(access), known_, access, added,
                  partial() / "work" / fmt::format("{}-carried", to_text(access)), target);
    });
  }

  [[nodiscard]] const fs::path& partial() const { return building_->path(); }

  fs::path folder_;
  files::HomeLock lock_;
  std::optional<int> current_;
  int number_ = 0;
  bool keep_others_ = false;
  std::optional<files::AtomicFolder> building_{};
  fs::path base_{};
  std::mutex mutex_{};  ///< guards known_ and result_
  KnownRecords known_{};
  CommitResult result_{};
  WorkQueue<Task> queue_{kWaiting};
  std::vector<Databases> added_{};  ///< by worker, each written by that worker only
  std::vector<std::jthread> threads_{};
};

GenerationWriter::GenerationWriter(fs::path index_folder, WriterOptions options) {
  const std::string what = index_folder.string();
  work_ =
      at_the_edge(what, [&] { return std::make_unique<Work>(std::move(index_folder), options); });
}

GenerationWriter::~GenerationWriter() = default;

void GenerationWriter::add(IndexRecord record) { work_->add(std::move(record)); }

void GenerationWriter::remove(std::string_view record) { work_->remove(record); }

bool GenerationWriter::carries_on() const { return work_->carries_on(); }

CommitResult GenerationWriter::commit() {
  return at_the_edge("index", [&] { return work_->commit(); });
}

}  // namespace guidang::index
