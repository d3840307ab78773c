// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/mail/mail_text.h"

namespace guidang::extract {
namespace {

/// What stands above a mail on screen and on paper.
std::string head(const Mail& mail) {
  std::string lines;
  for (const char* name : {"From", "To", "Cc", "Date", "Subject"}) {
    if (const std::string value = mail.header(name); !value.empty()) {
      lines += fmt::format("{}: {}\n", name, value);
    }
  }
  return lines;
}

void add_properties(Extraction& result, const Mail& mail) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> kHeaders{
      {{"title", "Subject"},
       {"from", "From"},
       {"to", "To"},
       {"cc", "Cc"},
       {"message_id", "Message-ID"},
       {"in_reply_to", "In-Reply-To"}}};
  for (const auto& [key, header] : kHeaders) add_property(result, key, mail.header(header));
  add_property(result, "date", mail.date());
  add_technical(result, technical::kCreated, mail.date());
  for (const char* header : {"X-Mailer", "User-Agent"}) {
    add_technical(result, technical::kProgram, mail.header(header));
  }
  add_technical(result, technical::kPuid, "fmt/278");
}

void add_count(Extraction& result, std::string_view key, std::size_t count) {
  if (count > 0) add_technical(result, key, std::to_string(count));
}

bool is_pgp(std::string_view text) {
  constexpr std::string_view kMark = "-----BEGIN PGP MESSAGE-----";
  return text.starts_with(kMark) || text.find("\n" + std::string{kMark}) != std::string_view::npos;
}

}  // namespace

Extraction read_eml(int fd, const Limits& limits) {
  std::string error;
  const auto mail = Mail::open(fd, limits, error);
  if (!mail) return failed(error);
  MailPlan parts = plan(*mail, limits);
  if (!parts.error.empty()) return failed(parts.error);

  Extraction result{.state = TextState::read};
  add_properties(result, *mail);
  std::string text = head(*mail);
  for (const std::size_t part : parts.body) {
    Extraction body = read_part(*mail, part, limits);
    if (body.state == TextState::failed) return failed(std::move(result), body.reason);
    if (is_pgp(body.pages.at(0))) return failed("encrypted: OpenPGP message");
    if (!text.empty()) text += '\n';
    text += body.pages.at(0);
    if (result.encoding.empty()) result.encoding = body.encoding;
    result.undecodable += body.undecodable;
    for (const std::string_view key : {technical::kEncodingDeclared, technical::kEncodingGuessed,
                                       technical::kExternal, technical::kScripts}) {
      if (const auto fact = body.technical.find(std::string{key}); fact != body.technical.end()) {
        add_technical(result, key, fact->second);
      }
    }
  }
  if (result.encoding.empty()) result.encoding = "UTF-8";
  for (std::string& name : parts.names) result.members.push_back({.name = std::move(name)});
  add_count(result, technical::kImages, parts.images);
  add_count(result, technical::kSignatures, parts.signatures);
  result.pages.push_back(std::move(text));
  return result;
}

std::string eml_member(int fd, const Limits& limits, std::uint32_t index, const ByteSink& sink) {
  std::string error;
  const auto mail = Mail::open(fd, limits, error);
  if (!mail) return error;
  const MailPlan parts = plan(*mail, limits);
  if (!parts.error.empty()) return parts.error;
  if (index >= parts.members.size()) return "no such file inside";
  std::uint64_t size = 0;
  mail->read(parts.members[index], [&](std::string_view bytes) {
    size += bytes.size();
    if (size <= limits.member_bytes) sink(bytes);
  });
  if (size > limits.member_bytes)
    return fmt::format("longer than {} MB", limits.member_bytes >> 20);
  return {};
}

}  // namespace guidang::extract
