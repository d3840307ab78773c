// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/extract.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/text/utf8.h"
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

bool is_blank_page(const std::string& page) { return text::trim(page).empty(); }

}  // namespace

std::span<const CodeInfo> extract_codes() { return extract::kCodes; }

const StageInfo& Extract::info() const { return kInfo; }

std::string Extract::settings() const {
  std::string table;
  for (const extract::ReaderEntry& reader : extract::kReaders) {
    table +=
        fmt::format("{} {} {}\n", extract::info(reader.format).name, reader.name, reader.revision);
  }
  if (reader_.recognises()) table += "recognition\n";
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

/// True when asking the readers of today would not give more. Recognised text is as good as any of
/// the same revision: a run that asks for no recognition does not throw it away.
bool Extract::is_current(const ComponentText& text) const {
  const auto format = extract::format_from(text.format);
  const extract::ReaderEntry* reader =
      format ? extract::find_reader(extract::kReaders, *format) : nullptr;
  if (reader == nullptr) return text.reader.empty();
  std::string_view name = text.reader;
  const bool recognised = name.ends_with(kRecognised);
  if (recognised) name.remove_suffix(kRecognised.size());
  if (name != reader->name || text.revision != reader->revision) return false;
  if (recognised || !reader_.recognises() || reader->recognise == nullptr) return true;
  if (text.state == TextState::none_by_nature) return false;
  return text.state != TextState::read || std::ranges::none_of(store_.pages(text), is_blank_page);
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
