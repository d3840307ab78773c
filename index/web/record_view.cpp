// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_view.h"

#include <charconv>

namespace guidang::web {
namespace {

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

SourceView source_of(std::string_view source) {
  const std::size_t colon = source.find(':');
  if (colon != std::string_view::npos) {
    const auto page = number_of(source.substr(0, colon));
    const auto line = number_of(source.substr(colon + 1));
    if (page && line) return {"text", *page, *line};
  }
  return {std::string(source), 0, 0};
}

std::string citation_of(const RecordView& record) {
  const index::Hit& hit = record.shown;
  std::string line;
  if (!hit.creator.empty() && !hit.title.starts_with(hit.creator)) line += hit.creator + "：";
  line += hit.title.empty() ? "〔无题名〕" : hit.title;
  if (!hit.document_number.empty()) line += "（" + hit.document_number + "）";
  const auto add = [&](std::string_view part) {
    if (!part.empty()) line.append("，").append(part);
  };
  add(hit.date);
  add(record.fonds_name);
  add(hit.code);
  if (hit.provisional && !hit.code.empty()) line += "（预编）";
  return line;
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace guidang::web
