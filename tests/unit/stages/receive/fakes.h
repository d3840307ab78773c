// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdlib.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts_json.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/intake.h"
#include "pipeline/profile/profile.h"
#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "stages/receive/receive.h"

namespace guidang::receive::test {

/// A file in a container that FakeReader knows.
struct Packed {
  std::string name{};
  std::string content{};
  std::string refusal{};
  std::string raw_name{};
  std::uint64_t announced = 0;  ///< 0: the content's own size
};

namespace detail {
inline std::string pack(std::string head, const std::vector<Packed>& files) {
  head += '\x1D';
  for (const Packed& file : files) {
    const std::uint64_t announced = file.announced == 0 ? file.content.size() : file.announced;
    for (const std::size_t size : {file.name.size(), file.refusal.size(), file.raw_name.size(),
                                   file.content.size(), std::size_t{announced}}) {
      head += std::to_string(size) + ' ';
    }
    head += file.name + file.refusal + file.raw_name + file.content;
  }
  return head;
}
}  // namespace detail

/// An archive; its name must end in .zip to be opened early.
inline std::string archive(const std::vector<Packed>& files) {
  return detail::pack("ARCHIVE", files);
}
/// A compressed file; its name must end in .gz.
inline std::string packed(const std::string& content) {
  return detail::pack("ARCHIVE gz", {{"", content}});
}
/// A mail with text and attachments.
inline std::string mail(const std::string& text, const std::vector<Packed>& files) {
  return detail::pack("MAIL" + text, files);
}

/// Reads what the tests write: `PICTURE`, `BROKEN` and `UNKNOWN` begin files of those kinds, `SCAN`
/// text that was recognised; lines `@name=value` before the text are properties; U+000C ends a
/// page.
class FakeReader : public Reader {
 public:
  Extraction read(int fd, std::string_view name) override {
    const std::string bytes = files::read_all(fd, std::uint64_t{1} << 30).value_or("");
    {
      const std::lock_guard lock(mutex_);
      reads.emplace_back(name);
    }
    Extraction out{.format = "txt", .reader = "fake", .revision = revision};
    const std::string_view all = bytes;
    if (all.starts_with("ARCHIVE") || all.starts_with("MAIL")) return container(out, bytes);
    if (all.starts_with("PICTURE")) return with_state(out, TextState::none_by_nature);
    if (all.starts_with("UNKNOWN")) return with_state(out, TextState::no_reader);
    if (all.starts_with("BROKEN")) return with_state(out, TextState::failed);
    out.state = TextState::read;
    std::string text = text::decode(bytes).text;
    if (text.starts_with("SCAN")) {
      out.reader += kRecognised;
      out.technical.emplace(technical::kOcrPages, "1");
      text.erase(0, 4);
    }
    while (text.starts_with('@')) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::size_t equals = text.find('=');
      out.properties[text.substr(1, equals - 1)] = text.substr(equals + 1, end - equals - 1);
      text.erase(0, end + 1);
    }
    for (std::size_t at = text.find('\f'); at != std::string::npos; at = text.find('\f')) {
      out.pages.push_back(text.substr(0, at));
      text.erase(0, at + 1);
    }
    out.pages.push_back(text);
    return out;
  }
  int revision_of(std::string_view) const override { return revision; }
  MemberContent member(int fd, std::string_view, std::uint32_t index) override {
    const std::vector<Packed> files =
        unpack(files::read_all(fd, std::uint64_t{1} << 30).value_or(""));
    {
      const std::lock_guard lock(mutex_);
      ++members_taken;
    }
    if (index >= files.size() || files[index].content == "LOST") return {.reason = "bad checksum"};
    files::Fd memory{memfd_create("fake", MFD_CLOEXEC)};
    files::write_all(memory.get(), files[index].content, "memory");
    return {.file = std::move(memory)};
  }

  std::vector<std::string> reads{};
  int members_taken = 0;
  int revision = 1;

 private:
  static std::vector<Packed> unpack(const std::string& bytes) {
    std::vector<Packed> files;
    std::size_t at = bytes.find('\x1D') + 1;
    const auto number = [&] {
      const std::size_t end = bytes.find(' ', at);
      const std::size_t value = std::stoull(bytes.substr(at, end - at));
      at = end + 1;
      return value;
    };
    while (at < bytes.size()) {
      Packed& file = files.emplace_back();
      const std::array<std::size_t, 4> sizes{number(), number(), number(), number()};
      file.announced = number();
      std::size_t i = 0;
      for (std::string* part : {&file.name, &file.refusal, &file.raw_name, &file.content}) {
        *part = bytes.substr(at, sizes[i]);
        at += sizes[i++];
      }
    }
    return files;
  }

  static Extraction container(Extraction out, const std::string& bytes) {
    const bool is_archive = bytes.starts_with("ARCHIVE");
    out.format = bytes.starts_with("ARCHIVE gz") ? "gz" : is_archive ? "zip" : "eml";
    out.state = is_archive ? TextState::none_by_nature : TextState::read;
    if (!is_archive) out.pages.push_back(bytes.substr(4, bytes.find('\x1D') - 4));
    for (const Packed& file : unpack(bytes)) {
      out.members.push_back({.name = file.name,
                             .raw_name = file.raw_name,
                             .encoding = file.raw_name.empty() ? "" : "GB18030",
                             .size = file.announced,
                             .refusal = file.refusal});
    }
    out.technical["attachments"] = std::to_string(out.members.size());
    return out;
  }

  static Extraction with_state(Extraction out, TextState state) {
    out.state = state;
    if (state == TextState::failed) out.reason = "damaged at byte 6";
    return out;
  }
  std::mutex mutex_;
};

/// Keeps what a home would keep, in memory.
class MemoryStore : public ContentStore {
 public:
  void put_object(int fd, const std::string& digest) override {
    const std::string bytes = files::read_all(fd, std::uint64_t{1} << 30).value_or("");
    const std::lock_guard lock(mutex_);
    objects[digest] = bytes;
    if (files::sha256_hex(bytes) != digest) wrong_digest = true;
  }
  std::optional<ComponentText> find_text(const std::string& digest) override {
    const std::lock_guard lock(mutex_);
    const auto at = texts.find(digest);
    if (at == texts.end()) return std::nullopt;
    const Extraction& text = at->second;
    return ComponentText{.digest = digest,
                         .state = text.state,
                         .format = text.format,
                         .reader = text.reader,
                         .revision = text.revision,
                         .reason = text.reason,
                         .technical = text.technical};
  }
  ComponentText put_text(const std::string& digest, const Extraction& extraction) override {
    const std::lock_guard lock(mutex_);
    texts[digest] = extraction;
    return {.digest = digest, .state = extraction.state};
  }
  std::vector<std::string> pages(const ComponentText& text) override {
    const std::lock_guard lock(mutex_);
    return texts.at(text.digest).pages;
  }
  int open_object(const std::string&) override { return -1; }
  void quarantine(int fd, const std::string& digest, const std::string& path,
                  const std::string& reason) override {
    const std::string bytes = files::read_all(fd, std::uint64_t{1} << 30).value_or("");
    const std::lock_guard lock(mutex_);
    quarantined[path] = reason + '\n' + digest + '\n' + bytes;
  }

  /// Everything that was kept, as one text.
  std::string everything() const {
    std::string all;
    for (const auto& [digest, bytes] : objects) all += digest + bytes;
    for (const auto& [digest, text] : texts) {
      all += digest + text.reason;
      for (const auto& page : text.pages) all += page;
      for (const auto& [name, value] : text.properties) all += name + value;
      for (const auto& member : text.members) all += member.name;
    }
    for (const auto& [path, content] : quarantined) all += path + content;
    return all;
  }

  std::map<std::string, std::string> objects{};
  std::map<std::string, Extraction> texts{};
  std::map<std::string, std::string> quarantined{};
  bool wrong_digest = false;

 private:
  std::mutex mutex_;
};

/// Remembers every call, and writes each down as a line.
class RecordingSink : public IntakeSink {
 public:
  void seen(std::uint64_t count) override {
    seen_count += count;
    calls.push_back("seen " + std::to_string(count));
  }
  void put(const FileRow& row) override {
    files.push_back(row);
    ++account[static_cast<std::size_t>(row.state)];
    calls.push_back("file " + row.key + '|' + row.batch + '|' + row.path + '|' +
                    std::to_string(static_cast<int>(row.state)) + '|' + row.code + '|' +
                    row.digest + '|' + std::to_string(row.size) + '|' + row.document);
  }
  void put(const ReceivedDocument& document) override {
    documents.push_back(document);
    calls.push_back("document " + document.id + (document.stub ? " stub " : " ") +
                    to_bytes(Fact{document.origin}) + to_bytes(Fact{document.components}));
    for (const Finding& finding : document.findings) calls.push_back(to_line(finding));
  }
  void report(const std::string& key, const Finding& finding) override {
    reports.push_back(finding);
    calls.push_back("report " + key + ' ' + to_line(finding));
  }
  void may_commit() override {
    ++commits;
    calls.emplace_back("commit");
  }
  void progress(std::uint64_t done, std::uint64_t total) override {
    last_done = done;
    last_total = total;
  }

  static std::string to_line(const Finding& finding) {
    return finding.code + '|' + finding.path + '|' + finding.place + '|' + finding.found + '|' +
           finding.expected;
  }
  /// All calls as one text.
  std::string everything() const {
    std::string all;
    for (const std::string& call : calls) all += call + '\n';
    return all;
  }
  /// The document whose place ends so; null when there is none.
  const ReceivedDocument* document(std::string_view place) const {
    for (const ReceivedDocument& one : documents) {
      if (one.origin.place.ends_with(place)) return &one;
    }
    return nullptr;
  }
  const FileRow* file(std::string_view path) const {
    for (const FileRow& row : files) {
      if (row.path == path) return &row;
    }
    return nullptr;
  }
  std::size_t stubs() const {
    return static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(), [](const auto& d) { return d.stub; }));
  }
  /// Codes of all findings, with how often each came.
  std::map<std::string, int> codes() const {
    std::map<std::string, int> counted;
    for (const Finding& finding : reports) ++counted[finding.code];
    for (const ReceivedDocument& document : documents) {
      for (const Finding& finding : document.findings) ++counted[finding.code];
    }
    return counted;
  }
  bool balanced() const { return seen_count == files.size(); }

  std::vector<std::string> calls{};
  std::vector<FileRow> files{};
  std::vector<ReceivedDocument> documents{};
  std::vector<Finding> reports{};
  std::array<int, 5> account{};  ///< by FileState
  std::uint64_t seen_count = 0;
  int commits = 0;
  std::uint64_t last_done = 0;
  std::uint64_t last_total = 0;
};

/// A batch folder below the tests' working folder, removed at the end.
class TempBatch {
 public:
  explicit TempBatch(const std::string& name = "批次") {
    std::string pattern = (std::filesystem::current_path() / "receive-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    above_ = pattern;
    root_ = above_ / name;
    std::filesystem::create_directories(root_);
  }
  ~TempBatch() {
    std::error_code ignored;
    std::filesystem::remove_all(above_, ignored);
  }
  TempBatch(const TempBatch&) = delete;
  TempBatch& operator=(const TempBatch&) = delete;

  TempBatch& add(const std::string& path, std::string_view content) {
    const std::filesystem::path target = root_ / path;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << content;
    return *this;
  }
  const std::filesystem::path& root() const { return root_; }
  Batch batch() const { return {.root = root_, .name = root_.filename().string()}; }

 private:
  std::filesystem::path above_;
  std::filesystem::path root_;
};

using Files = std::vector<std::pair<std::string, std::string>>;

inline Settings national_settings() {
  const Profile profile = Profile::load(GUIDANG_SOURCE_DIR, "national");
  Settings settings = read_settings(profile.section("receive"));
  settings.fonds = "J001";
  return settings;
}

inline const std::filesystem::path kSchemas =
    std::filesystem::path{GUIDANG_SOURCE_DIR} / "templates" / "schema";

/// One run of receive over a folder.
struct Received {
  explicit Received(const Batch& batch, unsigned jobs = 1,
                    Settings settings = national_settings()) {
    again(batch, jobs, std::move(settings));
  }
  explicit Received(const Files& files, unsigned jobs = 1) {
    TempBatch folder;
    for (const auto& [path, content] : files) folder.add(path, content);
    again(folder.batch(), jobs, national_settings());
  }
  void again(const Batch& batch, unsigned jobs, Settings settings) {
    sink = RecordingSink{};
    Receive(std::move(settings), kSchemas).run(batch, reader, store, jobs, sink);
  }

  FakeReader reader{};
  MemoryStore store{};
  RecordingSink sink{};
};

inline constexpr std::string_view kDeclaration =
    "<batch xmlns=\"urn:guidang:batch:1\">"
    "<declaration by=\"林××\" date=\"2024-01-10\">本批无涉密</declaration></batch>";
inline constexpr std::string_view kReceivedHeader =
    "收文编号,收文日期,来文单位,文号,标题,成文日期,密级,份数,页数,文件名,办理情况,备注\r\n";
inline constexpr std::string_view kIssuedHeader =
    "发文编号,标题,主送,成文日期,密级,签发人,份数,页数,文件名,备注\r\n";

inline std::string received(std::string_view rows) {
  return std::string{kReceivedHeader} + std::string{rows};
}
inline std::string issued(std::string_view rows) {
  return std::string{kIssuedHeader} + std::string{rows};
}
inline std::string record(std::string_view content) {
  return "<record xmlns=\"urn:guidang:record:1\">\n" + std::string{content} + "</record>\n";
}

}  // namespace guidang::receive::test
