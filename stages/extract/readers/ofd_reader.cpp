// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/ocr.h"
#include "stages/extract/readers/ofd/annotations.h"
#include "stages/extract/readers/ofd/attachments.h"
#include "stages/extract/readers/ofd/composer.h"
#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/lines.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/page_content.h"
#include "stages/extract/readers/ofd/pictures.h"
#include "stages/extract/readers/ofd/resources.h"
#include "stages/extract/readers/ofd/signatures.h"
#include "stages/extract/readers/ofd/tags.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract {
namespace {

/// Of one document; the parent takes four million.
constexpr std::size_t kMostLines = 3'000'000;

/// What is added up over the bodies of a package.
struct Totals {
  ofd::Counts counts{};
  std::set<std::string> embedded_fonts{};
  std::set<std::string> missing_fonts{};
  std::uint64_t images = 0;
  std::uint64_t urls = 0;
  std::uint64_t starting = 0;
  std::vector<std::string> prohibitions{};
  ofd::SignatureReport signatures{};
};

class OfdText {
 public:
  /// Pages without text go to `recogniser` when there is one.
  OfdText(ofd::Package& package, Extraction& result, Recogniser* recogniser)
      : package_(package), result_(result), recogniser_(recogniser) {}

  void add(const ofd::DocumentRoot& root) {
    ofd::Resources resources{package_};
    for (const std::string& location : root.resources) {
      resources.add(root.path, location, totals_.counts);
    }
    ofd::Tags tags{package_, root};
    ofd::Annotations annotations{package_, root};
    ofd::Composer composer{package_, root, resources, totals_.counts};
    for (std::size_t i = 0; i < root.pages.size() && package_.ok(); ++i) {
      const auto page =
          ofd::read_page(package_, root.path, root.pages[i].location, resources, totals_.counts);
      if (!page) return;
      const std::vector<ofd::Piece> pieces = composer.page(*page);
      tags.see(i, pieces);
      begin_page(page->area ? page->area : root.area);
      add_lines(pieces, resources);
      for (const ofd::Content& shown : annotations.of_page(root.pages[i].id, totals_.counts)) {
        std::vector<ofd::Piece> beside;
        composer.add(shown, page->path, beside);
        tags.see(i, beside);
        add_lines(beside, resources);
      }
      if (recogniser_ != nullptr && text::trim(result_.pages.back()).empty()) {
        recognise(*page, resources);
      }
    }
    for (const auto& [name, text] : tags.values()) add_property(result_, "tag:" + name, text);
    add_property(result_, "annotation_remarks", annotations.remarks());
    add_totals(root, resources);
  }

  void add_signatures(const ofd::Body& body) {
    ofd::check_signatures(package_, body, totals_.signatures);
  }

  [[nodiscard]] const Totals& totals() const { return totals_; }

 private:
  void begin_page(const std::optional<ofd::Rectangle>& area) {
    result_.pages.emplace_back();
    PageLayout& layout = result_.layout.emplace_back();
    if (!area) return;
    const Box box = ofd::to_box(*area);
    layout.width = box.width;
    layout.height = box.height;
  }

  void add_lines(const std::vector<ofd::Piece>& pieces, const ofd::Resources& resources) {
    if (!package_.ok()) return;
    std::string& text = result_.pages.back();
    for (const ofd::Line& line : ofd::lines(pieces)) {
      text_bytes_ += line.text.size() + 1;
      if (text_bytes_ > package_.limits().text_bytes) {
        return package_.fail(
            fmt::format("text is longer than {} MB", package_.limits().text_bytes >> 20));
      }
      if (++lines_ > kMostLines) {
        return package_.fail(fmt::format("more than {} lines of text", kMostLines));
      }
      text += line.text;
      text += '\n';
      PageLayout& layout = result_.layout.back();
      layout.lines.push_back(ofd::to_box(line.box));
      constexpr double kPoints = 72 / 25.4;
      layout.styles.push_back({.face = resources.face(line.ink.font),
                               .bold = line.ink.bold,
                               .size = size_of_points(line.size * kPoints),
                               .colour = line.ink.colour});
    }
  }

  void recognise(const ofd::PageContent& page, const ofd::Resources& resources) {
    std::string text = ofd::text_of_pictures(package_, resources, page, *recogniser_);
    result_.layout.back().lines.assign(static_cast<std::size_t>(std::ranges::count(text, '\n')),
                                       Box{});
    result_.layout.back().styles.clear();
    result_.pages.back() = std::move(text);
  }

  void add_totals(const ofd::DocumentRoot& root, const ofd::Resources& resources) {
    totals_.embedded_fonts.insert(resources.embedded_fonts().begin(),
                                  resources.embedded_fonts().end());
    totals_.missing_fonts.insert(resources.missing_fonts().begin(),
                                 resources.missing_fonts().end());
    totals_.images += resources.images();
    totals_.urls += resources.urls() + root.urls;
    totals_.starting += root.starting;
    for (const std::string& prohibition : root.prohibitions) {
      if (std::ranges::find(totals_.prohibitions, prohibition) == totals_.prohibitions.end()) {
        totals_.prohibitions.push_back(prohibition);
      }
    }
  }

  ofd::Package& package_;
  Extraction& result_;
  Recogniser* recogniser_;
  Totals totals_{};
  std::uint64_t text_bytes_ = 0;
  std::size_t lines_ = 0;
};

void add_facts(const ofd::Entry& entry, const Totals& totals, Extraction& result) {
  const auto fact = [&](std::string_view key, std::string_view value) {
    add_technical(result, key, value);
  };
  const auto count = [&](std::string_view key, std::uint64_t value) {
    fact(key, std::to_string(value));
  };
  fact(technical::kFormatVersion, entry.version);
  for (const ofd::Body& body : entry.bodies) {
    for (const auto& [key, value] : body.properties) add_property(result, key, value);
    fact(technical::kCreated, body.created);
    fact(technical::kModified, body.modified);
    fact(technical::kProgram, body.program);
  }
  std::set<std::string> missing;
  std::ranges::set_difference(totals.missing_fonts, totals.embedded_fonts,
                              std::inserter(missing, missing.end()));
  count(technical::kFontsEmbedded, totals.embedded_fonts.size());
  count(technical::kFontsMissing, missing.size());
  fact(technical::kFontsMissingNames, fmt::format("{}", fmt::join(missing, ", ")));
  count(technical::kImages, totals.images);
  count(technical::kAttachments, result.members.size());
  count(technical::kScripts, totals.counts.starting + totals.starting);
  count(technical::kExternal, totals.counts.urls + totals.urls);
  fact(technical::kProtection, fmt::format("{}", fmt::join(totals.prohibitions, ", ")));
  const ofd::SignatureReport& signatures = totals.signatures;
  count(technical::kSignatures, signatures.count);
  if (signatures.count == 0) return;
  count(technical::kDigestsGood, signatures.good);
  count(technical::kDigestsBad, signatures.bad);
  count(technical::kDigestsUnchecked, signatures.unchecked);
  fact(technical::kDigestsBadPaths, fmt::format("{}", fmt::join(signatures.bad_paths, ", ")));
}

/// All documents of the package, before any page is read.
std::vector<ofd::DocumentRoot> read_roots(ofd::Package& package, const ofd::Entry& entry) {
  std::vector<ofd::DocumentRoot> roots;
  std::size_t pages = 0;
  for (const ofd::Body& body : entry.bodies) {
    auto root = ofd::read_document(package, body);
    if (!root) return {};
    pages += root->pages.size();
    if (pages > package.limits().pages) {
      package.fail(fmt::format("{} pages, more than {}", pages, package.limits().pages));
      return {};
    }
    roots.push_back(std::move(*root));
  }
  return roots;
}

std::vector<ofd::Attachment> read_attachments(ofd::Package& package,
                                              const std::vector<ofd::DocumentRoot>& roots) {
  std::vector<ofd::Attachment> found;
  for (const ofd::DocumentRoot& root : roots) ofd::add_attachments(package, root, found);
  return found;
}

Extraction read_pages(int fd, const Limits& limits, Recogniser* recogniser) {
  ofd::Package package{fd, limits};
  const auto entry = ofd::read_entry(package);
  if (!entry) return failed(package.error());
  const std::vector<ofd::DocumentRoot> roots = read_roots(package, *entry);

  Extraction result;
  for (ofd::Attachment& attachment : read_attachments(package, roots)) {
    result.members.push_back(std::move(attachment.member));
  }
  OfdText text{package, result, recogniser};
  for (const ofd::DocumentRoot& root : roots) {
    if (package.ok()) text.add(root);
  }
  if (!package.ok()) return failed(package.error());

  for (const ofd::Body& body : entry->bodies) text.add_signatures(body);
  add_facts(*entry, text.totals(), result);
  if (const std::uint64_t glyphs = text.totals().counts.glyphs_only; glyphs > 0) {
    package.flaw(fmt::format("{} text objects draw glyphs without telling characters", glyphs));
  }
  add_technical(result, technical::kFlaw, package.flaws());
  if (recogniser != nullptr) recogniser->add_facts(result);
  result.state = TextState::read;
  result.paged = true;
  return result;
}

}  // namespace

Extraction read_ofd(int fd, const Limits& limits) { return read_pages(fd, limits, nullptr); }

Extraction recognise_ofd(int fd, const Limits& limits) {
  Recogniser recogniser;
  return read_pages(fd, limits, &recogniser);
}

std::string read_ofd_member(int fd, const Limits& limits, std::uint32_t index,
                            const ByteSink& sink) {
  ofd::Package package{fd, limits};
  const auto entry = ofd::read_entry(package);
  if (!entry) return package.error();
  const std::vector<ofd::DocumentRoot> roots = read_roots(package, *entry);
  const std::vector<ofd::Attachment> attachments = read_attachments(package, roots);
  if (!package.ok()) return package.error();
  if (index >= attachments.size()) return fmt::format("no attachment {}", index);
  const files::ZipEntry& file = *attachments[index].entry;
  if (file.size > limits.member_bytes) {
    return fmt::format("longer than {} MB", limits.member_bytes >> 20);
  }
  std::string why;
  return package.pieces(file, sink, why) ? std::string{} : why;
}

}  // namespace guidang::extract
