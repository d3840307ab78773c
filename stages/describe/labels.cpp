// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/labels.h"

#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

struct Known {
  std::string_view word{};  ///< flat
  std::string_view field{};
};

// 发布日期 and 公开日期 are days of the page, never of the document.
constexpr std::array kKnown{Known{"发文机关", "creator"},
                            Known{"发文单位", "creator"},
                            Known{"制发机关", "creator"},
                            Known{"发电单位", "creator"},
                            Known{"签批盖章", ""},
                            Known{"发往", ""},
                            Known{"等级", ""},
                            Known{"成文日期", "date"},
                            Known{"成文时间", "date"},
                            Known{"印发机关", ""},
                            Known{"生成日期", ""},
                            Known{"有效期", ""},
                            Known{"组配分类", ""},
                            Known{"文件状态", ""},
                            Known{"内容概述", ""},
                            Known{"内容分类", ""},
                            Known{"公开类别", ""},
                            Known{"服务对象", ""},
                            Known{"文件类型", ""},
                            Known{"信息名称", "title"},
                            Known{"文件标题", "title"},
                            Known{"发文日期", ""},
                            Known{"来源", ""},
                            Known{"关键词", ""},
                            Known{"语种", ""},
                            Known{"载体类型", ""},
                            Known{"责任部门", ""},
                            Known{"公开时限", ""},
                            Known{"信息来源", ""},
                            Known{"时效性", ""},
                            Known{"发文字号", "document_number"},
                            Known{"文号", "document_number"},
                            Known{"文件编号", "document_number"},
                            Known{"文件字号", "document_number"},
                            Known{"标题", "title"},
                            Known{"名称", "title"},
                            Known{"文件名称", "title"},
                            Known{"公文种类", "doctype"},
                            Known{"文种", "doctype"},
                            Known{"索引号", ""},
                            Known{"主题分类", ""},
                            Known{"分类", ""},
                            Known{"发布日期", ""},
                            Known{"公开日期", ""},
                            Known{"发布机构", ""},
                            Known{"主题词", ""},
                            Known{"有效性", ""},
                            Known{"公开方式", ""},
                            Known{"公开范围", ""},
                            Known{"生效日期", ""},
                            Known{"废止日期", ""},
                            Known{"实施日期", ""},
                            Known{"统一登记号", ""},
                            Known{"信息公开类别", ""},
                            Known{"体裁分类", ""}};

struct Hit {
  const Known* known = nullptr;
  std::size_t start = 0;
  std::size_t value = 0;
};

// A label's characters may be spread: 标　　题：
std::size_t match_spread(std::string_view text, std::size_t from, std::string_view word) {
  std::size_t pos = from;
  std::size_t at = 0;
  while (at < word.size()) {
    if (pos >= text.size()) return 0;
    const std::size_t before = pos;
    const char32_t c = text::next(text, pos);
    if (text::is_blank(c) || c == U'*') {
      if (at == 0) return 0;
      continue;
    }
    if (word.substr(at, pos - before) != text.substr(before, pos - before)) return 0;
    at += pos - before;
  }
  while (pos < text.size()) {
    const char32_t c = text::next(text, pos);
    if (c == U':' || c == U'：') return pos;
    if (!text::is_blank(c) && c != U'*') return 0;
  }
  return 0;
}

// The value without what a page puts around it.
std::string_view without_marks(std::string_view value) {
  value = text::trim(value);
  while (value.starts_with('*')) value.remove_prefix(1);
  while (value.ends_with('*') || value.ends_with('|') || value.ends_with('-')) {
    value.remove_suffix(1);
  }
  return text::trim(value);
}

std::vector<Hit> hits_in(std::string_view text) {
  std::vector<Hit> hits;
  bool boundary = true;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    if (boundary && c > 0x7F) {
      for (const Known& known : kKnown) {
        const std::size_t value = match_spread(text, at, known.word);
        if (value == 0) continue;
        hits.push_back({&known, at, value});
        pos = value;
        break;
      }
    }
    boundary = text::is_blank(c) || c == U'[' || c == U'【' || c == U'|' || c == U';' ||
               c == U'；' || c == U'*';
  }
  return hits;
}

}  // namespace

bool is_label(std::string_view flat) {
  // Of telegrams, which print no colon behind them.
  constexpr auto kBare = std::to_array<std::string_view>({"发电单位", "签批盖章"});
  if (starting(flat, kBare) != 0) return true;
  // - **发文机关**：… of pages that were turned into plain text.
  constexpr auto kMarks = std::to_array<std::string_view>({"-", "*", "•", "·", "[", "【"});
  while (starting(flat, kMarks) != 0) flat.remove_prefix(starting(flat, kMarks));
  for (const Known& known : kKnown) {
    if (!flat.starts_with(known.word)) continue;
    std::string_view rest = flat.substr(known.word.size());
    while (rest.starts_with('*') || rest.starts_with("】")) {
      rest.remove_prefix(rest.starts_with('*') ? 1 : std::string_view{"】"}.size());
    }
    if (rest.starts_with(':')) return true;
  }
  return false;
}

std::vector<Label> read_labels(std::span<const Line> lines, std::size_t end) {
  constexpr std::size_t kLongest = 600;
  std::vector<Label> labels;
  for (std::size_t i = 0; i < end && i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.text.size() > kLongest || line.furniture || !contains(line.flat, ":")) continue;
    const std::vector<Hit> hits = hits_in(line.text);
    for (std::size_t h = 0; h < hits.size(); ++h) {
      const std::size_t stop = h + 1 < hits.size() ? hits[h + 1].start : line.text.size();
      Label label{hits[h].known->field,
                  without_marks(line.text.substr(hits[h].value, stop - hits[h].value)), i};
      if (label.value.empty() && i + 1 < end && !is_label(lines[i + 1].flat)) {
        label.value = lines[i + 1].text;
        label.line = i + 1;
      }
      if (!label.value.empty()) labels.push_back(label);
    }
  }
  return labels;
}

}  // namespace guidang::describe
