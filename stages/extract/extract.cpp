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

namespace guidang {
namespace {

constexpr std::array kCodes{
    CodeInfo{"EXT-101", "此格式无法提取文字", "no reader for this format",
             "补交可读格式(如 DOCX、OFD 转出的文本),或由人工著录",
             "supply the document in a format that can be read, or describe it by hand", ""},
    CodeInfo{"EXT-102", "提取文字失败", "text could not be taken out",
             "用原软件打开核对,另存后重新提交",
             "open it in its own program, save it anew, hand it in again", ""},
    CodeInfo{"EXT-103", "部分字节无法解码", "some bytes have no meaning in the encoding",
             "核对原文,改存为 UTF-8 或 GB18030",
             "compare with the original and save as UTF-8 or GB18030", ""},
    CodeInfo{"EXT-104", "扩展名与内容不符", "the extension does not fit the content",
             "按内容更正扩展名", "correct the extension by the content", ""},
    CodeInfo{"EXT-105", "没有文字", "the text is empty", "确认文件是否完整或为扫描件",
             "make sure that the file is complete and not a scan", ""},
    CodeInfo{"EXT-106", "图像或音视频,不含文字", "a picture or recording without text",
             "由人工著录,或附文字稿", "describe it by hand or add a transcript", ""},
};

constexpr std::array kReads{Read{FactKind::components, false, {}}};

constexpr StageInfo kInfo{.name = "extract",
                          .zh = "提取",
                          .summary = "take the text out of each file",
                          .scope = Scope::document,
                          .reads = kReads,
                          .writes = FactKind::text,
                          .codes = kCodes};

bool is_blank_page(const std::string& page) { return text::trim(page).empty(); }

bool is_blank(const std::vector<std::string>& pages) {
  return std::ranges::all_of(pages, is_blank_page);
}

void report(Findings& findings, const Component& component, std::string_view code,
            Severity severity, std::string found, std::string expected = {}) {
  findings.add({.code = std::string{code},
                .severity = severity,
                .path = component.name,
                .found = std::move(found),
                .expected = std::move(expected)});
}

void report_state(Findings& findings, const Component& component, const ComponentText& text,
                  ContentStore& store) {
  switch (text.state) {
    case TextState::no_reader:
      return report(findings, component, "EXT-101", Severity::warning, text.format);
    case TextState::failed:
      return report(findings, component, "EXT-102", Severity::warning, text.reason);
    case TextState::none_by_nature:
      return report(findings, component, "EXT-106", Severity::note, text.format);
    case TextState::read:
      if (is_blank(store.pages(text))) {
        report(findings, component, "EXT-105", Severity::warning, text.format);
      }
      if (text.undecodable > 0) {
        report(findings, component, "EXT-103", Severity::warning,
               fmt::format("{} bytes, {}", text.undecodable, text.encoding));
      }
  }
}

void report_extension(Findings& findings, const Component& component, const ComponentText& text) {
  const auto format = extract::format_from(text.format);
  if (!format) return;
  std::string extension = extract::extension_mismatch(component.name, *format);
  if (extension.empty()) return;
  report(findings, component, "EXT-104", Severity::note, "." + extension, text.format);
}

}  // namespace

std::span<const CodeInfo> extract_codes() { return kCodes; }

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
    report_state(findings, component, outcome, store_);
    report_extension(findings, component, outcome);
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
