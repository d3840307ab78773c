// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <exception>
#include <new>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"

namespace guidang::extract {
namespace {

constexpr std::size_t kReasonBytes = 900;
constexpr std::size_t kKeyBytes = 200;
constexpr std::size_t kValueBytes = 4096;
constexpr std::size_t kProperties = 200;

/// The longest beginning of whole characters within `most` bytes.
std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next(text, at);
    text::append(line, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return line;
}

/// Valid text whatever the file holds: nothing else would be believed.
std::string valid(std::string_view text) {
  if (text::is_utf8(text)) return std::string{text};
  std::string out;
  for (std::size_t at = 0; at < text.size();) text::append(out, text::next(text, at));
  return out;
}

void add(std::map<std::string, std::string>& values, std::string_view key, std::string value) {
  if (value.empty() || key.empty() || values.size() >= kProperties) return;
  values.try_emplace(one_line(cut(key, kKeyBytes)), std::move(value));
}

std::uint64_t text_size(const Extraction& extraction) {
  std::uint64_t size = 0;
  for (const std::string& page : extraction.pages) size += page.size();
  return size;
}

/// What a reader gave, unless it is more than anybody asked for.
Extraction within(Extraction result, const Limits& limits) {
  if (text_size(result) > limits.text_bytes) {
    return failed(fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
  }
  if (result.pages.size() > limits.pages) {
    return failed(fmt::format("more than {} pages", limits.pages));
  }
  if (result.members.size() > limits.zip_entries) {
    return failed(fmt::format("more than {} files inside", limits.zip_entries));
  }
  return result;
}

Extraction give_member(const ReaderEntry& reader, int fd, const Limits& limits, std::uint32_t index,
                       const ByteSink& sink) {
  const std::string reason = reader.member(fd, limits, index, sink);
  return reason.empty() ? Extraction{.state = TextState::none_by_nature} : failed(reason);
}

Extraction run_reader(const ReaderEntry& reader, int fd, const Limits& limits, const Order& order,
                      const ByteSink& sink) {
  struct stat about{};
  if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return failed("not a regular file");
  if (static_cast<std::uint64_t>(about.st_size) > limits.input_bytes) {
    return failed(fmt::format("file is longer than {} MB", limits.input_bytes >> 20));
  }
  try {
    switch (order.purpose) {
      case Purpose::text:
        return within(reader.read(fd, limits), limits);
      case Purpose::tables:
        return within(reader.tables(fd, limits), limits);
      case Purpose::recognition:
        return within(reader.recognise(fd, limits), limits);
      case Purpose::member:
        return give_member(reader, fd, limits, order.member, sink);
    }
    return failed("unknown order");
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failed(error.what());
  }
}

bool can(const ReaderEntry& reader, Purpose purpose) {
  switch (purpose) {
    case Purpose::text:
      return reader.read != nullptr;
    case Purpose::tables:
      return reader.tables != nullptr;
    case Purpose::recognition:
      return reader.recognise != nullptr;
    case Purpose::member:
      return reader.member != nullptr;
  }
  return false;
}

/// A packed file that does not name itself is called as its container is, less the last extension.
void name_nameless(Extraction& result, std::string_view container) {
  if (result.members.size() != 1 || !result.members[0].name.empty()) return;
  container.remove_prefix(container.rfind('/') + 1);  // npos + 1 is 0
  const std::size_t dot = container.rfind('.');
  const bool has_stem = dot != std::string_view::npos && dot > 0;
  const std::string_view stem = has_stem ? container.substr(0, dot) : container;
  if (text::is_utf8(stem)) result.members[0].name = stem;
  if (result.members[0].name.empty()) result.members[0].name = "content";
}

}  // namespace

const ReaderEntry* find_reader(std::span<const ReaderEntry> readers, Format format) {
  for (const ReaderEntry& reader : readers) {
    if (reader.format == format) return &reader;
  }
  return nullptr;
}

Extraction read_in_process(int fd, std::string_view name, const Limits& limits,
                           std::span<const ReaderEntry> readers, const Order& order,
                           const Listener& listener) {
  const Format format = sniff(fd, limits);
  const ReaderEntry* reader = find_reader(readers, format);
  if (reader != nullptr && !can(*reader, order.purpose)) reader = nullptr;
  Extraction known;
  known.format = info(format).name;
  known.state = info(format).textless ? TextState::none_by_nature : TextState::no_reader;
  if (reader != nullptr) {
    known.reader = reader->name;
    if (order.purpose == Purpose::recognition) known.reader += kRecognised;
    known.revision = reader->revision;
  }
  add_property(known, "extension_mismatch", extension_mismatch(name, format));
  if (reader == nullptr) return known;

  if (listener.begun) listener.begun(known);
  Extraction result = run_reader(*reader, fd, limits, order, listener.bytes);
  result.format = known.format;
  result.reader = known.reader;
  result.revision = known.revision;
  result.properties.merge(known.properties);
  name_nameless(result, name);
  // Receive stores no listing, and must know of each text whether there is one to ask for again.
  if (!result.members.empty()) {
    add_technical(result, technical::kAttachments, std::to_string(result.members.size()));
  }
  return result;
}

Extraction failed(Extraction extraction, std::string_view reason) {
  extraction.state = TextState::failed;
  extraction.reason = cut(one_line(reason), kReasonBytes);
  if (extraction.reason.empty()) extraction.reason = "unknown";
  extraction.pages.clear();
  extraction.layout.clear();
  extraction.members.clear();
  extraction.paged = false;
  return extraction;
}

Extraction failed(std::string_view reason) { return failed(Extraction{}, reason); }

void add_property(Extraction& extraction, std::string_view key, std::string_view value) {
  add(extraction.properties, key, valid(cut(text::trim(value), kValueBytes)));
}

void add_technical(Extraction& extraction, std::string_view key, std::string_view value) {
  add(extraction.technical, key, one_line(cut(text::trim(value), kValueBytes)));
}

}  // namespace guidang::extract
