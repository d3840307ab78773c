// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/extract.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "stages/extract/format.h"
#include "stages/extract/readers.h"
#include "stages/extract/report.h"

namespace guidang {
namespace {

constexpr std::array kReads{Read{FactKind::components, false, {}}};

constexpr StageInfo kInfo{.name = "extract",
                          .zh = "提取",
                          .summary = "take the text out of each file",
                          .scope = Scope::document,
                          .reads = kReads,
                          .writes = FactKind::text,
                          .codes = extract::kCodes};

/// True when asking the readers of today would not give anything else.
bool is_current(const ComponentText& text) {
  const auto format = extract::format_from(text.format);
  const extract::ReaderEntry* reader =
      format ? extract::find_reader(extract::kReaders, *format) : nullptr;
  if (reader == nullptr) return text.reader.empty();
  return text.reader == reader->name && text.revision == reader->revision;
}

}  // namespace

std::span<const CodeInfo> extract_codes() { return extract::kCodes; }

const StageInfo& Extract::info() const { return kInfo; }

std::string Extract::settings() const {
  std::string table;
  for (const extract::ReaderEntry& reader : extract::kReaders) {
    table +=
        fmt::format("{} {} {}\n", extract::info(reader.format).name, reader.name, reader.revision);
  }
  return files::sha256_hex(table);
}

std::optional<Fact> Extract::run(const View& view, Findings& findings) const {
  Text text;
  for (const Component& component : view.get<Components>().list) {
    ComponentText& outcome = text.components.emplace_back(text_of(component));
    extract::report(findings, component, outcome, store_);
  }
  return text;
}

ComponentText Extract::text_of(const Component& component) const {
  if (auto stored = store_.find_text(component.digest); stored && is_current(*stored)) {
    return *std::move(stored);
  }
  const files::Fd object{store_.open_object(component.digest)};
  return store_.put_text(component.digest, reader_.read(object.get(), component.name));
}

Extraction extract_file(Reader& reader, const std::filesystem::path& path) {
  const files::Fd file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
  if (!file) {
    throw Failure(fmt::format("{}: {}", path.string(), std::generic_category().message(errno)), {},
                  ExitStatus::usage);
  }
  struct stat about{};
  if (::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode)) {
    throw Failure(fmt::format("{}: not a regular file / 不是普通文件", path.string()), {},
                  ExitStatus::usage);
  }
  return reader.read(file.get(), path.filename().string());
}

}  // namespace guidang
