// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-embedded-file.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/mapped_file.h"
#include "stages/extract/readers/ocr.h"
#include "stages/extract/readers/pdf/complaints.h"
#include "stages/extract/readers/pdf/facts.h"
#include "stages/extract/readers/pdf/page_text.h"
#include "stages/extract/readers/pdf/scan.h"

namespace guidang::extract {
namespace {

/// One PDF, held open with its bytes.
class PdfFile {
 public:
  explicit PdfFile(int fd) : file_(fd) {
    if (bytes().size() > std::numeric_limits<int>::max()) return;
    document_.reset(
        poppler::document::load_from_raw_data(bytes().data(), static_cast<int>(bytes().size())));
  }

  [[nodiscard]] std::string_view bytes() const { return file_.bytes(); }
  [[nodiscard]] const poppler::document& document() const { return *document_; }
  [[nodiscard]] const pdf::Complaints& complaints() const { return complaints_; }

  /// Why it cannot be read, "" when it can.
  [[nodiscard]] std::string refusal(const Limits& limits) const {
    if (document_ == nullptr) {
      const std::string& damage = complaints_.damage();
      return damage.empty() ? "the structure of the file is lost"
                            : "the structure of the file is lost: " + damage;
    }
    if (document_->is_locked()) return "encrypted: a password is needed to open it";
    if (document_->pages() <= 0) return "no page is left of it";
    if (static_cast<std::uint32_t>(document_->pages()) > limits.pages) {
      return fmt::format("more than {} pages", limits.pages);
    }
    return {};
  }

 private:
  pdf::Complaints complaints_;
  MappedFile file_;
  std::unique_ptr<poppler::document> document_;
};

using Page = std::unique_ptr<poppler::page>;

/// In points, as it is shown.
std::pair<double, double> size_of(const poppler::page& page) {
  const poppler::rectf box = page.page_rect(poppler::crop_box);
  const auto turned = page.orientation();
  if (turned == poppler::page::landscape || turned == poppler::page::seascape) {
    return {box.height(), box.width()};
  }
  return {box.width(), box.height()};
}

pdf::PageText text_of(const poppler::page& page) {
  std::vector<pdf::Word> words;
  // The sizes of the fonts would cost half of the time again; a word's height says nearly the same.
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    words.push_back({.text = pdf::utf8(box.text()),
                     .left = place.left(),
                     .top = place.top(),
                     .right = place.right(),
                     .bottom = place.bottom(),
                     .size = place.height(),
                     .blank_after = box.has_space_after(),
                     .upright = box.rotation() == 0});
  }
  const auto [width, height] = size_of(page);
  return pdf::arrange(std::move(words), width, height);
}

using Attachments = std::vector<poppler::embedded_file*>;

Attachments attachments_of(const poppler::document& document) {
  return document.has_embedded_files() ? document.embedded_files() : Attachments{};
}

void add_members(const poppler::document& document, Extraction& result) {
  std::size_t number = 0;
  for (const poppler::embedded_file* file : attachments_of(document)) {
    Member member;
    ++number;
    const std::string name = file->name();
    member.name = text::is_utf8(name) ? name : text::decode(name).text;
    if (member.name != name) member.raw_name = name;
    if (member.name.empty()) member.name = fmt::format("attachment-{}", number);
    if (file->size() > 0) member.size = static_cast<std::uint64_t>(file->size());
    if (!file->is_valid()) member.refusal = "not there";
    result.members.push_back(std::move(member));
  }
  if (number > 0) add_technical(result, technical::kAttachments, std::to_string(number));
}

void add_count(Extraction& result, std::string_view key, std::uint64_t count) {
  if (count > 0) add_technical(result, key, std::to_string(count));
}

void add_flaws(const pdf::Scan& scan, Extraction& result) {
  if (!scan.table) {
    add_technical(result, technical::kFlaw, "rebuilt cross reference table");
  } else if (scan.lead > 0) {
    add_technical(result, technical::kFlaw, fmt::format("{} bytes before %PDF", scan.lead));
  } else if (!scan.end_mark) {
    add_technical(result, technical::kFlaw, "no %%EOF at its end");
  }
}

/// What is wrong with a file that poppler has read to its end; "" when nothing is.
std::string damage(const PdfFile& file, const pdf::Scan& scan) {
  if (!file.complaints().damage().empty()) return "damaged: " + file.complaints().damage();
  if (!scan.table && scan.opened != scan.closed) {
    return fmt::format("damaged: the table of objects is lost, and of {} objects {} are whole",
                       scan.opened, scan.closed);
  }
  const auto pages = static_cast<std::uint64_t>(file.document().pages());
  if (scan.page_objects > pages) {
    return fmt::format("damaged: {} pages in it, but {} in its list of pages", scan.page_objects,
                       pages);
  }
  return {};
}

Extraction read_open(const PdfFile& file, const Limits& limits) {
  const pdf::Scan scan = pdf::scan(file.bytes());
  if (!scan.cut_off.empty()) return failed(scan.cut_off);
  const std::string refusal = file.refusal(limits);
  if (!refusal.empty()) return failed(refusal);

  Extraction result;
  result.state = TextState::read;
  result.paged = true;
  std::uint64_t size = 0;
  for (int i = 0; i < file.document().pages(); ++i) {
    const Page page{file.document().create_page(i)};
    if (!page) return failed(fmt::format("page {} cannot be read", i + 1));
    pdf::PageText text = text_of(*page);
    size += text.text.size();
    if (size > limits.text_bytes) {
      return failed(fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
    }
    result.pages.push_back(std::move(text.text));
    result.layout.push_back(std::move(text.layout));
  }
  pdf::add_facts(file.document(), result);
  add_members(file.document(), result);
  const std::string found = damage(file, scan);
  if (!found.empty()) return failed(found);
  add_count(result, technical::kImages, scan.images);
  add_count(result, technical::kSignatures, scan.signatures);
  add_count(result, technical::kScripts, scan.scripts);
  add_flaws(scan, result);
  return result;
}

/// Grey, at a resolution that suits recognition and keeps the picture within its limit.
poppler::image picture_of(const poppler::page& page, double& dots) {
  const auto [width, height] = size_of(page);
  const double inches = std::max(width * height, 1.0) / (72 * 72);
  dots = std::min(kPageDots, std::floor(std::sqrt(static_cast<double>(kPagePixels) / inches)));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  return renderer.render_page(&page, std::max(dots, 1.0), std::max(dots, 1.0));
}

}  // namespace

Extraction read_pdf(int fd, const Limits& limits) { return read_open(PdfFile{fd}, limits); }

Extraction recognise_pdf(int fd, const Limits& limits) {
  const PdfFile file{fd};
  Extraction result = read_open(file, limits);
  if (result.state != TextState::read) return result;
  Recogniser recogniser;
  for (std::size_t i = 0; i < result.pages.size(); ++i) {
    if (!text::trim(result.pages[i]).empty()) continue;
    const Page page{file.document().create_page(static_cast<int>(i))};
    double dots = 0;
    const poppler::image picture = picture_of(*page, dots);
    if (!picture.is_valid()) return failed(fmt::format("page {} cannot be drawn", i + 1));
    const GreyPicture grey{.data = picture.const_data(),
                           .width = picture.width(),
                           .height = picture.height(),
                           .bytes_per_row = picture.bytes_per_row(),
                           .dots = dots};
    RecognisedPage recognised = recogniser.recognise(grey);
    result.pages[i] = std::move(recognised.text);
    result.layout[i] = std::move(recognised.layout);
  }
  recogniser.add_facts(result);
  return result;
}

std::string give_pdf_member(int fd, const Limits& limits, std::uint32_t index,
                            const ByteSink& sink) {
  const PdfFile file{fd};
  const std::string refusal = file.refusal(limits);
  if (!refusal.empty()) return refusal;
  const Attachments attachments = attachments_of(file.document());
  if (index >= attachments.size() || !attachments[index]->is_valid()) return "no such attachment";
  const poppler::embedded_file& attachment = *attachments[index];
  if (attachment.size() > 0 &&
      static_cast<std::uint64_t>(attachment.size()) > limits.member_bytes) {
    return fmt::format("longer than {} MB", limits.member_bytes >> 20);
  }
  const poppler::byte_array bytes = attachment.data();
  if (!file.complaints().damage().empty()) return "damaged: " + file.complaints().damage();
  sink({bytes.data(), bytes.size()});
  return {};
}

}  // namespace guidang::extract
