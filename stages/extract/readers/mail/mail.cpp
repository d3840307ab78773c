// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/mail/mail.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/files/fd.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers/archive/packing.h"
#include "stages/extract/readers/mail/header_text.h"

namespace guidang::extract {
namespace {

struct Unref {
  void operator()(void* object) const noexcept { g_object_unref(object); }
};
template <typename T>
using Ref = std::unique_ptr<T, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const noexcept {
    g_mime_parser_options_free(options);
  }
};

void prepare_library() {
  static const bool ready = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(ready);
}

std::string utf8(const char* value) {
  const std::string_view text = value == nullptr ? "" : value;
  return text::is_utf8(text) ? std::string{text} : text::decode(text).text;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string without_brackets(std::string_view id) {
  id = text::trim(id);
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string{id};
}

/// A subject as the name of a file.
std::string file_name(std::string_view subject) {
  constexpr std::size_t kMost = 60;
  std::string name{text::prefix(text::trim(subject), kMost)};
  for (char& c : name) {
    const bool bad = static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == ':';
    if (bad) c = '_';
  }
  return (name.empty() ? "message" : name) + ".eml";
}

/// The parser keeps about a kilobyte for each part and each line of a header.
std::string too_much(int fd, const Limits& limits) {
  constexpr std::size_t kHeader = 1 << 20;
  const std::uint64_t most = 2ULL * limits.zip_entries;
  std::string block(kArchiveBlock, '\0');
  std::uint64_t dashes = 0;
  std::size_t line = 0;  // of the first header block
  bool in_header = true;
  std::uint64_t header = 0;
  char before = '\n';
  char before_that = 0;
  for (std::uint64_t offset = 0;; offset += block.size()) {
    const std::size_t got = read_at(fd, offset, block);
    for (const char c : std::string_view{block}.substr(0, got)) {
      if (c == '-' && before == '-' && before_that == '\n') ++dashes;
      if (in_header) {
        ++header;
        if (c == '\n') in_header = std::exchange(line, 0) > 0;
        if (c != '\n' && c != '\r') ++line;
      }
      before_that = before;
      before = c;
    }
    if (in_header && header > kHeader)
      return fmt::format("header longer than {} MB", kHeader >> 20);
    if (dashes > most) return fmt::format("more than {} lines that may part it", most);
    if (got < block.size()) return {};
  }
}

/// Takes what the parser complains of; `told` is a bool.
void note_truncation(gint64 /*offset*/, GMimeParserWarning what, const gchar* /*item*/,
                     gpointer told) {
  if (what == GMIME_WARN_TRUNCATED_MESSAGE) *static_cast<bool*>(told) = true;
}

}  // namespace

struct Mail::Impl {
  Ref<GMimeMessage> message{};
  std::vector<MailPart> parts{};
  std::vector<GMimeObject*> objects{};  ///< of `message`, one for each part

  std::size_t add(GMimeObject* object, std::size_t depth, const Limits& limits, std::string& error);
  static MailPart describe(GMimeObject* object);
};

namespace {

std::string_view raw_header(GMimeObject* object, const char* name) {
  GMimeHeader* header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
  const char* raw = header == nullptr ? nullptr : g_mime_header_get_raw_value(header);
  return raw == nullptr ? "" : raw;
}

/// Name of a part's file. The library knows RFC 2231, but loses what follows a padded encoded word.
std::string part_name(GMimeObject* object) {
  for (const auto& [header, parameter] :
       {std::pair{"Content-Disposition", "filename"}, std::pair{"Content-Type", "name"}}) {
    if (const std::string raw = raw_parameter(raw_header(object, header), parameter);
        !raw.empty()) {
      return header_text(raw);
    }
    const bool type = parameter == std::string_view{"name"};
    std::string name =
        utf8(type ? g_mime_object_get_content_type_parameter(object, parameter)
                  : g_mime_object_get_content_disposition_parameter(object, parameter));
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace

MailPart Mail::Impl::describe(GMimeObject* object) {
  MailPart part;
  GMimeContentType* type = g_mime_object_get_content_type(object);
  const auto parameter = [&](const char* name) {
    return utf8(g_mime_content_type_get_parameter(type, name));
  };
  part.type = lower(fmt::format("{}/{}", utf8(g_mime_content_type_get_media_type(type)),
                                utf8(g_mime_content_type_get_media_subtype(type))));
  part.charset = parameter("charset");
  part.kind = GMIME_IS_MULTIPART(object) ? without_brackets(parameter("start"))
                                         : lower(parameter("smime-type"));
  part.flowed = lower(parameter("format")) == "flowed";
  part.delete_space = lower(parameter("delsp")) == "yes";
  part.id = without_brackets(utf8(g_mime_object_get_content_id(object)));
  part.location = utf8(g_mime_object_get_header(object, "Content-Location"));
  GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(object);
  if (disposition != nullptr) {
    part.attachment = g_mime_content_disposition_is_attachment(disposition) != 0;
  }
  part.name = part_name(object);
  if (GMIME_IS_MESSAGE_PART(object)) {
    part.type = "message/rfc822";
    GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    const std::string_view subject =
        inner == nullptr ? "" : raw_header(GMIME_OBJECT(inner), "Subject");
    if (part.name.empty()) part.name = file_name(header_text(subject));
  }
  return part;
}

std::size_t Mail::Impl::add(GMimeObject* object, std::size_t depth, const Limits& limits,
                            std::string& error) {
  const std::size_t index = parts.size();
  if (depth > limits.nesting) error = fmt::format("parts nested deeper than {}", limits.nesting);
  if (index > limits.zip_entries) error = fmt::format("more than {} parts", limits.zip_entries);
  if (!error.empty()) return index;
  parts.push_back(describe(object));
  objects.push_back(object);
  if (!GMIME_IS_MULTIPART(object)) return index;
  GMimeMultipart* multipart = GMIME_MULTIPART(object);
  const int count = g_mime_multipart_get_count(multipart);
  for (int i = 0; i < count && error.empty(); ++i) {
    const std::size_t child =
        add(g_mime_multipart_get_part(multipart, i), depth + 1, limits, error);
    parts[index].children.push_back(child);
  }
  return index;
}

std::optional<Mail> Mail::open(int fd, const Limits& limits, std::string& error) {
  prepare_library();
  error = too_much(fd, limits);
  if (!error.empty()) return std::nullopt;
  // The stream closes its descriptor.
  const int own = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
  const Ref<GMimeStream> stream{g_mime_stream_fs_new_with_bounds(own, 0, -1)};
  const Ref<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
  const std::unique_ptr<GMimeParserOptions, FreeOptions> options{g_mime_parser_options_new()};
  // Bytes in headers that nothing declares.
  std::array<const char*, 3> charsets{"utf-8", "gb18030", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
  bool truncated = false;
  g_mime_parser_options_set_warning_callback(options.get(), note_truncation, &truncated);
  auto impl = std::make_unique<Impl>();
  impl->message.reset(g_mime_parser_construct_message(parser.get(), options.get()));
  GMimeObject* whole = impl->message ? g_mime_message_get_mime_part(impl->message.get()) : nullptr;
  if (whole == nullptr) {
    error = "no mail: no header that can be read";
    return std::nullopt;
  }
  impl->add(whole, 1, limits, error);
  if (error.empty() && truncated) error = "cut off: the last part has no end";
  if (!error.empty()) return std::nullopt;
  return Mail{std::move(impl)};
}

Mail::Mail(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Mail::~Mail() = default;
Mail::Mail(Mail&&) noexcept = default;
Mail& Mail::operator=(Mail&&) noexcept = default;

std::string Mail::header(const char* name) const {
  return header_text(raw_header(GMIME_OBJECT(impl_->message.get()), name));
}

std::string Mail::date() const {
  GDateTime* date = g_mime_message_get_date(impl_->message.get());
  if (date == nullptr) return {};
  char* shown = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
  const std::string iso = utf8(shown);
  g_free(shown);
  return iso;
}

const std::vector<MailPart>& Mail::parts() const { return impl_->parts; }

void Mail::read(std::size_t part, const ByteSink& sink) const {
  GMimeObject* object = impl_->objects.at(part);
  Ref<GMimeStream> bytes;
  if (GMIME_IS_PART(object)) {
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(object));
    if (content == nullptr) return;
    GMimeStream* raw = g_mime_data_wrapper_get_stream(content);
    if (raw == nullptr) return;
    g_mime_stream_reset(raw);
    bytes.reset(g_mime_stream_filter_new(raw));
    const GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(content);
    const Ref<GMimeFilter> filter{g_mime_filter_basic_new(encoding, FALSE)};
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(bytes.get()), filter.get());
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (inner == nullptr) return;
    bytes.reset(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, bytes.get());
    g_mime_stream_reset(bytes.get());
  } else {
    return;
  }
  std::string block(kArchiveBlock, '\0');
  while (true) {
    const ssize_t got = g_mime_stream_read(bytes.get(), block.data(), block.size());
    if (got > 0) sink(std::string_view{block}.substr(0, static_cast<std::size_t>(got)));
    if (got < 0 || (got == 0 && g_mime_stream_eos(bytes.get()) != 0)) return;
    if (got == 0) return;
  }
}

std::optional<std::string> Mail::read(std::size_t part, std::uint64_t most) const {
  std::string content;
  bool fits = true;
  read(part, [&](std::string_view piece) {
    fits = fits && content.size() + piece.size() <= most;
    if (fits) content += piece;
  });
  if (!fits) return std::nullopt;
  return content;
}

}  // namespace guidang::extract
