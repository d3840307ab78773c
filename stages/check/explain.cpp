// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/explain.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "pipeline/failure.h"
#include "stages/check/rule.h"

namespace guidang::check {
namespace {

std::string_view pick(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

std::string_view in(Language language, Purpose purpose) {
  return purpose == Purpose::incoming ? pick(language, "收文初审", "incoming")
                                      : pick(language, "归档", "filing");
}

std::string_view in(Language language, Direction direction) {
  switch (direction) {
    case Direction::received:
      return pick(language, "收文", "received");
    case Direction::issued:
      return pick(language, "发文", "issued");
    case Direction::internal:
      return pick(language, "内部", "internal");
    case Direction::unknown:
      break;
  }
  return pick(language, "收发不明", "direction unknown");
}

std::string_view in(Language language, Standing standing) {
  switch (standing) {
    case Standing::own:
      return pick(language, "本机关", "own");
    case Standing::superior:
      return pick(language, "上级", "from a superior");
    case Standing::peer:
      return pick(language, "同级", "from the same level");
    case Standing::subordinate:
      return pick(language, "下级", "from a subordinate");
    case Standing::outside:
      return pick(language, "机关以外", "from outside");
    case Standing::unknown:
      break;
  }
  return pick(language, "来文机关不明", "from an unknown organ");
}

std::string_view in(Language language, Severity severity) {
  switch (severity) {
    case Severity::note:
      return pick(language, "记入备考表", "note");
    case Severity::warning:
      return pick(language, "提醒", "warning");
    case Severity::hold:
      return pick(language, "搁置待处理", "hold");
    case Severity::give_back:
      return pick(language, "建议退文", "propose return");
  }
  return {};
}

template <typename T>
std::string joined(Language language, const std::vector<T>& list) {
  std::string out;
  for (const T& each : list) {
    if (!out.empty()) out += pick(language, "、", ", ");
    out += in(language, each);
  }
  return out;
}

void add_part(std::string& line, const std::string& part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

std::string conditions(Language language, const SeverityRow& row) {
  std::string line;
  add_part(line, joined(language, row.purposes));
  add_part(line, joined(language, row.directions));
  add_part(line, joined(language, row.senders));
  add_part(line, row.flaw);
  return line.empty() ? std::string{pick(language, "其他", "otherwise")} : line;
}

std::string scope_of(Language language, const Rule& rule) {
  std::string line;
  add_part(line, joined(language, rule.purposes));
  add_part(line, joined(language, rule.directions));
  add_part(line, fmt::format("{}", fmt::join(rule.doctypes, " ")));
  if (rule.valid_from || rule.valid_to) {
    add_part(line, fmt::format("{} … {}", rule.valid_from ? to_iso(*rule.valid_from) : "",
                               rule.valid_to ? to_iso(*rule.valid_to) : ""));
  }
  return line.empty() ? std::string{pick(language, "全部", "everything")} : line;
}

std::string looked_at_by(Language language, const Rule& rule) {
  if (!rule.on) return std::string{pick(language, "本规则集未启用", "off in this profile")};
  if (rule.by == "receive") {
    return std::string{
        pick(language, "接收时处理，先于保存任何内容", "receive, before anything is kept")};
  }
  if (!rule.by.empty()) {
    return fmt::format("{} {}", rule.by, pick(language, "（全体文件一起看）", "(over all items)"));
  }
  std::string line = rule.predicate;
  for (const auto& [name, value] : rule.params) line += fmt::format(" {}={}", name, value);
  return line;
}

std::string sample(const Profile& profile, const Rule& rule, std::string_view which) {
  const std::filesystem::path folder = profile.data_root() / "samples/rules" / rule.id;
  for (const std::string_view kind : {".xml", ".txt"}) {
    std::ifstream file{folder / (std::string{which} + std::string{kind}), std::ios::binary};
    if (!file) continue;
    std::ostringstream text;
    text << file.rdbuf();
    std::string out;
    std::istringstream lines{text.str()};
    for (std::string line; std::getline(lines, line);) out += "    " + line + "\n";
    return out;
  }
  return {};
}

}  // namespace

std::string explain(const Profile& profile, std::string_view id, Language language) {
  const Rules rules = Rules::load(profile);
  const Rule* rule = rules.find(id);
  if (rule == nullptr) {
    throw Failure(
        fmt::format("规则集 {0} 没有规则 {1} / profile {0} has no rule {1}", profile.id(), id),
        "guidang rules 列出全部规则 / lists all rules", ExitStatus::usage);
  }
  const auto line = [&](std::string_view zh, std::string_view en, std::string_view value) {
    return value.empty() ? std::string{} : fmt::format("{}  {}\n", pick(language, zh, en), value);
  };
  std::string out =
      fmt::format("{}  {}\n", rule->id, pick(language, rule->title_zh, rule->title_en));
  out += line("为何", "why   ", pick(language, rule->why_zh, rule->why_en));
  out += line("依据", "clause", rule->citation);
  out += line("范围", "scope ", scope_of(language, *rule));
  out += line("方法", "looks ", looked_at_by(language, *rule));
  out += line("处理", "hint  ", pick(language, rule->hint_zh, rule->hint_en));
  out += line("轻重", "severity", " ");
  for (const SeverityRow& row : rule->severities) {
    out += fmt::format("    {} → {}\n", conditions(language, row), in(language, row.level));
  }
  for (const std::string_view which : {"fail", "pass"}) {
    const std::string text = sample(profile, *rule, which);
    if (text.empty()) continue;
    out += fmt::format("{}\n{}",
                       which == "fail" ? pick(language, "不合规样例", "a sample that fails")
                                       : pick(language, "合规样例", "a sample that passes"),
                       text);
  }
  return out;
}

std::string list_rules(const Profile& profile, Language language) {
  std::string out;
  const Rules rules = Rules::load(profile);
  for (const Rule& rule : rules.list()) {
    out += fmt::format("{}\t{}\t{}\t{}\n", rule.id, rule.on ? "on" : "off",
                       pick(language, rule.title_zh, rule.title_en), rule.citation);
  }
  return out;
}

}  // namespace guidang::check
