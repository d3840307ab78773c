// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/year_page.h"

#include <fmt/format.h>

#include <map>

#include "pipeline/files/io_failure.h"
#include "pipeline/forms/book.h"
#include "pipeline/text/utf8.h"

namespace guidang::review {
namespace {

/// What one page holds of a cause; the whole is on the terminal and in JSON.
constexpr std::size_t kExamples = 3;
constexpr std::size_t kExampleLength = 34;

std::string cut(std::string_view text) {
  const std::string_view front = text::prefix(text, kExampleLength);
  return front.size() == text.size() ? std::string(text) : std::string(front) + "…";
}

std::string example(const Obstacle& one) {
  const std::string& what = one.title.empty() ? one.place : one.title;
  std::string text = cut(what);
  if (text.empty()) text = one.record;
  if (!one.found.empty()) text += "：" + cut(one.found);
  return text;
}

/// Held items by their codes, then some of them by name.
std::string detail_of(Cause cause, const CauseReport& part) {
  std::string text;
  if (cause == Cause::held) {
    std::map<std::string, std::uint64_t> codes;
    for (const Obstacle& one : part.told) ++codes[one.code];
    for (const auto& [code, count] : codes) {
      text += fmt::format("{}{} {}", text.empty() ? "" : "，", code, count);
    }
  }
  for (std::size_t i = 0; i < part.told.size() && i < kExamples; ++i) {
    text += (text.empty() ? "" : "\n") + example(part.told[i]);
  }
  if (part.count > kExamples) text += "\n……";
  return text;
}

forms::Values line_of_cause(Cause cause, const CauseReport& part) {
  const bool clear = part.count == 0;
  return {{"mark", clear               ? "√"
                   : part.blocking > 0 ? "×"
                                       : "△"},
          {"cause", std::string(title_of(cause).zh)},
          {"count", clear ? "无" : std::to_string(part.count)},
          {"detail", detail_of(cause, part)},
          {"advice", clear ? std::string() : std::string(advice_on(cause).zh)}};
}

std::string seals_of(const YearReport& report) {
  if (report.seals.empty()) return {};
  const SealRow& last = report.seals.back();
  return fmt::format("第 {} 版封存于 {}", last.edition, last.date);
}

}  // namespace

std::string line_of(const Deadline& deadline, Language language) {
  const bool zh = language == Language::zh;
  std::string text = fmt::format("{}  {}  ", deadline.name.in(language), to_iso(deadline.due));
  if (deadline.days_left < 0) {
    text += fmt::format(fmt::runtime(zh ? "已过 {} 天" : "{} days ago"), -deadline.days_left);
  } else {
    text += fmt::format(fmt::runtime(zh ? "还有 {} 天" : "{} days left"), deadline.days_left);
  }
  if (deadline.working_days_left) {
    text += fmt::format(fmt::runtime(zh ? "（工作日 {} 天）" : " ({} working days)"),
                        *deadline.working_days_left);
  }
  if (deadline.last_working_day && *deadline.last_working_day != deadline.due) {
    text += fmt::format(fmt::runtime(zh ? "，最后一个工作日 {}" : ", the last working day is {}"),
                        to_iso(*deadline.last_working_day));
  }
  if (deadline.estimated)
    text += zh ? "（预计：节假日尚未公布）" : " (estimated: holidays not known)";
  if (!deadline.citation.empty()) text += "  " + deadline.citation;
  return text;
}

std::filesystem::path write_page(const YearReport& report, const PageHead& head,
                                 const std::filesystem::path& data_root,
                                 const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw files::io_failure("无法建立文件夹 cannot make folder", folder, error.value());
  const auto form = forms::Form::load(data_root, data_root / "templates/forms/year-check.xml");
  const std::string stem = fmt::format("{}{}", report.year, "年度归档检查单");
  std::string deadlines;
  for (const Deadline& one : report.deadlines) {
    deadlines += (deadlines.empty() ? "" : "\n") + line_of(one, Language::zh);
  }
  forms::Book book(form, folder, stem, {.html = true, .pdf = true, .csv = false, .xlsx = false});
  book.sheet({{"fonds_code", head.fonds_code},
              {"fonds_name", head.fonds_name},
              {"year", std::to_string(report.year)},
              {"date", to_iso(report.as_of)},
              {"items", std::to_string(report.ready_items)},
              {"sealed", std::to_string(report.sealed_items)},
              {"answer", report.ready() ? "可以封存" : "封存前应先解决打 × 的各项"},
              {"seals", seals_of(report)},
              {"deadlines", deadlines},
              {"head", head.chain_head}});
  for (std::size_t i = 0; i < kCauses; ++i) {
    book.row(line_of_cause(static_cast<Cause>(i), report.causes[i]));
  }
  book.finish();
  return folder / (stem + ".pdf");
}

}  // namespace guidang::review
