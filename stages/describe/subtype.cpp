// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/subtype.h"

#include <algorithm>
#include <array>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

struct Row {
  std::string_view doctype{};  ///< "" for any
  std::string_view words{};    ///< any of these, parted by blanks, outside of book marks
  std::string_view value{};
};

// The first row that fits; verbs of sending go before what is sent.
constexpr std::array kRows{Row{"通知", "批转", "批转"},
                           Row{"通知", "转发", "转发"},
                           Row{"通知", "印发 颁发 下发", "印发"},
                           Row{"通知", "发布 公布 颁布", "发布"},
                           Row{"通知", "任免 任职 免职 职务的 聘任 解聘 任命", "任免"},
                           Row{"通知", "废止 停止执行 宣布失效", "废止"},
                           Row{"通知", "召开 会议的 参加会议 会期", "会议"},
                           Row{"通知", "成立 组建 设立 调整", "机构"},
                           Row{"通知", "表彰 表扬 奖励 嘉奖", "表彰"},
                           Row{"通知", "放假 节假日", "放假"},
                           Row{"通报", "表扬 表彰 奖励 嘉奖 授予", "表扬"},
                           Row{"通报", "批评 查处 违规 违纪 事故 处理 处分 典型问题", "批评"},
                           Row{"通报", "情况 进展 检查结果", "情况"},
                           Row{"决定", "表彰 授予 奖励 嘉奖 追授", "表彰"},
                           Row{"决定", "处分 撤职 开除", "处分"},
                           Row{"决定", "任免 任命 免去 罢免 撤销", "任免"},
                           Row{"决定", "废止 修改", "修改废止"},
                           Row{"报告", "政府工作报告 工作报告", "工作报告"},
                           Row{"报告", "自查 整改 落实情况 完成情况 情况的", "情况报告"},
                           Row{"报告", "答复", "答复报告"},
                           Row{"函", "复函 答复 回复", "复函"},
                           Row{"函", "商请 商洽 恳请 协助", "商洽函"},
                           Row{"函", "征求 征询 询问", "征询函"},
                           Row{"函", "报送 送审", "报送函"},
                           Row{"函", "邀请", "邀请函"},
                           Row{"意见", "实施意见", "实施意见"},
                           Row{"意见", "指导意见", "指导意见"},
                           Row{"意见", "处理意见 审核意见 审查意见", "处理意见"},
                           Row{"纪要", "常务会议", "常务会议"},
                           Row{"纪要", "办公会", "办公会议"},
                           Row{"纪要", "全体会议", "全体会议"},
                           Row{"纪要", "专题会 专题会议 协调会 现场会", "专题会议"},
                           Row{"批复", "同意 批准", "同意"},
                           Row{"命令", "嘉奖", "嘉奖令"}};

bool has_any(std::string_view text, std::string_view words) {
  for (std::size_t start = 0; start < words.size();) {
    const std::size_t end = std::min(words.find(' ', start), words.size());
    if (contains(text, words.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

// The title without what its book marks hold: that is of another document.
std::string outside_marks(std::string_view title) {
  std::string outside;
  int depth = 0;
  for (std::size_t pos = 0; pos < title.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(title, pos);
    if (c == U'《') ++depth;
    if (depth == 0) outside.append(title, at, pos - at);
    if (c == U'》' && depth > 0) --depth;
  }
  return outside;
}

constexpr auto kSends = std::to_array<std::string_view>(
    {"印发", "转发", "批转", "发布", "公布", "颁布", "颁发", "下发"});

struct Sending {
  std::size_t at = std::string_view::npos;
  std::size_t end = 0;
};

// The outermost verb: the first of 关于转发省政府关于印发….
Sending sending_in(std::string_view title) {
  Sending first;
  for (const std::string_view verb : kSends) {
    const std::size_t at = title.find(verb);
    if (at < first.at) first = {at, at + verb.size()};
  }
  return first;
}

// 〈〉 (and < >) inside of 《》 are book marks of the second level.
std::string raised(std::string_view title) {
  std::string out;
  for (std::size_t pos = 0; pos < title.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(title, pos);
    if (c == U'〈' || c == U'<' || c == U'＜') {
      out += "《";
    } else if (c == U'〉' || c == U'>' || c == U'＞') {
      out += "》";
    } else {
      out.append(title, at, pos - at);
    }
  }
  return out;
}

// 转发民政部关于清理整顿社会团体意见的通知: what is forwarded is an 意见. Of 转发某局关于检查的通知
// it is a 通知, and the outer one is left out.
std::string cut_title(std::string_view rest, bool issued) {
  constexpr auto kTails = std::to_array<std::string_view>({"的通知", "通知"});
  rest = text::trim(rest);
  const std::size_t tail = ending(rest, kTails);
  if (tail == 0) return {};
  const std::string_view bare = rest.substr(0, rest.size() - tail);
  // Nobody issues a notice by a notice.
  const std::string_view inner = issued || type_of_title(bare) ? bare : rest;
  const std::size_t about = inner.find("关于");
  // Without organ and matter nothing says where a title begins.
  if (about == std::string_view::npos) return {};
  return std::string{inner};
}

}  // namespace

std::vector<std::string> marked_titles(std::string_view text) {
  constexpr std::size_t kMost = 30;
  std::vector<std::string> titles;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t pos = 0; pos < text.size() && titles.size() < kMost;) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    if (c == U'《' && depth++ == 0) start = pos;
    if (c == U'》' && depth > 0 && --depth == 0) {
      titles.push_back(raised(text::trim(text.substr(start, at - start))));
    }
  }
  return titles;
}

bool sends_text(std::string_view title) {
  return sending_in(outside_marks(title)).at != std::string_view::npos;
}

std::string_view subtype_of(std::string_view title, std::string_view doctype) {
  const std::string outside = outside_marks(title);
  std::string_view rest = outside;
  // What the organ is called says nothing of the matter.
  const std::size_t about = rest.find("关于");
  const Sending sending = sending_in(rest);
  if (about != std::string_view::npos && about < sending.at) rest = rest.substr(about);
  // Of 转发某局关于召开会议的通知 only the verb is its own.
  if (sending.at != std::string_view::npos &&
      contains(std::string_view{outside}.substr(sending.end), "关于")) {
    rest = std::string_view{outside}.substr(sending.at, sending.end - sending.at);
  }
  for (const Row& row : kRows) {
    if (row.doctype == doctype && has_any(rest, row.words)) return row.value;
  }
  return {};
}

InnerTitles inner_titles(std::string_view title) {
  const Sending sending = sending_in(outside_marks(title));
  if (sending.at == std::string_view::npos) return {};
  const std::size_t verb = sending_in(title).end;
  const std::size_t mark = title.find("《");
  // 关于《…》…印发的通知 has its verb behind.
  InnerTitles inner;
  if (mark != std::string_view::npos) {
    inner.marked = true;
    inner.titles = marked_titles(title.substr(mark));
    // 转发财政部关于贯彻《某法》的意见的通知: the marks are inside of what is forwarded.
    const std::string_view between = mark > verb ? title.substr(verb, mark - verb) : "";
    if (!contains(between, "关于")) return inner;
  }
  const std::size_t start = std::min(verb, title.size());
  const bool issued =
      !title.substr(0, start).ends_with("转发") && !title.substr(0, start).ends_with("批转");
  std::string cut = cut_title(title.substr(start), issued);
  if (cut.empty()) return {};
  return {{std::move(cut)}, false};
}

}  // namespace guidang::describe
