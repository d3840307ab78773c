// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace guidang::index {

/// A bounded queue from adding threads to indexing threads, that carries an exception back.
template <typename Item>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t limit) : limit_(limit) {}

  /// Waits while the queue is full. Throws what a worker met.
  void push(Item item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return items_.size() < limit_ || error_ != nullptr; });
    if (error_ != nullptr) std::rethrow_exception(error_);
    items_.push_back(std::move(item));
    filled_.notify_one();
  }

  /// The next item; nothing when the queue is closed and empty, or a worker gave up.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return !items_.empty() || closed_; });
    if (items_.empty() || error_ != nullptr) return std::nullopt;
    Item item = std::move(items_.front());
    items_.pop_front();
    room_.notify_one();
    return item;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    filled_.notify_all();
  }

  /// Called by a worker in a handler: ends all work.
  void give_up(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (error_ == nullptr) error_ = std::move(error);
    closed_ = true;
    items_.clear();
    filled_.notify_all();
    room_.notify_all();
  }

  void rethrow() const {
    const std::lock_guard lock(mutex_);
    if (error_ != nullptr) std::rethrow_exception(error_);
  }

 private:
  std::size_t limit_;
  mutable std::mutex mutex_{};
  std::condition_variable filled_{};
  std::condition_variable room_{};
  std::deque<Item> items_{};
  std::exception_ptr error_{};
  bool closed_ = false;
};

}  // namespace guidang::index
