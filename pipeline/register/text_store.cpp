// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/text_store.h"

#include <nlohmann/json.hpp>

#include "pipeline/facts_json.h"
#include "pipeline/failure.h"
#include "pipeline/register/schema.h"

namespace guidang {
namespace {

constexpr std::int64_t kFormat = 3;

sqlite::Database open(const std::filesystem::path& file, sqlite::Database::Mode mode) {
  sqlite::Database database(file, mode);
  const std::int64_t format = database.prepare("PRAGMA user_version").step_integer();
  if (format < kFormat && mode == sqlite::Database::Mode::create) {
    // Derived data: what an older format held or a power cut takes is read again from objects/.
    database.execute("PRAGMA synchronous=NORMAL; BEGIN IMMEDIATE;" + std::string(kTextsSchema) +
                     "PRAGMA user_version=" + std::to_string(kFormat) + "; COMMIT;");
  } else if (format != kFormat) {
    throw Failure(file.string() + " 格式不明 / has an unknown format",
                  "删除它，重跑即重建 / delete it: the next run builds it again");
  } else if (mode != sqlite::Database::Mode::read_only) {
    database.execute("PRAGMA synchronous=NORMAL;");
  }
  return database;
}

std::string bytes_of(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

constexpr std::uint32_t kBold = 1;
constexpr std::uint32_t kRuleBelow = 2;
constexpr std::uint32_t kTable = 4;

/// [count, align, face, flags, outline, size, colour].
nlohmann::json bytes_of(const StyleRun& run) {
  const LineStyle& style = run.style;
  const std::uint32_t flags =
      (style.bold ? kBold : 0) | (style.rule_below ? kRuleBelow : 0) | (style.table ? kTable : 0);
  return {run.count,
          static_cast<int>(style.align),
          static_cast<int>(style.face),
          flags,
          style.outline,
          style.size,
          style.colour};
}

void add_styles(const nlohmann::json& run, std::vector<LineStyle>& styles) {
  const auto flags = run.at(3).get<std::uint32_t>();
  const LineStyle style{.align = static_cast<Align>(run.at(1).get<std::uint8_t>()),
                        .face = static_cast<Face>(run.at(2).get<std::uint8_t>()),
                        .bold = (flags & kBold) != 0,
                        .rule_below = (flags & kRuleBelow) != 0,
                        .table = (flags & kTable) != 0,
                        .outline = run.at(4).get<std::uint8_t>(),
                        .size = run.at(5).get<std::uint16_t>(),
                        .colour = run.at(6).get<std::uint32_t>()};
  styles.insert(styles.end(), run.at(0).get<std::uint32_t>(), style);
}

/// [width, height, [left, top, width, height, …], [run of styles, …]] for each page.
std::string layout_bytes(const std::vector<PageLayout>& layout) {
  nlohmann::json pages = nlohmann::json::array();
  for (const PageLayout& page : layout) {
    nlohmann::json lines = nlohmann::json::array();
    for (const Box& box : page.lines) {
      for (const std::int32_t value : {box.left, box.top, box.width, box.height}) {
        lines.push_back(value);
      }
    }
    nlohmann::json styles = nlohmann::json::array();
    for (const StyleRun& run : style_runs(page.styles)) styles.push_back(bytes_of(run));
    pages.push_back({page.width, page.height, std::move(lines), std::move(styles)});
  }
  return pages.dump();
}

std::vector<PageLayout> layout_from(std::string_view bytes) {
  std::vector<PageLayout> layout;
  for (const nlohmann::json& page : nlohmann::json::parse(bytes)) {
    PageLayout& made = layout.emplace_back();
    made.width = page.at(0).get<std::int32_t>();
    made.height = page.at(1).get<std::int32_t>();
    const auto numbers = page.at(2).get<std::vector<std::int32_t>>();
    for (std::size_t i = 0; i + 3 < numbers.size(); i += 4) {
      made.lines.push_back({numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]});
    }
    for (const nlohmann::json& run : page.at(3)) add_styles(run, made.styles);
  }
  return layout;
}

/// A text's summary travels as a `Text` fact of one component.
ComponentText summary_from(std::string_view bytes) {
  const Fact fact = fact_from_bytes(FactKind::text, bytes);
  return std::get<Text>(fact).components.at(0);
}

}  // namespace

TextStore::TextStore(const std::filesystem::path& file, sqlite::Database::Mode mode)
    : database_(open(file, mode)),
      find_(database_.prepare(
          // "x+ocr" before "x": it has all of that text and more.
          "SELECT summary FROM text WHERE digest = ?1 "
          "ORDER BY revision DESC, reader DESC LIMIT 1")) {
  if (mode != sqlite::Database::Mode::read_only) {
    put_ = database_.prepare("INSERT OR REPLACE INTO text VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  }
  pages_ = database_.prepare(
      "SELECT pages FROM text WHERE digest = ?1 AND reader = ?2 AND revision = ?3");
  layout_ = database_.prepare(
      "SELECT layout FROM text WHERE digest = ?1 AND reader = ?2 AND revision = ?3");
}

std::optional<ComponentText> TextStore::find(const std::string& digest) {
  const std::scoped_lock lock(mutex_);
  std::optional<ComponentText> found;
  if (find_.bind(digest).step()) found = summary_from(find_.text(0));
  find_.reset();
  return found;
}

ComponentText TextStore::put(const std::string& digest, const Extraction& extraction) {
  ComponentText summary{.digest = digest,
                        .state = extraction.state,
                        .format = extraction.format,
                        .reader = extraction.reader,
                        .revision = extraction.revision,
                        .reason = extraction.reason,
                        .pages = {},
                        .encoding = extraction.encoding,
                        .undecodable = extraction.undecodable,
                        .technical = extraction.technical,
                        .tags = tags_of(extraction)};
  if (extraction.paged) summary.pages = static_cast<std::uint32_t>(extraction.pages.size());
  const std::string bytes = to_bytes(Text{{summary}});
  const std::string pages = bytes_of(extraction.pages);
  const std::string properties = bytes_of(extraction.properties);
  const std::string layout = layout_bytes(extraction.layout);
  const std::scoped_lock lock(mutex_);
  put_.run(digest, summary.reader, summary.revision, bytes, pages, properties, layout);
  return summary;
}

std::size_t TextStore::forget_failures(std::string_view digest) {
  struct Key {
    std::string digest{};
    std::string reader{};
    std::int64_t revision = 0;
  };
  const std::scoped_lock lock(mutex_);
  std::vector<Key> failed;
  sqlite::Statement rows = database_.prepare(
      "SELECT digest, reader, revision, summary FROM text WHERE ?1 IN ('', digest)");
  rows.bind(digest);
  while (rows.step()) {
    if (summary_from(rows.text(3)).state != TextState::failed) continue;
    failed.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.integer(2)});
  }
  rows.reset();
  sqlite::Statement drop =
      database_.prepare("DELETE FROM text WHERE digest = ?1 AND reader = ?2 AND revision = ?3");
  for (const Key& key : failed) drop.run(key.digest, key.reader, key.revision);
  return failed.size();
}

void TextStore::backup_to(const std::filesystem::path& target) {
  const std::scoped_lock lock(mutex_);
  database_.backup_to(target);
}

std::vector<std::string> TextStore::pages(const ComponentText& text) {
  std::string bytes;
  {
    const std::scoped_lock lock(mutex_);
    if (!pages_.bind(text.digest, text.reader, text.revision).step()) return {};
    bytes = pages_.text(0);
    pages_.reset();
  }
  const nlohmann::json list = nlohmann::json::parse(bytes, nullptr, false);
  return list.is_array() ? list.get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::vector<PageLayout> TextStore::layout(const ComponentText& text) {
  const std::scoped_lock lock(mutex_);
  std::vector<PageLayout> layout;
  if (layout_.bind(text.digest, text.reader, text.revision).step()) {
    layout = layout_from(layout_.text(0));
  }
  layout_.reset();
  return layout;
}

}  // namespace guidang
