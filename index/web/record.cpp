// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record.h"

#include <charconv>
#include <optional>
#include <string>

#include "index/card.h"
#include "index/web/page.h"
#include "index/web/record_json.h"
#include "index/web/record_links.h"
#include "index/web/record_model.h"
#include "index/web/record_source.h"

namespace guidang::web {
namespace {

constexpr std::string_view kJsonSuffix = ".json";
/// Printed, a text stands on one page up to this size; beyond it is printed in pieces.
constexpr std::size_t kPrintedText = std::size_t{2} << 20;
constexpr std::size_t kPrintedFiles = 5'000;

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

std::string_view without_suffix(std::string_view segment) {
  segment.remove_suffix(kJsonSuffix.size());
  return segment;
}

RecordScreen screen_of(const Request& request) {
  RecordScreen screen{.q = std::string(request.parameters.get("q"))};
  screen.text = number_of(request.parameters.get("text")).value_or(1);
  screen.files = number_of(request.parameters.get("files")).value_or(1);
  if (request.parameters.get("view") == "print") {
    screen.per_text = kPrintedText;
    screen.per_files = kPrintedFiles;
  }
  return screen;
}

Response show(const Context& context, const RecordPlace& place, bool json) {
  const Parameters& parameters = context.request.parameters;
  const std::string q(parameters.get("q"));
  const auto record = read_record(context, place, q, parameters.get("history") == "all");
  if (!record) return not_found(context);
  const CodeMeanings& meanings = context.site.homes.at(place.home).meanings;
  if (json) {
    return {.type = std::string(kJson), .body = record_json(context, *record, meanings)};
  }
  Page page(context, "record");
  page.box(q);
  write_record(page.model(), context, *record, meanings, screen_of(context.request));
  return page.render();
}

/// Under a code: the record that has it now; or to the one that had it; or a choice among homes.
Response by_code(const Context& context, std::string_view code, bool json) {
  std::vector<index::Hit> records;
  for (const index::Found& found : index::find_code(context.readers(), code)) {
    if (auto card = index::find_record(context.readers(), found.home, found.record)) {
      records.push_back(std::move(card->shown));
    }
  }
  if (records.empty()) return not_found(context);
  const std::string q(context.request.parameters.get("q"));
  if (records.size() > 1) {
    Page page(context, "record");
    page.box(q);
    write_choice(page.model(), context, code, records, q);
    return page.render(300);
  }
  const index::Hit& record = records.front();
  if (record.code != code) {
    Parameters parameters;
    if (!q.empty()) parameters.set("q", q);
    const std::string path = record_path(record) + (json ? std::string(kJsonSuffix) : "");
    return redirect(context.href(path, parameters));
  }
  return show(context, {record.home, record.record}, json);
}

Response page_by_code(const Context& context) {
  return by_code(context, context.request.segments.at(1), false);
}

Response json_by_code(const Context& context) {
  return by_code(context, without_suffix(context.request.segments.at(1)), true);
}

Response by_id(const Context& context, std::string_view id, bool json) {
  const auto place = find_place(context, context.request.segments.at(1), id);
  return place ? show(context, *place, json) : not_found(context);
}

Response page_by_id(const Context& context) {
  return by_id(context, context.request.segments.at(2), false);
}

Response json_by_id(const Context& context) {
  return by_id(context, without_suffix(context.request.segments.at(2)), true);
}

/// Bytes from a stranger's computer may do anything: they are saved, never shown.
Response original(const Context& context) {
  const auto& segments = context.request.segments;
  const auto number = number_of(segments.at(4));
  const auto place = find_place(context, segments.at(1), segments.at(2));
  if (!number || !place) return not_found(context);
  auto found = open_original(context, *place, *number);
  if (!found) return not_found(context);
  Response response{.type = "application/octet-stream"};
  response.set("Content-Disposition", attachment(found->file.name));
  response.set("Content-Security-Policy", "default-src 'none'; sandbox");
  response.set("ETag", '"' + found->file.digest + '"');
  response.file = FileBody{std::move(found->descriptor), found->file.size};
  return response;
}

}  // namespace

std::vector<Route> record_routes() {
  return {{"/record/*.json", json_by_code},
          {"/record/*", page_by_code},
          {"/record/*/*.json", json_by_id},
          {"/record/*/*", page_by_id},
          {"/record/*/*/files/*", original}};
}

}  // namespace guidang::web
