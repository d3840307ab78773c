// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace guidang::receive {

/// Does `work(i)` for i in [0, count) on `jobs` threads and hands each result to `deliver(i,
/// result)` in the caller's thread in order of i, so that threads cannot change the outcome. At
/// most `window` results wait. What either throws ends it all and comes out here; results before it
/// have been delivered.
template <typename Result, typename Work, typename Deliver>
void in_order(std::size_t count, unsigned jobs, std::size_t window, const Work& work,
              const Deliver& deliver) {
  if (jobs <= 1) {
    for (std::size_t i = 0; i < count; ++i) deliver(i, work(i));
    return;
  }
  struct Slot {
    bool ready = false;
    std::optional<Result> result{};
    std::exception_ptr error{};
  };
  std::vector<Slot> slots(window);
  std::mutex mutex;
  std::condition_variable may_take;
  std::condition_variable may_deliver;
  std::size_t taken = 0;
  std::size_t delivered = 0;
  bool stop = false;

  const auto worker = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      may_take.wait(lock, [&] { return stop || taken == count || taken < delivered + window; });
      if (stop || taken == count) return;
      const std::size_t i = taken++;
      lock.unlock();
      Slot slot{.ready = true};
      try {
        slot.result.emplace(work(i));
      } catch (...) {
        slot.error = std::current_exception();
      }
      lock.lock();
      slots[i % window] = std::move(slot);
      may_deliver.notify_one();
    }
  };
  const auto stop_all = [&] {
    const std::lock_guard lock(mutex);
    stop = true;
    may_take.notify_all();
  };

  std::vector<std::jthread> threads;
  try {
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(worker);
    for (std::size_t i = 0; i < count; ++i) {
      std::unique_lock lock(mutex);
      may_deliver.wait(lock, [&] { return slots[i % window].ready; });
      Slot slot = std::exchange(slots[i % window], Slot{});
      lock.unlock();
      if (slot.error) std::rethrow_exception(slot.error);
      deliver(i, std::move(*slot.result));
      lock.lock();
      delivered = i + 1;
      may_take.notify_all();
    }
  } catch (...) {
    stop_all();
    throw;
  }
}

}  // namespace guidang::receive
