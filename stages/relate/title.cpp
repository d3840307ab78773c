// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/text/document_type.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/relate/mentions.h"

namespace guidang::relate {
namespace {

using text::DocumentType;

constexpr std::size_t kShortestCore = 4;

bool drop_front(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool drop_back(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.ends_with(word)) continue;
    text.remove_suffix(word.size());
    return true;
  }
  return false;
}

constexpr std::array<std::pair<std::string_view, Role>, 13> kRoleWords{{
    {"文件处理单", Role::handling_slip},
    {"处理单", Role::handling_slip},
    {"阅办单", Role::handling_slip},
    {"发文稿纸", Role::approval_form},
    {"拟稿纸", Role::approval_form},
    {"花脸稿", Role::marked_draft},
    {"修改稿", Role::marked_draft},
    {"定稿", Role::final_draft},
    {"底稿", Role::draft},
    {"草稿", Role::draft},
    {"批示", Role::instruction},
    {"副本", Role::copy},
    {"附件", Role::attachment},
}};

}  // namespace

std::string_view plain_title(std::string_view title) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"[", "]"}, {"［", "］"}}) {
    if (!title.starts_with(open) || !title.ends_with(close)) continue;
    title.remove_prefix(open.size());
    title.remove_suffix(close.size());
  }
  return title;
}

Part part_of(std::string_view doctype, std::string_view title) {
  auto type = text::parse_document_type(doctype);
  const auto by_title = text::document_type_of_title(title);
  if (!type && by_title) type = by_title->type;
  if (type == DocumentType::request) return Part::request;
  if (type == DocumentType::reply) return Part::reply;
  if (type != DocumentType::letter) return Part::none;
  return has_any(title, {"复函", "关于同意", "答复", "回复"}) ? Part::reply : Part::letter;
}

bool passes_on(std::string_view title) { return has_any(title, {"转发", "批转"}); }

std::string core_of(std::string_view title) {
  std::string_view core = title;
  constexpr std::string_view kAbout = "关于";
  if (const std::size_t at = core.find(kAbout); at != std::string_view::npos) {
    core.remove_prefix(at + kAbout.size());
  }
  while (drop_back(core, {"的批复", "的复函", "的请示", "的函", "批复", "复函", "请示", "有关事宜",
                          "有关问题", "》", "」"})) {
  }
  while (drop_front(core, {"同意", "请求", "申请", "商请", "恳请", "要求", "对", "《", "「"})) {
  }
  std::string folded = text::fold(core);
  return text::length(folded) < kShortestCore ? std::string{} : folded;
}

namespace {

constexpr std::string_view kAboutWord = "关于";
constexpr std::size_t kShortestKey = 6;  // 县志办法 may be anything

/// Without （2023年修订）, （修正） behind it; （试行） tells documents apart and stays.
std::string_view without_revision(std::string_view title) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!title.ends_with(close)) continue;
    const std::size_t at = title.rfind(open);
    if (at == std::string_view::npos || at == 0) continue;
    if (has_any(title.substr(at), {"修订", "修正", "修改", "年版", "年本"})) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::string_view inner_of(std::string_view title) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"《", "》"}, {"〈", "〉"}}) {
    const std::size_t begin = title.find(open);
    const std::size_t end = title.rfind(close);
    if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) continue;
    return title.substr(begin + open.size(), end - begin - open.size());
  }
  return {};
}

/// Behind the last of the words that stands outside of the inner title; npos when none does.
std::size_t behind(std::string_view title, std::initializer_list<std::string_view> words) {
  const std::string_view outer = title.substr(0, std::min(title.find("《"), title.find("〈")));
  for (const std::string_view word : words) {
    if (const std::size_t at = outer.find(word); at != std::string_view::npos) {
      return at + word.size();
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string title_key(std::string_view title) {
  std::string_view rest = without_revision(title);
  if (const std::size_t about = rest.find(kAboutWord); about != std::string_view::npos) {
    rest.remove_prefix(about);
  } else {
    drop_front(rest, {"中华人民共和国"});
  }
  std::string key = text::fold(rest);
  // 关于X的意见 is named as 关于X意见 in the titles of those that pass it on.
  if (const auto type = text::document_type_of_title(key);
      type && key.ends_with(type->word) && key.size() > type->word.size() + 3) {
    std::string_view core = std::string_view(key).substr(0, key.size() - type->word.size());
    if (drop_back(core, {"的"})) key = std::string(core).append(type->word);
  }
  return text::length(key) < kShortestKey ? std::string{} : key;
}

std::string title_organ(std::string_view title) {
  const std::size_t about = title.find(kAboutWord);
  return about == std::string_view::npos ? std::string{} : text::fold(title.substr(0, about));
}

std::string issued_title(std::string_view title) {
  if (passes_on(title)) return {};
  const std::size_t at = behind(title, {"印发", "发布", "公布", "颁布", "下发"});
  if (at == std::string_view::npos) return {};
  if (const std::string_view inner = inner_of(title.substr(at)); !inner.empty()) {
    return std::string(inner);
  }
  std::string_view rest = title.substr(at);
  if (!drop_back(rest, {"的通知", "的公告", "的决定", "的令"})) return {};
  return std::string(rest);
}

std::vector<std::string> forwarded_titles(std::string_view title) {
  const std::size_t at = behind(title, {"转发", "批转"});
  if (at == std::string_view::npos) return {};
  if (const std::string_view inner = inner_of(title.substr(at)); !inner.empty()) {
    return {std::string(inner)};
  }
  std::string_view rest = title.substr(at);
  if (rest.find(kAboutWord) == std::string_view::npos) return {};
  std::vector<std::string> titles{std::string(rest)};
  if (drop_back(rest, {"的通知"})) titles.emplace_back(rest);
  return titles;
}

NamedRole named_role(std::string_view place) {
  const std::size_t slash = place.rfind('/');
  const std::size_t name_at = slash == std::string_view::npos ? 0 : slash + 1;
  std::string_view stem = place;
  // An extension is short and ASCII: the dot of 2023.12 has none behind it.
  const std::size_t dot = place.rfind('.');
  if (dot != std::string_view::npos && dot > name_at && place.size() - dot <= 6) {
    stem = place.substr(0, dot);
  }
  std::string_view rest = stem;
  drop_back(rest, {"）", ")", "】", "]"});
  while (rest.size() > name_at && rest.back() >= '0' && rest.back() <= '9') rest.remove_suffix(1);
  for (const auto& [word, role] : kRoleWords) {
    if (!rest.ends_with(word) || rest.size() - word.size() < name_at) continue;
    std::string_view before = rest.substr(0, rest.size() - word.size());
    if (before.size() == name_at) return {role, std::string(before)};
    if (drop_back(before, {"_", "-", "－", "—", "（", "(", "【", "[", " ", "　", "."})) {
      return {role, std::string(before)};
    }
  }
  return {Role::main, std::string(stem)};
}

}  // namespace guidang::relate
