// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/format.h"

namespace guidang::extract {
namespace {

bool is_blank(const std::vector<std::string>& pages) {
  return std::ranges::all_of(pages,
                             [](const std::string& page) { return text::trim(page).empty(); });
}

void add(Findings& findings, const Component& component, std::string_view code, Severity severity,
         std::string found, std::string expected = {}) {
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
      return add(findings, component, "EXT-101", Severity::warning, text.format);
    case TextState::failed:
      return add(findings, component, "EXT-102", Severity::warning, text.reason);
    case TextState::none_by_nature:
      // An archive is a box; what lies in it is read by itself.
      if (const auto format = format_from(text.format); format && !info(*format).textless) return;
      return add(findings, component, "EXT-106", Severity::note, text.format);
    case TextState::read:
      if (is_blank(store.pages(text))) {
        add(findings, component, "EXT-105", Severity::warning, text.format);
      }
      if (text.undecodable > 0) {
        add(findings, component, "EXT-103", Severity::warning,
            fmt::format("{} bytes, {}", text.undecodable, text.encoding));
      }
  }
}

void report_extension(Findings& findings, const Component& component, const ComponentText& text) {
  const auto format = format_from(text.format);
  if (!format) return;
  std::string extension = extension_mismatch(component.name, *format);
  if (extension.empty()) return;
  add(findings, component, "EXT-104", Severity::note, "." + extension, text.format);
}

/// What is told of a file as a file, and the finding that it makes.
struct TechnicalFinding {
  std::string_view fact{};
  std::string_view code{};
  Severity severity = Severity::note;
};
constexpr std::array kTechnicalFindings{
    TechnicalFinding{technical::kEncodingDeclared, "EXT-107", Severity::warning},
    TechnicalFinding{technical::kEncodingGuessed, "EXT-108"},
    TechnicalFinding{technical::kDigestsBadPaths, "EXT-109", Severity::warning},
    TechnicalFinding{technical::kFlaw, "EXT-110"},
    TechnicalFinding{technical::kScripts, "EXT-111", Severity::warning},
    TechnicalFinding{technical::kExternal, "EXT-112"},
    TechnicalFinding{technical::kFontsMissingNames, "EXT-113"},
    TechnicalFinding{technical::kOcrConfidence, "EXT-114"},
    TechnicalFinding{technical::kProtection, "EXT-115", Severity::warning},
};

void report_technical(Findings& findings, const Component& component, const ComponentText& text) {
  for (const TechnicalFinding& row : kTechnicalFindings) {
    const auto fact = text.technical.find(std::string{row.fact});
    if (fact == text.technical.end() || fact->second == "0") continue;
    add(findings, component, row.code, row.severity,
        row.fact == technical::kEncodingGuessed ? text.encoding : fact->second,
        row.fact == technical::kEncodingDeclared ? text.encoding : std::string{});
  }
}

}  // namespace

void report(Findings& findings, const Component& component, const ComponentText& text,
            ContentStore& store) {
  report_state(findings, component, text, store);
  report_extension(findings, component, text);
  report_technical(findings, component, text);
}

}  // namespace guidang::extract
