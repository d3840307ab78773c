// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "tests/support/register_dump.h"
#include "tests/support/temp_folder.h"

namespace guidang::test {

inline constexpr Author kDescribe{"describe", 1, "fingerprint"};

inline Description titled(const std::string& title) {
  Description description;
  description.fields["title"] = Field{.values = {title}, .source = "1:1", .confidence = 0.9};
  return description;
}

inline ReceivedDocument document(const RecordId& id, const std::string& place = "a.txt") {
  return ReceivedDocument{.id = id, .origin = {.batch = "2023", .place = place}};
}

/// A new register in a folder of its own.
class RegisterTest : public ::testing::Test {
 protected:
  RegisterTest() {
    Register::create(folder_ / "register.sqlite");
    register_ =
        std::make_unique<Register>(folder_ / "register.sqlite", sqlite::Database::Mode::read_write);
  }
  void write(const std::function<void(Commit&)>& change) {
    Commit commit(*register_, "test");
    change(commit);
    commit.finish();
  }
  std::int64_t number(const std::string& query) {
    return register_->database().prepare(query).step_integer();
  }

  TempFolder folder_;
  std::unique_ptr<Register> register_;
};

}  // namespace guidang::test
