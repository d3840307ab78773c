// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/rebuild.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/failure.h"
#include "pipeline/files/walk.h"
#include "pipeline/register/ledger.h"
#include "stages/package/bag_tags.h"
#include "stages/package/layout.h"
#include "stages/package/register_reader.h"
#include "stages/package/rows_taker.h"
#include "stages/package/verify.h"

namespace guidang {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

Failure refused(const std::string& what, const std::string& advice) {
  return Failure(what, advice, ExitStatus::usage);
}

/// data/<全宗号>-<年度>, the only folder there.
std::string top_of(const fs::path& bundle) {
  std::error_code error;
  std::string top;
  for (const auto& entry : fs::directory_iterator(bundle / "data", error)) {
    if (!top.empty()) error = std::make_error_code(std::errc::file_exists);
    top = "data/" + entry.path().filename().string();
  }
  if (error || top.empty()) {
    throw refused(bundle.string() + " 不是本程序的移交包 is not a bundle of guidang",
                  "给出 guidang package 所打的包 name a folder that guidang package made");
  }
  return top;
}

files::Fd open_register(const fs::path& bundle, const std::string& top) {
  const files::Fd root = files::open_folder(bundle);
  auto opened = files::open_beneath(root.get(), top + "/" + std::string(bag::kRegisterFile));
  if (auto* fd = std::get_if<files::Fd>(&opened)) return std::move(*fd);
  throw refused(fmt::format("{}: 移交包没有 the bundle lacks {}", bundle.string(),
                            std::string(bag::kRegisterFile)),
                "给出 guidang package 所打的包 name a folder that guidang package made");
}

/// Reads rows; what a row lacks becomes a Failure that names its line.
void read_rows(int fd, const std::function<bool(const json&)>& visit) {
  const auto damaged = [](std::size_t line, std::string_view why) {
    return Failure(
        fmt::format("{}:{}: 读不懂 cannot be read: {}", std::string(bag::kRegisterFile), line, why),
        "请移交单位重新移交 ask for the bundle again");
  };
  const auto flaw = bag::for_each_register_row(fd, [&](std::size_t line, const json& row) {
    try {
      return visit(row);
    } catch (const json::exception& error) {
      throw damaged(line, error.what());
    }
  });
  if (flaw) throw damaged(flaw->line, flaw->found + " ≠ " + flaw->expected);
}

struct Head {
  Fonds fonds{};
  int year = 0;
  int edition = 0;
};

/// Of the home that made the bundle, as bag-info.txt tells.
std::string chain_head_of(const fs::path& bundle) {
  const files::Fd root = files::open_folder(bundle);
  const auto opened = files::open_beneath(root.get(), "bag-info.txt");
  bag::InfoReader reader;
  if (const auto* fd = std::get_if<files::Fd>(&opened)) {
    (void)bag::for_each_line(fd->get(), "UTF-8", [&](std::size_t number, std::string_view line) {
      reader.line(number, line);
    });
  }
  for (const bag::InfoField& field : reader.info().fields) {
    if (bag::same_label(field.label, bag::kChainHeadLabel)) return field.value;
  }
  return {};
}

Head read_head(int fd) {
  Head head;
  read_rows(fd, [&](const json& row) {
    head.fonds = {.code = row.at("fonds").get<std::string>(),
                  .name = row.at("name").get<std::string>(),
                  .profile = row.at("profile").get<std::string>(),
                  .ceiling = row.at("ceiling").get<std::string>()};
    head.year = row.at("year").get<int>();
    head.edition = row.at("edition").get<int>();
    return false;
  });
  return head;
}

void require_valid(const fs::path& bundle) {
  const VerifyReport report = verify_bundle(bundle);
  if (report.verdict == BagVerdict::valid && report.own) return;
  if (report.verdict == BagVerdict::valid) {
    throw refused(bundle.string() + " 不是本程序的移交包 is not a bundle of guidang",
                  "给出 guidang package 所打的包 name a folder that guidang package made");
  }
  const std::string first =
      report.problems.empty() ? "" : report.problems[0].code + " " + report.problems[0].file;
  throw Failure(
      fmt::format("移交包校验不合格 the bundle is not valid: {}: {}", bundle.string(), first),
      "查看全部 see all of it: guidang verify " + bundle.string());
}

std::uint64_t put_originals(const fs::path& bundle, const std::string& top, Home& home) {
  const files::Fd root = files::open_folder(bundle);
  const std::string records = top + "/" + std::string(bag::kRecordsFolder) + "/";
  std::uint64_t count = 0;
  files::walk(root.get(),
              [&](const files::WalkEntry& entry) {
                if (!entry.relative.starts_with(records)) return;
                if (entry.relative.ends_with(bag::kMetadataEnding)) return;
                const auto opened = files::open_beneath(root.get(), entry.relative);
                if (const auto* fd = std::get_if<files::Fd>(&opened)) {
                  home.objects().put(fd->get());
                  ++count;
                }
              },
              {.depth = 256, .entries = 20'000'000});
  return count;
}

}  // namespace

Fonds fonds_of_bundle(const fs::path& bundle) {
  return read_head(open_register(bundle, top_of(bundle)).get()).fonds;
}

RebuildReport rebuild_year(const fs::path& bundle, Home& home) {
  require_valid(bundle);
  const std::string top = top_of(bundle);
  const files::Fd rows = open_register(bundle, top);
  const Head head = read_head(rows.get());
  if (head.fonds.code != home.fonds().code) {
    throw refused(fmt::format("移交包是别的全宗 the bundle is of another fonds: {}, not {}",
                              head.fonds.code, home.fonds().code),
                  "恢复到新的全宗库 restore into a new home");
  }
  if (!Ledger(home.registry()).seals(head.year).empty()) {
    throw refused(fmt::format("{} 年在此全宗库中已封存 is already sealed in this home", head.year),
                  "恢复到新的全宗库 restore into a new home");
  }
  RebuildReport report{.year = head.year, .edition = head.edition};
  report.originals = put_originals(bundle, top, home);
  // What the chain of the old home ended in, so that both can be followed.
  const std::string what = fmt::format("rebuild {}-{}-{} {}", head.fonds.code, head.year,
                                       head.edition, chain_head_of(bundle));
  bag::RowsTaker taker(home, what, report);
  read_rows(rows.get(), [&](const json& row) {
    taker.take(row);
    return true;
  });
  taker.finish();
  return report;
}

}  // namespace guidang
