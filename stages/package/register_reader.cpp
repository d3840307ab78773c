// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/register_reader.h"

#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

#include "pipeline/failure.h"

namespace guidang::bag {
namespace {

using nlohmann::json;

constexpr std::size_t kBlock = 1U << 17;
constexpr std::size_t kLongestRow = 64U << 20;
constexpr int kDeepest = 64;

std::string text_of(const json& row, const char* name) {
  const auto it = row.find(name);
  return it != row.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// Turns lines into rows.
class RowCutter {
 public:
  explicit RowCutter(const std::function<bool(std::size_t, const json&)>& visit) : visit_(visit) {}

  /// False when there is no more to be read.
  bool feed(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      line_ += bytes.substr(0, end);
      if (line_.size() > kLongestRow) return fail("> 64 MB", "a row");
      if (end == std::string_view::npos) return true;
      bytes.remove_prefix(end + 1);
      if (!give()) return false;
      line_.clear();
    }
    return true;
  }

  std::optional<RegisterFlaw> finish() {
    if (!flaw_ && !ended_ && !line_.empty()) fail("a line without its end", "LF");
    if (!flaw_ && number_ == 0) fail("", "{\"row\":\"register\"}");
    return flaw_;
  }

 private:
  bool give() {
    ++number_;
    bool deep = false;
    const json row = json::parse(
        line_,
        [&](int depth, json::parse_event_t, json&) {
          deep = deep || depth > kDeepest;
          return depth <= kDeepest;
        },
        false);
    if (deep || !row.is_object() || text_of(row, "row").empty()) {
      --number_;
      return fail("", "{\"row\":…}");
    }
    if (number_ == 1 && !is_head(row)) return false;
    ended_ = !visit_(number_, row);
    return !ended_;
  }

  bool is_head(const json& row) {
    const auto format = row.find("format");
    const bool good = text_of(row, "row") == "register" && format != row.end() &&
                      format->is_number_integer() && *format == kRegisterFormat;
    if (good) return true;
    number_ = 0;
    return fail(format == row.end() ? "" : "format " + format->dump().substr(0, 20),
                "format " + std::to_string(kRegisterFormat));
  }

  bool fail(std::string found, std::string expected) {
    flaw_ = RegisterFlaw{number_ + 1, std::move(found), std::move(expected)};
    return false;
  }

  const std::function<bool(std::size_t, const json&)>& visit_;
  std::string line_{};
  std::size_t number_ = 0;
  bool ended_ = false;
  std::optional<RegisterFlaw> flaw_{};
};

}  // namespace

std::optional<RegisterFlaw> for_each_register_row(
    int fd, const std::function<bool(std::size_t, const json&)>& visit) {
  RowCutter cutter(visit);
  std::string block(kBlock, '\0');
  off_t at = 0;
  while (true) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      throw Failure("登记簿.jsonl: " + std::generic_category().message(errno),
                    "检查磁盘 check the disk");
    }
    if (got == 0) break;
    at += got;
    if (!cutter.feed(std::string_view(block).substr(0, static_cast<std::size_t>(got)))) break;
  }
  return cutter.finish();
}

std::vector<std::string> originals_of(const json& row) {
  std::vector<std::string> digests;
  const auto add = [&](const json& named) {
    if (std::string digest = text_of(named, "digest"); !digest.empty()) {
      digests.push_back(std::move(digest));
    }
  };
  const std::string kind = text_of(row, "row");
  if (kind == "file" && text_of(row, "state") == "component") add(row);
  if (kind != "fact" || text_of(row, "kind") != "components") return digests;
  const auto value = row.find("value");
  if (value == row.end() || !value->is_object()) return digests;
  const auto list = value->find("list");
  if (list == value->end() || !list->is_array()) return digests;
  for (const json& component : *list) {
    if (component.is_object()) add(component);
  }
  return digests;
}

}  // namespace guidang::bag
