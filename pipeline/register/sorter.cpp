// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/sorter.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <limits>
#include <queue>

#include "pipeline/files/fd.h"
#include "pipeline/files/io_failure.h"

namespace guidang {
namespace {

/// Lengths of key, record and payload stand before each row.
using Lengths = std::array<std::uint32_t, 3>;
constexpr std::size_t kPiece = std::size_t{256} << 10;

/// A row in the bytes of a buffer.
struct RawRow {
  std::string_view key{};
  std::string_view record{};
  std::string_view payload{};
};

RawRow row_at(const char* begin) {
  Lengths lengths{};
  std::memcpy(lengths.data(), begin, sizeof lengths);
  const char* key = begin + sizeof lengths;
  const char* record = key + lengths[0];
  return {{key, lengths[0]}, {record, lengths[1]}, {record + lengths[1], lengths[2]}};
}

std::size_t size_of(const RawRow& row) {
  return sizeof(Lengths) + row.key.size() + row.record.size() + row.payload.size();
}

int compare(const RawRow& a, const RawRow& b) {
  const int by_key = a.key.compare(b.key);
  return by_key != 0 ? by_key : a.record.compare(b.record);
}

files::Fd nameless_file() {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error) folder = "/tmp";
  files::Fd fd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (fd) return fd;
  // A file system without nameless files: made and at once taken from its folder.
  std::string name = (folder / "guidang-sort-XXXXXX").string();
  fd = files::Fd(::mkostemp(name.data(), O_CLOEXEC));
  if (!fd) throw files::io_failure("无法排序 / cannot sort in", folder, errno);
  ::unlink(name.c_str());
  return fd;
}

/// A sorted stretch of the file, or of memory, read from its beginning.
class Run {
 public:
  Run(int fd, std::uint64_t begin, std::uint64_t end) : fd_(fd), at_(begin), end_(end) {}

  /// False behind the last row. The row lives until the next call.
  bool next() {
    pos_ += taken_;
    taken_ = 0;
    if (!fill(sizeof(Lengths))) return false;
    Lengths lengths{};
    std::memcpy(lengths.data(), buffer_.data() + pos_, sizeof lengths);
    fill(sizeof lengths + lengths[0] + lengths[1] + lengths[2]);
    row_ = row_at(buffer_.data() + pos_);
    taken_ = size_of(row_);
    return true;
  }
  [[nodiscard]] const RawRow& row() const { return row_; }

 private:
  /// Sees to it that `need` bytes stand behind the position; false at the end.
  bool fill(std::size_t need) {
    if (buffer_.size() - pos_ >= need) return true;
    buffer_.erase(0, pos_);
    pos_ = 0;
    const std::size_t had = buffer_.size();
    const std::uint64_t more = std::min<std::uint64_t>(end_ - at_, std::max(need - had, kPiece));
    if (more == 0) return false;
    buffer_.resize(had + static_cast<std::size_t>(more));
    for (std::size_t got = had; got < buffer_.size();) {
      const ssize_t n =
          ::pread(fd_, buffer_.data() + got, buffer_.size() - got, static_cast<off_t>(at_));
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0)
        throw files::io_failure("无法读回 / cannot read back", "sorter", n < 0 ? errno : EIO);
      got += static_cast<std::size_t>(n);
      at_ += static_cast<std::uint64_t>(n);
    }
    return true;
  }

  int fd_;
  std::uint64_t at_;
  std::uint64_t end_;
  std::string buffer_;
  std::size_t pos_ = 0;
  std::size_t taken_ = 0;
  RawRow row_{};
};

class MergeSorter : public Sorter {
 public:
  explicit MergeSorter(std::size_t bytes) : bytes_(bytes) {}

  void add(std::string_view key, std::string_view record, std::string_view payload) override {
    const RawRow row{key, record, payload};
    if (!offsets_.empty() &&
        arena_.size() + size_of(row) + (offsets_.size() + 1) * sizeof(std::size_t) > bytes_) {
      spill();
    }
    offsets_.push_back(arena_.size());
    Lengths lengths{};
    std::size_t i = 0;
    for (const std::string_view part : {key, record, payload}) {
      if (part.size() > std::numeric_limits<std::uint32_t>::max() / 4) {
        throw std::length_error("a row of a sorter is too long");
      }
      lengths[i++] = static_cast<std::uint32_t>(part.size());
    }
    std::array<char, sizeof lengths> head{};
    std::memcpy(head.data(), lengths.data(), sizeof lengths);
    arena_.append(head.data(), head.size());
    arena_.append(key).append(record).append(payload);
    sorted_ = false;
  }

  void for_each(const std::function<void(const SortedRow&)>& visit) override {
    if (runs_.empty()) {
      sort();
      SortedRow out;
      for (const std::size_t offset : offsets_) give(row_at(arena_.data() + offset), out, visit);
      return;
    }
    if (!offsets_.empty()) spill();
    std::string().swap(arena_);
    merge(visit);
  }

 private:
  static void give(const RawRow& row, SortedRow& out,
                   const std::function<void(const SortedRow&)>& visit) {
    out.key = row.key;
    out.record = row.record;
    out.payload = row.payload;
    visit(out);
  }

  void sort() {
    if (sorted_) return;
    // Offsets rise with time: equal rows stay in the order in which they came.
    std::sort(offsets_.begin(), offsets_.end(), [this](std::size_t a, std::size_t b) {
      const int order = compare(row_at(arena_.data() + a), row_at(arena_.data() + b));
      return order != 0 ? order < 0 : a < b;
    });
    sorted_ = true;
  }

  void spill() {
    if (!file_) file_ = nameless_file();
    sort();
    const std::uint64_t begin = written_;
    std::string out;
    out.reserve(kPiece * 2);
    const auto write = [&] {
      files::write_all(file_.get(), out, "sorter");
      written_ += out.size();
      out.clear();
    };
    for (const std::size_t offset : offsets_) {
      const char* at = arena_.data() + offset;
      out.append(at, size_of(row_at(at)));
      if (out.size() >= kPiece) write();
    }
    write();
    runs_.emplace_back(begin, written_);
    arena_.clear();
    offsets_.clear();
  }

  void merge(const std::function<void(const SortedRow&)>& visit) {
    std::vector<Run> runs;
    runs.reserve(runs_.size());
    for (const auto& [begin, end] : runs_) runs.emplace_back(file_.get(), begin, end);
    const auto later = [&](std::size_t a, std::size_t b) {
      const int order = compare(runs[a].row(), runs[b].row());
      return order != 0 ? order > 0 : a > b;
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> heap(later);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].next()) heap.push(i);
    }
    SortedRow out;
    while (!heap.empty()) {
      const std::size_t first = heap.top();
      heap.pop();
      give(runs[first].row(), out, visit);
      if (runs[first].next()) heap.push(first);
    }
  }

  std::size_t bytes_;
  std::string arena_;
  std::vector<std::size_t> offsets_;
  bool sorted_ = true;
  files::Fd file_;
  std::uint64_t written_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> runs_;
};

}  // namespace

std::unique_ptr<Sorter> make_sorter(std::size_t bytes) {
  return std::make_unique<MergeSorter>(bytes);
}

}  // namespace guidang
