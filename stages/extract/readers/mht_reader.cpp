// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/mail/mail_text.h"

namespace guidang::extract {
namespace {

/// The page itself: what `start` names, else the first page.
std::optional<std::size_t> root_of(const Mail& mail) {
  const std::vector<MailPart>& parts = mail.parts();
  const auto is_page = [](const MailPart& part) {
    return part.children.empty() && (part.type == "text/html" || part.type == "text/plain" ||
                                     part.type == "application/xhtml+xml");
  };
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_page(parts[i])) continue;
    if (!first) first = i;
    if (!parts[i].id.empty() && parts[i].id == parts[0].kind) return i;
  }
  return first;
}

std::string program(const Mail& mail) {
  std::string from = mail.header("From");
  std::erase_if(from, [](char c) { return c == '<' || c == '>' || c == '"'; });
  constexpr std::string_view kSaved = "Saved by ";
  const std::size_t at = from.find(kSaved);
  return at == std::string::npos ? from : from.substr(at + kSaved.size());
}

}  // namespace

Extraction read_mht(int fd, const Limits& limits) {
  std::string error;
  const auto mail = Mail::open(fd, limits, error);
  if (!mail) return failed(error);
  const auto root = root_of(*mail);
  if (!root) return failed("no page in the web archive");
  Extraction result = read_part(*mail, *root, limits);
  if (result.state == TextState::failed) return result;
  // A page of frames has its text in the other pages.
  for (std::size_t i = 0; i < mail->parts().size(); ++i) {
    if (i == *root || mail->parts()[i].type != "text/html") continue;
    if (!text::trim(result.pages[0]).empty()) break;
    Extraction frame = read_part(*mail, i, limits);
    if (frame.state == TextState::failed) return failed(std::move(result), frame.reason);
    result.pages[0] = std::move(frame.pages[0]);
    result.layout = std::move(frame.layout);
  }
  const auto images = std::ranges::count_if(
      mail->parts(), [](const MailPart& part) { return part.type.starts_with("image/"); });
  if (images > 0) {
    result.technical.insert_or_assign(std::string{technical::kImages}, std::to_string(images));
  }
  result.technical.erase(std::string{technical::kPuid});
  result.technical.erase(std::string{technical::kFormatVersion});
  add_property(result, "title", mail->header("Subject"));
  add_property(result, "date", mail->date());
  add_property(result, "source", mail->header("Snapshot-Content-Location"));
  add_property(result, "source", mail->parts()[*root].location);
  add_technical(result, technical::kCreated, mail->date());
  result.technical.erase(std::string{technical::kProgram});
  add_technical(result, technical::kProgram, program(*mail));
  return result;
}

}  // namespace guidang::extract
