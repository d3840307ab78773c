// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pipeline/runner/toy_stages.h"

namespace guidang::test {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(Pipeline, RefusesAStageWhoseFactHasNoWriter) {
  Pipeline pipeline(std::make_unique<ToyIntake>(1));
  EXPECT_THAT([&] { pipeline.then(std::make_unique<ToyAppraise>()); },
              ThrowsMessage<std::logic_error>(
                  "stage 'appraise' reads 'item', which no earlier stage writes"));
}

TEST(Pipeline, RefusesASecondWriterOfAFact) {
  std::atomic<int> runs = 0;
  Pipeline pipeline(std::make_unique<ToyIntake>(1));
  pipeline.then(std::make_unique<ToyDescribe>(runs));
  EXPECT_THAT([&] { pipeline.then(std::make_unique<ToyDescribe>(runs)); },
              ThrowsMessage<std::logic_error>(HasSubstr("which another stage writes")));
}

TEST(Pipeline, KnowsItsStagesByName) {
  std::atomic<int> runs = 0;
  Pipeline pipeline(std::make_unique<ToyIntake>(1));
  pipeline.then(std::make_unique<ToyDescribe>(runs));
  EXPECT_TRUE(pipeline.has("receive"));
  EXPECT_TRUE(pipeline.has("describe"));
  EXPECT_FALSE(pipeline.has("nonsense"));
}

}  // namespace
}  // namespace guidang::test
