// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/deck.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "pipeline/files/io_failure.h"

namespace guidang::lists {
namespace {

constexpr char kEnd = '\x01';
constexpr std::size_t kPiece = std::size_t{256} << 10;

std::filesystem::path private_folder() {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  return error ? std::filesystem::path("/tmp") : folder;
}

files::Fd nameless_file() {
  const std::filesystem::path folder = private_folder();
  std::string name = (folder / "guidang-deck-XXXXXX").string();
  files::Fd fd(::mkostemp(name.data(), O_CLOEXEC));
  if (!fd) throw files::io_failure("无法写入 / cannot write in", folder, errno);
  ::unlink(name.c_str());
  return fd;
}

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ::ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) throw files::io_failure("无法写入 / cannot write in", private_folder(), errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void read_all(int fd, std::uint64_t from, char* to, std::size_t size) {
  while (size > 0) {
    const ::ssize_t done = ::pread(fd, to, size, static_cast<::off_t>(from));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) throw files::io_failure("无法读取 / cannot read in", private_folder(), errno);
    from += static_cast<std::uint64_t>(done);
    to += done;
    size -= static_cast<std::size_t>(done);
  }
}

void append_length(std::string& out, std::size_t length) {
  const auto value = static_cast<std::uint32_t>(length);
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

/// "filed\x01" and the year so that numbers sort: the whole fonds is 0, an unknown year 1.
std::string group_key(std::string_view kind, int year) {
  return fmt::format("{}{}{:06}{}", kind, kEnd, year + 1, kEnd);
}

}  // namespace

Deck::Deck(std::unique_ptr<Sorter> sorter) : sorter_(std::move(sorter)) {}

void Deck::add(std::string_view kind, std::string_view record, const Line& line) {
  if (sorter_ == nullptr) throw std::logic_error("a closed deck takes no lines");
  const auto group = groups_.try_emplace(Name(kind, line.year)).first;
  ++group->second.count;
  if (line.provisional) provisional_.insert(group->first);
  sorter_->add(group_key(kind, line.year) + line.key, record, line.payload);
}

void Deck::close() {
  file_ = nameless_file();
  std::uint64_t at = 0;
  std::string buffer;
  // Groups of the map and of the sorted keys come in one order: kind, then year.
  auto group = groups_.begin();
  std::uint64_t left = group == groups_.end() ? 0 : group->second.count;
  sorter_->for_each([&](const SortedRow& row) {
    while (left == 0) left = (++group)->second.count;
    if (group->second.bytes == 0) group->second.from = at + buffer.size();
    append_length(buffer, row.payload.size());
    buffer += row.payload;
    group->second.bytes += sizeof(std::uint32_t) + row.payload.size();
    --left;
    if (buffer.size() < kPiece) return;
    write_all(file_.get(), buffer);
    at += buffer.size();
    buffer.clear();
  });
  write_all(file_.get(), buffer);
  sorter_.reset();
}

std::vector<int> Deck::years(std::string_view kind) const {
  std::vector<int> years;
  for (const auto& [name, group] : groups_) {
    if (name.first == kind) years.push_back(name.second);
  }
  return years;
}

std::uint64_t Deck::count(std::string_view kind, int year) const {
  const auto group = groups_.find(Name(kind, year));
  return group == groups_.end() ? 0 : group->second.count;
}

bool Deck::provisional(std::string_view kind, int year) const {
  return provisional_.contains(Name(kind, year));
}

void Deck::for_each(std::string_view kind, int year,
                    const std::function<void(std::string_view payload)>& visit) const {
  const auto found = groups_.find(Name(kind, year));
  if (found == groups_.end()) return;
  std::uint64_t at = found->second.from;
  const std::uint64_t end = at + found->second.bytes;
  std::string buffer;
  std::size_t next = 0;
  const auto have = [&](std::size_t wanted) {
    if (buffer.size() - next >= wanted) return;
    buffer.erase(0, next);
    next = 0;
    const std::size_t before = buffer.size();
    const std::size_t more = static_cast<std::size_t>(
        std::min<std::uint64_t>(std::max(kPiece, wanted - before), end - at));
    buffer.resize(before + more);
    read_all(file_.get(), at, buffer.data() + before, more);
    at += more;
  };
  for (std::uint64_t i = 0; i < found->second.count; ++i) {
    std::uint32_t length = 0;
    have(sizeof length);
    std::memcpy(&length, buffer.data() + next, sizeof length);
    next += sizeof length;
    have(length);
    visit(std::string_view(buffer).substr(next, length));
    next += length;
  }
}

}  // namespace guidang::lists
