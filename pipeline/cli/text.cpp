// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/commands.h"
#include "pipeline/facts_json.h"
#include "stages/extract/extract.h"
#include "stages/extract/helper_pool.h"

namespace guidang::cli {
namespace {

nlohmann::ordered_json extraction_json(const Extraction& extraction, const std::string& path) {
  nlohmann::ordered_json object{{"path", path},
                                {"state", to_text(extraction.state)},
                                {"format", extraction.format},
                                {"reader", extraction.reader},
                                {"pages", extraction.pages}};
  if (!extraction.reason.empty()) object["reason"] = extraction.reason;
  if (!extraction.encoding.empty()) object["encoding"] = extraction.encoding;
  if (extraction.undecodable > 0) object["undecodable"] = extraction.undecodable;
  object["properties"] = extraction.properties;
  return object;
}

}  // namespace

ExitStatus execute(const TextArguments& arguments, const Console& console) {
  extract::HelperPool reader(1);
  ExitStatus status = ExitStatus::done;
  for (const std::string& path : arguments.files) {
    const Extraction extraction = extract_file(reader, path);
    if (extraction.state != TextState::read) status = ExitStatus::held;
    if (arguments.json) {
      console.out << extraction_json(extraction, path)
                         .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
      continue;
    }
    for (const std::string& page : extraction.pages) {
      console.out << page << (page.ends_with('\n') ? "" : "\n");
    }
    if (extraction.state != TextState::read) {
      console.err << path << ": " << to_text(extraction.state) << " (" << extraction.format << ") "
                  << extraction.reason << '\n';
    }
  }
  return status;
}

}  // namespace guidang::cli
