// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/all.h"

#include <map>

#include "pipeline/organs/load.h"
#include "pipeline/register/ledger.h"
#include "stages/appraise/appraise.h"
#include "stages/appraise/load.h"
#include "stages/arrange/arrange.h"
#include "stages/catalogue/catalogue.h"
#include "stages/check/check.h"
#include "stages/check/ledger_check.h"
#include "stages/check/rule.h"
#include "stages/describe/codes.h"
#include "stages/describe/describe.h"
#include "stages/extract/extract.h"
#include "stages/index/index_stage.h"
#include "stages/itemise/itemise.h"
#include "stages/number/number.h"
#include "stages/receive/codes.h"
#include "stages/receive/receive.h"
#include "stages/relate/relate.h"
#include "stages/review/codes.h"
#include "stages/seal/codes.h"
#include "stages/year/year.h"

namespace guidang {
namespace {

std::unique_ptr<Intake> make_intake(const Profile& profile, const Fonds& fonds) {
  receive::Settings settings = receive::read_settings(profile.section("receive"));
  settings.fonds = fonds.code;
  settings.ceiling = receive::ceiling_from(fonds.ceiling);
  return std::make_unique<Receive>(std::move(settings),
                                   profile.data_root() / "templates" / "schema");
}

}  // namespace

Pipeline make_pipeline(const Profile& profile, Home& home, Reader& reader) {
  const std::string& fonds = home.fonds().code;
  const auto last_number = [&registry = home.registry()](std::string_view series) {
    return Ledger(registry).last(series);
  };

  const std::shared_ptr<const organs::Authority> organs =
      organs::load(profile, {.files = home.organ_files(),
                             .learnt = home.learnt_organ_files(),
                             .own_name = home.fonds().name});

  // Files become documents; what lies above the secrecy ceiling never gets further.
  Pipeline pipeline(make_intake(profile, home.fonds()));

  // Each document by itself.
  pipeline.then(std::make_unique<Extract>(home.content(), reader));
  pipeline.then(
      std::make_unique<Describe>(describe::read_settings(profile.section("describe"), organs)));

  // All documents together; from here on none joins or leaves the run.
  pipeline.then(std::make_unique<Relate>(relate::read_settings(profile.section("relate"))));
  pipeline.then(std::make_unique<Itemise>(profile));

  // Each item by itself.
  pipeline.then(std::make_unique<Check>(profile, organs));
  pipeline.then(appraise::load(profile, home, organs));
  pipeline.then(std::make_unique<Year>(profile));

  // All items together: what no item shows alone, then order and numbers.
  pipeline.then(std::make_unique<LedgerCheck>(profile));
  pipeline.then(std::make_unique<Arrange>(profile, fonds, arrange::Plan::load(home.registry())));
  pipeline.then(std::make_unique<Number>(profile, fonds, last_number));

  // From here on no archival code changes; lists and index can be made again at any time.
  lists::Backing backing = lists::backing_of(home.registry());
  backing.code_title = code_titles(profile);
  pipeline.then(std::make_unique<Catalogue>(profile, std::move(backing)));
  pipeline.then(std::make_unique<IndexStage>(profile));
  return pipeline;
}

std::string stage_names(const Pipeline& pipeline) {
  std::string names = "receive";
  for (const Step& step : pipeline.steps()) names += " " + std::string(info_of(step).name);
  return names;
}

std::vector<CodeInfo> stage_codes(const Profile& profile) {
  std::vector<CodeInfo> all;
  for (const std::span<const CodeInfo> some :
       {receive::codes(), extract_codes(), describe::codes(), Relate().info().codes,
        Itemise(profile).info().codes, Appraise(profile).info().codes, Year(profile).info().codes,
        arrange_codes(), seal_codes(), review::codes()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::function<std::string(std::string_view code)> code_titles(const Profile& profile) {
  std::map<std::string, std::string, std::less<>> titles;
  for (const CodeInfo& code : stage_codes(profile)) titles.emplace(code.id, code.title_zh);
  const check::Rules rules = check::Rules::load(profile);
  for (const check::Rule& rule : rules.list()) titles.insert_or_assign(rule.id, rule.title_zh);
  return [titles = std::move(titles)](std::string_view code) {
    const auto title = titles.find(code);
    return title == titles.end() ? std::string() : title->second;
  };
}

}  // namespace guidang
