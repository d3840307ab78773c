// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/workers.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace guidang {
namespace {

TEST(Workers, AnswersComeBackInTheOrderAsked) {
  Workers workers(4);
  std::vector<std::future<int>> answers;
  for (int i = 0; i < 500; ++i) answers.push_back(workers.submit([i] { return i * i; }));
  for (int i = 0; i < 500; ++i) EXPECT_EQ(answers[static_cast<std::size_t>(i)].get(), i * i);
}

TEST(Workers, AnExceptionReachesWhoAsked) {
  Workers workers(2);
  auto answer = workers.submit([]() -> int { throw std::runtime_error("boom"); });
  EXPECT_THROW(answer.get(), std::runtime_error);
}

TEST(Workers, LeavingWithWorkInTheQueueEnds) {
  Workers workers(1);
  for (int i = 0; i < 100; ++i) static_cast<void>(workers.submit([] { return 0; }));
}

}  // namespace
}  // namespace guidang
