// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace guidang {

/// A few threads that work off one queue in order. Tasks given and not yet begun when it ends are
/// dropped; those under way are waited for.
class Workers {
 public:
  explicit Workers(unsigned count) {
    for (unsigned i = 0; i < std::max(1U, count); ++i) {
      threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
  }
  ~Workers() {
    for (std::jthread& thread : threads_) thread.request_stop();
    ready_.notify_all();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// The future carries the task's answer or its exception.
  template <typename Task>
  [[nodiscard]] std::future<std::invoke_result_t<Task&>> submit(Task task) {
    auto job = std::make_shared<std::packaged_task<std::invoke_result_t<Task&>()>>(std::move(task));
    auto answer = job->get_future();
    {
      const std::scoped_lock lock(mutex_);
      queue_.emplace_back([job] { (*job)(); });
    }
    ready_.notify_one();
    return answer;
  }

 private:
  void work(const std::stop_token& stop) {
    while (true) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        if (!ready_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
        if (stop.stop_requested()) return;
        task = std::move(queue_.front());
        queue_.pop_front();
      }
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::function<void()>> queue_;
  std::vector<std::jthread> threads_;
};

}  // namespace guidang
