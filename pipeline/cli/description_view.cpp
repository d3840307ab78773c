// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/description_view.h"

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "pipeline/cli/words.h"
#include "pipeline/fields.h"
#include "pipeline/text/columns.h"

namespace guidang::cli {
namespace {

constexpr std::size_t kLabelColumns = 16;

/// Elements of 条例 第九条 whose absence people want to hear of.
constexpr std::array<std::string_view, 13> kElements{
    "secrecy",     "urgency", "creator", "document_number", "signer",      "title",
    "recipients",  "date",    "cc",      "annotation",      "attachments", "issuing_office",
    "issuing_date"};

std::string padded(std::string_view label) {
  const std::size_t taken = text::columns(label);
  return std::string{label} + std::string(taken < kLabelColumns ? kLabelColumns - taken : 1, ' ');
}

/// "1:9" in words; other sources are words already.
std::string place(std::string_view source, const Console& console) {
  const std::size_t colon = source.find(':');
  const bool digits = !source.empty() && source.front() >= '1' && source.front() <= '9';
  if (!digits || colon == std::string_view::npos) {
    for (const SourceWord& word : kSourceWords) {
      if (source == word.source) return std::string{console(word.words)};
    }
    return std::string{source};
  }
  return console.language == Language::zh
             ? fmt::format("第{}页第{}行", source.substr(0, colon), source.substr(colon + 1))
             : fmt::format("page {} line {}", source.substr(0, colon), source.substr(colon + 1));
}

std::string witness(std::string_view source, double confidence, const Console& console) {
  return fmt::format("[{} {:.2f}]", place(source, console), confidence);
}

void print_field(const FieldInfo& info, const Field& field, double bound, const Console& console) {
  const std::string margin(4 + kLabelColumns, ' ');
  const bool unsure = field.confidence < bound;
  std::string label = padded(console(Both{info.zh, info.en}));
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    console.out << (i == 0 ? "    " + label : margin) << field.values[i];
    if (i == 0) {
      console.out << "  " << witness(field.source, field.confidence, console);
      if (unsure) console.out << "  " << console(kUnsureWord);
    }
    console.out << '\n';
  }
  if (!field.original.empty() && !info.list) {
    console.out << margin << console(kWrittenAs) << field.original << '\n';
  }
  for (const Rival& rival : field.rivals) {
    const Rival bare{.values = rival.values};
    console.out << margin << (unsure ? console(kOrWord) : "≠ ") << bare.to_text() << "  "
                << witness(rival.source, rival.confidence, console) << '\n';
  }
}

}  // namespace

void print(const Description& description, double bound, const Console& console) {
  for (std::size_t zone = 0; zone < kZoneWords.size(); ++zone) {
    bool opened = false;
    for (const FieldInfo& info : kFields) {
      const Field* field = description.find(info.name);
      if (field == nullptr || static_cast<std::size_t>(info.zone) != zone) continue;
      if (!opened) console.out << "  " << console(kZoneWords[zone]) << '\n';
      opened = true;
      print_field(info, *field, bound, console);
    }
  }
  std::string missing;
  for (const std::string_view name : kElements) {
    if (description.find(name) != nullptr) continue;
    const FieldInfo& info = *find_field(name);
    missing += (missing.empty() ? "" : "、") + std::string{console(Both{info.zh, info.en})};
  }
  if (!missing.empty()) console.out << "  " << console(kNotSeen) << missing << '\n';
}

}  // namespace guidang::cli
