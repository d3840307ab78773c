// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/check.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/codebook.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/description_view.h"
#include "pipeline/cli/fields_json.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/organs/load.h"
#include "pipeline/verdict.h"
#include "stages/describe/describe.h"
#include "stages/extract/extract.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::cli {
namespace {

const std::string kDocument = "d0000000000000000";
const std::string kItem = "i0000000000000000";

Direction direction_of(const std::string& word) {
  if (word == "received") return Direction::received;
  if (word == "issued") return Direction::issued;
  return word == "internal" ? Direction::internal : Direction::unknown;
}

/// One file as the stages would see it: a document that is its own item.
struct OneDocument {
  Origin origin{};
  Components components{};
  Text text{};
  Description description{};
  std::vector<Finding> findings{};
};

OneDocument describe_file(const std::string& path, const CheckArguments& arguments, Reader& reader,
                          const Describe& describe) {
  const Extraction extraction = extract_file(reader, path);
  OneDocument document;
  document.origin = {.place = std::filesystem::path(path).filename().string(),
                     .purpose = arguments.purpose == "filing" ? Purpose::filing : Purpose::incoming,
                     .direction = direction_of(arguments.direction)};
  if (!arguments.received.empty()) {
    document.origin.given.push_back({.name = "received",
                                     .value = arguments.received,
                                     .source = "sidecar",
                                     .where = "--received"});
    if (document.origin.direction == Direction::unknown) {
      document.origin.direction = Direction::received;
    }
  }
  document.components.list.push_back({.role = Role::main, .name = document.origin.place});
  document.text.components.push_back({.state = extraction.state,
                                      .format = extraction.format,
                                      .reader = extraction.reader,
                                      .revision = extraction.revision,
                                      .reason = extraction.reason,
                                      .tags = tags_of(extraction)});
  View view(kDocument, {[&](const ComponentText&) { return extraction.pages; },
                        [&](const ComponentText&) { return extraction.layout; }});
  view.put(document.origin);
  view.put(document.components);
  view.put(document.text);
  Findings findings;
  if (auto fact = describe.run(view, findings)) document.description = std::get<Description>(*fact);
  document.findings = findings.take();
  return document;
}

void check_document(OneDocument& document, const Check& check) {
  View part(kDocument, {});
  part.put(document.origin);
  part.put(document.components);
  part.put(document.text);
  part.put(document.description);
  View item(kItem, {});
  item.put(Item{.main = kDocument, .parts = {{.document = kDocument}}});
  item.put(std::vector<View>{part});
  Findings findings;
  static_cast<void>(check.run(item, findings));
  for (Finding& finding : findings.take()) document.findings.push_back(std::move(finding));
}

nlohmann::ordered_json finding_json(const Finding& finding, const CodeBook& book) {
  nlohmann::ordered_json object{
      {"code", finding.code},         {"severity", to_text(finding.severity)},
      {"place", finding.place},       {"found", finding.found},
      {"expected", finding.expected}, {"citations", finding.citations}};
  if (const CodeBook::Entry* entry = book.find(finding.code)) {
    object["title"] = {{"zh", entry->title_zh}, {"en", entry->title_en}};
    object["hint"] = {{"zh", entry->hint_zh}, {"en", entry->hint_en}};
    object["rule"] = entry->citation;
  }
  return object;
}

void print_document(const OneDocument& document, const std::string& path, Verdict answer,
                    double bound, const CodeBook& book, const Console& console) {
  console.out << fmt::format("{}  {}\n", path,
                             console(kVerdictWords[static_cast<std::size_t>(answer)]));
  print(document.description, bound, console);
  for (const Finding& finding : document.findings) print(finding, path, book, console);
}

}  // namespace

ExitStatus execute(const CheckArguments& arguments, const Console& console) {
  extract::HelperPool reader(1, {.recognise = arguments.ocr});
  const Profile profile = Profile::load(files::data_root(), arguments.profile);
  organs::Local local;
  if (!arguments.org.empty()) local.files.emplace_back(arguments.org);
  const auto organs = organs::load(profile, local);
  const describe::Settings settings = describe::read_settings(profile.section("describe"), organs);
  const Describe describe(settings);
  const Check check(profile, organs);
  const CodeBook book(profile);
  ExitStatus status = ExitStatus::done;
  for (const std::string& path : arguments.files) {
    OneDocument document = describe_file(path, arguments, reader, describe);
    check_document(document, check);
    for (Finding& finding : document.findings) finding.path = path;
    Grounds grounds;
    grounds.complete = true;
    grounds.findings = document.findings;
    const Verdict answer = verdict(grounds);
    if (answer != Verdict::accepted) status = ExitStatus::held;
    if (!arguments.json) {
      print_document(document, path, answer, settings.confidence, book, console);
      continue;
    }
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    for (const Finding& finding : document.findings) {
      findings.push_back(finding_json(finding, book));
    }
    console.out << nlohmann::ordered_json{{"path", path},
                                          {"verdict", to_text(answer)},
                                          {"fields", fields_json(document.description)},
                                          {"findings", findings}}
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
  }
  return status;
}

}  // namespace guidang::cli
