// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/mail/mail_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers/encoding.h"
#include "stages/extract/readers/html_page.h"

namespace guidang::extract {
namespace {

bool is_text(const MailPart& part) {
  return part.children.empty() && (part.type == "text/plain" || part.type == "text/html");
}

std::string_view extension(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kExtensions{
      {{"text/plain", ".txt"},
       {"text/html", ".html"},
       {"text/calendar", ".ics"},
       {"text/csv", ".csv"},
       {"text/xml", ".xml"},
       {"image/jpeg", ".jpg"},
       {"image/png", ".png"},
       {"image/gif", ".gif"},
       {"application/pdf", ".pdf"},
       {"application/zip", ".zip"},
       {"application/msword", ".doc"},
       {"application/ms-tnef", ".dat"}}};
  for (const auto& [known, end] : kExtensions) {
    if (type == known) return end;
  }
  return ".bin";
}

class Planner {
 public:
  Planner(const Mail& mail, const Limits& limits) : mail_(mail), limits_(limits) {}

  MailPlan take() {
    const MailPart& whole = part(0);
    const bool smime =
        whole.type == "application/pkcs7-mime" || whole.type == "application/x-pkcs7-mime";
    if (smime && whole.kind == "signed-data") {
      plan_.error = "text lies inside an S/MIME signature, which is not opened";
    } else if (smime) {
      plan_.error = "encrypted: S/MIME message";
    } else {
      walk(0, true);
    }
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const MailPart& part(std::size_t index) const { return mail_.parts()[index]; }

  void walk(std::size_t index, bool shown) {
    const MailPart& here = part(index);
    if (here.type == "multipart/encrypted") plan_.error = "encrypted: OpenPGP or S/MIME message";
    if (here.children.empty()) return leaf(index, shown);
    if (here.type == "multipart/alternative") return alternative(here, shown);
    if (here.type == "multipart/signed") {
      ++plan_.signatures;
      return walk(here.children.front(), shown);
    }
    if (here.type == "multipart/related") return related(here, shown);
    for (const std::size_t child : here.children) walk(child, shown);
  }

  void leaf(std::size_t index, bool shown) {
    const MailPart& here = part(index);
    if (here.type.starts_with("multipart/")) return;  // one without any parts
    if (here.type.starts_with("image/")) ++plan_.images;
    const bool loose = !here.attachment && (here.name.empty() || index == 0);
    if (is_text(here) && loose) {
      if (shown) plan_.body.push_back(index);
      return;
    }
    // Old mailers send signatures and keys apart, too.
    if (here.type == "application/pgp-signature" || here.type == "application/pkcs7-signature" ||
        here.type == "application/x-pkcs7-signature") {
      return;
    }
    member(index);
  }

  void member(std::size_t index) {
    const MailPart& here = part(index);
    plan_.members.push_back(index);
    plan_.names.push_back(here.name.empty() ? fmt::format("part-{}{}", index, extension(here.type))
                                            : here.name);
  }

  /// The root is shown, the rest serves it.
  void related(const MailPart& here, bool shown) {
    std::size_t root = here.children.front();
    for (const std::size_t child : here.children) {
      if (!here.kind.empty() && part(child).id == here.kind) root = child;
    }
    walk(root, shown);
    for (const std::size_t child : here.children) {
      if (child == root) continue;
      const MailPart& resource = part(child);
      const bool decoration = resource.name.empty() &&
                              (resource.type.starts_with("image/") || resource.type == "text/css");
      if (resource.type.starts_with("image/") && decoration) ++plan_.images;
      if (!decoration) walk(child, false);
    }
  }

  void alternative(const MailPart& here, bool shown) {
    std::optional<std::size_t> best;
    for (const std::size_t child : here.children) {
      const auto plain = first_text(child, "text/plain");
      if (!best && plain && !blank(*plain)) best = child;
    }
    for (const std::size_t child : here.children) {
      if (!best && first_text(child, "text/html")) best = child;
    }
    for (const std::size_t child : here.children) {
      walk(child, shown && child == best.value_or(here.children.back()));
    }
  }

  [[nodiscard]] std::optional<std::size_t> first_text(std::size_t index,
                                                      std::string_view type) const {
    const MailPart& here = part(index);
    if (here.children.empty()) {
      return here.type == type && !here.attachment ? std::optional{index} : std::nullopt;
    }
    for (const std::size_t child : here.children) {
      if (const auto found = first_text(child, type)) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool blank(std::size_t index) const {
    const auto bytes = mail_.read(index, limits_.plain_bytes);
    return bytes && text::trim(*bytes).empty();
  }

  const Mail& mail_;
  const Limits& limits_;
  MailPlan plan_{};
};

/// Line ends as everywhere else, and the lines that a mailer broke joined again (RFC 3676, 4).
std::string lines_of(std::string_view text, const MailPart& part) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool joins = part.flowed && line.ends_with(' ') && line != "-- " &&
                       !line.starts_with('>') && !text.empty() && !text.starts_with('>') &&
                       !text.starts_with('\r') && !text.starts_with('\n');
    if (part.flowed && line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    if (joins && part.delete_space) line.remove_suffix(1);
    out += line;
    if (!joins) out += '\n';
  }
  return out;
}

}  // namespace

MailPlan plan(const Mail& mail, const Limits& limits) { return Planner{mail, limits}.take(); }

Extraction read_part(const Mail& mail, std::size_t index, const Limits& limits) {
  const MailPart& part = mail.parts()[index];
  const auto bytes = mail.read(index, limits.plain_bytes);
  if (!bytes) return failed(fmt::format("text is longer than {} MB", limits.plain_bytes >> 20));
  if (part.type == "text/html") {
    const auto inside = [&](std::string_view address) {
      return std::ranges::any_of(mail.parts(),
                                 [&](const MailPart& other) { return other.location == address; });
    };
    return read_page({.bytes = *bytes, .charset = part.charset, .inside = inside}, limits);
  }
  const text::Decoded decoded = text::decode(*bytes, part.charset);
  Extraction result{.state = TextState::read};
  add_encoding(result, decoded);
  result.pages.push_back(lines_of(decoded.text, part));
  return result;
}

}  // namespace guidang::extract
