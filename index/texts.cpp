// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/texts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <limits>
#include <system_error>
#include <utility>

#include "index/disk.h"
#include "pipeline/failure.h"

namespace guidang::index {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20U;
constexpr std::size_t kHead = kParts * 4;

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw Failure(path.string() + ": " + std::generic_category().message(errno));
}

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
    out += static_cast<char>((value >> shift) & 0xFFU);
  }
}

std::uint64_t get(std::string_view in, std::size_t pos, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i)
    value = value << 8U | static_cast<unsigned char>(in[pos + i]);
  return value;
}

/// Values of a list, an empty line between two: a phrase never runs from one into the next.
std::string lines_of(const std::vector<std::string>& values) {
  std::string lines;
  for (const std::string& value : values) {
    if (!lines.empty()) lines += "\n\n";
    lines += value;
  }
  return lines;
}

struct Span {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  [[nodiscard]] std::uint64_t end() const { return offset + size; }
};

/// What lies between the spans reads as zeros.
void copy_spans(const std::filesystem::path& from, const std::vector<Span>& spans,
                std::uint64_t size, const std::filesystem::path& to) {
  const files::Fd source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
  if (!source) fail(from);
  const files::Fd target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!target || ::ftruncate(target.get(), static_cast<off_t>(size)) != 0) fail(to);
  std::string buffer(kBuffer, '\0');
  for (const Span& span : spans) {
    for (std::uint64_t at = span.offset; at < span.end();) {
      const auto wanted =
          static_cast<std::size_t>(std::min<std::uint64_t>(kBuffer, span.end() - at));
      const ssize_t read = ::pread(source.get(), buffer.data(), wanted, static_cast<off_t>(at));
      if (read <= 0) fail(from);
      if (::lseek(target.get(), static_cast<off_t>(at), SEEK_SET) < 0) fail(to);
      files::write_all(target.get(),
                       std::string_view(buffer).substr(0, static_cast<std::size_t>(read)), to);
      at += static_cast<std::uint64_t>(read);
    }
  }
}

}  // namespace

std::string TextPlace::to_value() const {
  std::string value;
  put(value, file, 4);
  put(value, offset, 8);
  put(value, size, 4);
  return value;
}

TextPlace TextPlace::from_value(std::string_view value) {
  if (value.size() != 16) return {};
  return {static_cast<std::uint32_t>(get(value, 0, 4)), get(value, 4, 8),
          static_cast<std::uint32_t>(get(value, 12, 4))};
}

std::string body_of(const IndexRecord& record) {
  std::string body;
  for (const std::string& page : record.pages) {
    if (&page != &record.pages.front()) body += kPageBreak;
    body += page;
  }
  return body;
}

std::string text_file_name(std::uint32_t file) { return fmt::format("text-{:08x}", file); }

TextWriter::TextWriter(std::filesystem::path path, std::uint32_t file)
    : path_(std::move(path)), file_(file) {
  path_ /= text_file_name(file);
  descriptor_ = files::Fd(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!descriptor_) fail(path_);
}

void TextWriter::flush() {
  files::write_all(descriptor_.get(), buffer_, path_);
  written_ += buffer_.size();
  buffer_.clear();
}

TextPlace TextWriter::add(const IndexRecord& record, std::string_view body) {
  std::vector<std::string> codes{record.code};
  codes.insert(codes.end(), record.former_codes.begin(), record.former_codes.end());
  const std::string all_codes = lines_of(codes);
  const std::string recipients = lines_of(record.recipients);
  const std::string cc = lines_of(record.cc);
  const std::string signers = lines_of(record.signers);
  const std::string attachments = lines_of(record.attachments);
  const std::string volume = lines_of({record.volume, record.volume_title});
  const std::array<std::string_view, kParts> parts{
      record.title, record.creator, record.document_number,
      all_codes,    body,           recipients,
      cc,           signers,        attachments,
      volume};
  std::uint64_t size = kHead;
  for (const std::string_view part : parts) size += part.size();
  if (size > std::numeric_limits<std::uint32_t>::max()) {
    throw Failure(record.record + ": text longer than 4 GiB");
  }
  const TextPlace place{file_, written_ + buffer_.size(), static_cast<std::uint32_t>(size)};
  for (const std::string_view part : parts) put(buffer_, part.size(), 4);
  for (const std::string_view part : parts) buffer_ += part;
  if (buffer_.size() > kBuffer) flush();
  return place;
}

void TextWriter::finish() {
  flush();
  descriptor_.reset();
}

void copy_texts(const std::filesystem::path& from, std::vector<TextPlace> places,
                const std::filesystem::path& to) {
  std::sort(places.begin(), places.end(), [](const TextPlace& a, const TextPlace& b) {
    return std::pair(a.file, a.offset) < std::pair(b.file, b.offset);
  });
  for (auto place = places.begin(); place != places.end();) {
    const std::uint32_t file = place->file;
    const std::filesystem::path source = from / text_file_name(file);
    const std::filesystem::path target = to / text_file_name(file);
    std::vector<Span> spans;
    for (; place != places.end() && place->file == file; ++place) {
      if (spans.empty() || spans.back().end() != place->offset) spans.push_back({place->offset, 0});
      spans.back().size += place->size;
    }
    const std::uint64_t size = std::filesystem::file_size(source);
    if (spans.size() == 1 && spans.front().offset == 0 && spans.front().size == size) {
      share_file(source, target);
    } else {
      copy_spans(source, spans, size, target);
    }
  }
}

TextFiles::TextFiles(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("text-")) continue;
    Mapped mapped;
    std::from_chars(name.data() + 5, name.data() + name.size(), mapped.file, 16);
    const files::Fd descriptor(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor) fail(entry.path());
    struct stat state{};
    void* data = nullptr;
    if (::fstat(descriptor.get(), &state) == 0 && state.st_size > 0) {
      mapped.size = static_cast<std::size_t>(state.st_size);
      data = ::mmap(nullptr, mapped.size, PROT_READ, MAP_SHARED, descriptor.get(), 0);
    }
    if (data == MAP_FAILED) fail(entry.path());
    mapped.data = static_cast<const char*>(data);
    files_.push_back(mapped);
  }
}

TextFiles::~TextFiles() {
  for (const Mapped& file : files_) {
    if (file.data != nullptr) ::munmap(const_cast<char*>(file.data), file.size);
  }
}

RecordText TextFiles::at(const TextPlace& place) const {
  const auto file = std::find_if(files_.begin(), files_.end(),
                                 [&](const Mapped& one) { return one.file == place.file; });
  RecordText text;
  if (file == files_.end() || place.size < kHead || place.offset > file->size ||
      place.size > file->size - place.offset) {
    return text;
  }
  const std::string_view bytes(file->data + place.offset, place.size);
  std::size_t pos = kHead;
  for (std::size_t i = 0; i < kParts; ++i) {
    const std::size_t size = get(bytes, i * 4, 4);
    if (size > bytes.size() - pos) return {};
    text.parts[i] = bytes.substr(pos, size);
    pos += size;
  }
  return text;
}

std::uint64_t TextFiles::size() const {
  std::uint64_t total = 0;
  for (const Mapped& file : files_) total += file.size;
  return total;
}

}  // namespace guidang::index
