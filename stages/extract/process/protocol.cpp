// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/protocol.h"

#include <algorithm>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/format.h"

namespace guidang::extract {
namespace {

constexpr std::size_t kMaxWord = 64;      ///< names of formats, readers, encodings
constexpr std::size_t kMaxReason = 1000;  ///< one line
constexpr std::size_t kMaxKey = 300;
constexpr std::size_t kMaxProperties = 1000;
constexpr std::size_t kMaxName = 64 * 1024;
constexpr std::size_t kMaxLines = 4'000'000;

class Out {
 public:
  explicit Out(FrameKind kind) {
    bytes_ = "GX";
    u8(kProtocolVersion);
    u8(static_cast<std::uint8_t>(kind));
    u32(0);
  }
  void u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void u32(std::uint32_t value) { number(value, 4); }
  void u64(std::uint64_t value) { number(value, 8); }
  void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
  void raw(std::string_view value) { bytes_ += value; }
  void text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
  }
  /// Enters the length into the header.
  std::string finish() {
    const std::uint64_t length = bytes_.size() - kHeaderBytes;
    for (std::size_t i = 0; i < 4; ++i) bytes_[4 + i] = low_byte(length >> (8 * i));
    return std::move(bytes_);
  }

 private:
  static char low_byte(std::uint64_t value) { return static_cast<char>(value & 0xFF); }
  void number(std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes_ += low_byte(value >> (8 * i));
  }
  std::string bytes_;
};

/// Takes values off the front; once something does not fit, everything is zero and `good` false.
class In {
 public:
  explicit In(std::string_view bytes) : rest_(bytes) {}
  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  std::string text(std::size_t most) {
    std::string value = bytes(most);
    good_ = good_ && text::is_utf8(value);
    return good_ ? value : std::string{};
  }
  std::string bytes(std::size_t most) {
    const std::size_t size = u32();
    if (size > most || size > rest_.size()) good_ = false;
    if (!good_) return {};
    std::string value{rest_.substr(0, size)};
    rest_.remove_prefix(size);
    return value;
  }
  /// How many things follow, each of at least `least` bytes.
  std::uint32_t count(std::uint64_t most, std::size_t least) {
    const std::uint32_t value = u32();
    if (value > most || value > rest_.size() / least) good_ = false;
    return good_ ? value : 0;
  }
  void require(bool condition) { good_ = good_ && condition; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::uint64_t number(std::size_t size) {
    if (size > rest_.size()) good_ = false;
    if (!good_) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(rest_[i]);
    rest_.remove_prefix(size);
    return value;
  }
  std::string_view rest_;
  bool good_ = true;
};

void put(Out& out, const Limits& limits) {
  out.u64(limits.input_bytes);
  out.u64(limits.plain_bytes);
  out.u64(limits.text_bytes);
  out.u64(limits.property_bytes);
  out.u32(limits.pages);
  out.u32(limits.nesting);
  out.u32(limits.xml_nodes);
  out.u32(limits.zip_entries);
  out.u32(limits.zip_ratio);
  out.u64(limits.zip_entry_bytes);
  out.u64(limits.zip_total_bytes);
  out.u64(limits.member_bytes);
  out.u32(limits.wall_ms);
  out.u32(limits.cpu_seconds);
  out.u64(limits.address_space);
  out.u32(limits.open_files);
}

Limits take_limits(In& in) {
  Limits limits;
  limits.input_bytes = in.u64();
  limits.plain_bytes = in.u64();
  limits.text_bytes = in.u64();
  limits.property_bytes = in.u64();
  limits.pages = in.u32();
  limits.nesting = in.u32();
  limits.xml_nodes = in.u32();
  limits.zip_entries = in.u32();
  limits.zip_ratio = in.u32();
  limits.zip_entry_bytes = in.u64();
  limits.zip_total_bytes = in.u64();
  limits.member_bytes = in.u64();
  limits.wall_ms = in.u32();
  limits.cpu_seconds = in.u32();
  limits.address_space = in.u64();
  limits.open_files = in.u32();
  return limits;
}

/// A last line without a line end counts.
std::size_t line_count(std::string_view text) {
  const auto ends = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  return ends + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

bool one_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

void put(Out& out, const std::map<std::string, std::string>& values) {
  out.u32(static_cast<std::uint32_t>(values.size()));
  for (const auto& [key, value] : values) {
    out.text(key);
    out.text(value);
  }
}

std::map<std::string, std::string> take_values(In& in, std::uint64_t left) {
  std::map<std::string, std::string> values;
  for (std::uint32_t n = in.count(kMaxProperties, 8); n > 0 && in.good(); --n) {
    std::string key = in.text(std::min<std::uint64_t>(kMaxKey, left));
    left -= key.size();
    std::string value = in.text(left);
    left -= value.size();
    in.require(!key.empty() && one_line(key));
    values.insert_or_assign(std::move(key), std::move(value));
  }
  return values;
}

constexpr std::uint8_t kBold = 1;
constexpr std::uint8_t kRuleBelow = 2;
constexpr std::uint8_t kTable = 4;
constexpr std::size_t kRunBytes = 16;

void put(Out& out, const StyleRun& run) {
  const LineStyle& style = run.style;
  out.u32(run.count);
  out.u8(static_cast<std::uint8_t>(style.align));
  out.u8(static_cast<std::uint8_t>(style.face));
  out.u8(static_cast<std::uint8_t>((style.bold ? kBold : 0) | (style.rule_below ? kRuleBelow : 0) |
                                   (style.table ? kTable : 0)));
  out.u8(style.outline);
  out.u32(style.size);
  out.u32(style.colour);
}

/// Adds at most `left` styles.
void take_run(In& in, std::size_t left, std::vector<LineStyle>& styles) {
  const std::uint32_t count = in.u32();
  const std::uint8_t align = in.u8();
  const std::uint8_t face = in.u8();
  const std::uint8_t flags = in.u8();
  const std::uint8_t outline = in.u8();
  const std::uint32_t size = in.u32();
  const std::uint32_t colour = in.u32();
  in.require(count > 0 && count <= left && align <= static_cast<std::uint8_t>(Align::right) &&
             face <= static_cast<std::uint8_t>(Face::other) &&
             flags <= (kBold | kRuleBelow | kTable) && outline <= kTitleOutline && size <= 0xFFFF &&
             colour <= 0xFFFFFF);
  if (!in.good()) return;
  styles.insert(styles.end(), count,
                {.align = static_cast<Align>(align),
                 .face = static_cast<Face>(face),
                 .bold = (flags & kBold) != 0,
                 .rule_below = (flags & kRuleBelow) != 0,
                 .table = (flags & kTable) != 0,
                 .outline = outline,
                 .size = static_cast<std::uint16_t>(size),
                 .colour = colour});
}

void put(Out& out, const PageLayout& page) {
  out.i32(page.width);
  out.i32(page.height);
  out.u32(static_cast<std::uint32_t>(page.lines.size()));
  for (const Box& box : page.lines) {
    for (const std::int32_t value : {box.left, box.top, box.width, box.height}) out.i32(value);
  }
  const std::vector<StyleRun> runs = style_runs(page.styles);
  out.u32(static_cast<std::uint32_t>(runs.size()));
  for (const StyleRun& run : runs) put(out, run);
}

/// `text`: the page's, which has as many lines.
PageLayout take_layout(In& in, std::string_view text) {
  PageLayout page;
  page.width = in.i32();
  page.height = in.i32();
  for (std::uint32_t n = in.count(kMaxLines, 16); n > 0 && in.good(); --n) {
    Box& box = page.lines.emplace_back();
    for (std::int32_t* value : {&box.left, &box.top, &box.width, &box.height}) *value = in.i32();
  }
  const std::size_t most = line_count(text);
  for (std::uint32_t n = in.count(kMaxLines, kRunBytes); n > 0 && in.good(); --n) {
    take_run(in, most - page.styles.size(), page.styles);
  }
  in.require(page.styles.empty() || page.styles.size() == most);
  return page;
}

void put(Out& out, const Member& member) {
  for (const std::string* word : {&member.name, &member.raw_name, &member.encoding}) {
    out.text(*word);
  }
  out.u64(member.size);
  out.text(member.refusal);
}

Member take_member(In& in) {
  Member member;
  member.name = in.text(kMaxName);
  member.raw_name = in.bytes(kMaxName);
  member.encoding = in.text(kMaxWord);
  member.size = in.u64();
  member.refusal = in.text(kMaxReason);
  in.require(one_line(member.encoding) && one_line(member.refusal));
  return member;
}

bool known_facts(const Extraction& e) {
  return std::ranges::all_of(e.technical, [](const auto& fact) {
    return std::ranges::find(technical::kNames, fact.first) != technical::kNames.end() &&
           one_line(fact.second);
  });
}

bool consistent(const Extraction& e) {
  const bool read = e.state == TextState::read;
  const bool failed = e.state == TextState::failed;
  return format_from(e.format).has_value() && one_line(e.reader) && one_line(e.encoding) &&
         one_line(e.reason) && failed != e.reason.empty() && read != e.pages.empty() &&
         (e.layout.empty() || e.layout.size() == e.pages.size()) && known_facts(e);
}

}  // namespace

std::string encode(const Request& request) {
  Out out{FrameKind::request};
  put(out, request.limits);
  out.u8(static_cast<std::uint8_t>(request.order.purpose));
  out.u32(request.order.member);
  out.text(request.name);
  return out.finish();
}

std::string encode(const Reply& reply, FrameKind kind) {
  const Extraction& e = reply.extraction;
  Out out{kind};
  out.u8(reply.last ? 1 : 0);
  out.u8(static_cast<std::uint8_t>(e.state));
  out.u8(e.paged ? 1 : 0);
  out.u32(static_cast<std::uint32_t>(e.revision));
  out.u64(e.undecodable);
  for (const std::string* word : {&e.format, &e.reader, &e.reason, &e.encoding}) out.text(*word);
  out.u32(static_cast<std::uint32_t>(e.pages.size()));
  for (const std::string& page : e.pages) out.text(page);
  out.u32(static_cast<std::uint32_t>(e.layout.size()));
  for (const PageLayout& page : e.layout) put(out, page);
  put(out, e.properties);
  put(out, e.technical);
  out.u32(static_cast<std::uint32_t>(e.members.size()));
  for (const Member& member : e.members) put(out, member);
  return out.finish();
}

std::string encode_content(std::string_view bytes) {
  Out out{FrameKind::content};
  out.raw(bytes);
  return out.finish();
}

std::optional<FrameHeader> decode_header(std::string_view bytes, std::size_t most) {
  if (bytes.size() != kHeaderBytes || !bytes.starts_with("GX")) return std::nullopt;
  In in{bytes.substr(2)};
  const std::uint8_t version = in.u8();
  const std::uint8_t kind = in.u8();
  const std::size_t length = in.u32();
  const bool known = kind >= static_cast<std::uint8_t>(FrameKind::request) &&
                     kind <= static_cast<std::uint8_t>(FrameKind::content);
  if (version != kProtocolVersion || !known || length > most) return std::nullopt;
  return FrameHeader{static_cast<FrameKind>(kind), length};
}

std::optional<Request> decode_request(std::string_view payload) {
  In in{payload};
  Request request;
  request.limits = take_limits(in);
  const std::uint8_t purpose = in.u8();
  in.require(purpose <= static_cast<std::uint8_t>(Purpose::recognition));
  request.order.purpose = static_cast<Purpose>(in.good() ? purpose : 0);
  request.order.member = in.u32();
  request.name = in.text(kMaxName);
  if (!in.good() || !in.at_end()) return std::nullopt;
  return request;
}

std::optional<Reply> decode_reply(std::string_view payload, const Limits& limits) {
  In in{payload};
  Reply reply;
  Extraction& e = reply.extraction;
  const std::uint8_t last = in.u8();
  const std::uint8_t state = in.u8();
  const std::uint8_t paged = in.u8();
  const std::uint32_t revision = in.u32();
  in.require(last <= 1 && paged <= 1 && state <= static_cast<std::uint8_t>(TextState::failed) &&
             revision < 1'000'000);
  reply.last = last == 1;
  e.state = static_cast<TextState>(in.good() ? state : 0);
  e.paged = paged == 1;
  e.revision = static_cast<int>(revision);
  e.undecodable = in.u64();
  e.format = in.text(kMaxWord);
  e.reader = in.text(kMaxWord);
  e.reason = in.text(kMaxReason);
  e.encoding = in.text(kMaxWord);

  std::uint64_t left = limits.text_bytes;
  for (std::uint32_t n = in.count(limits.pages, 4); n > 0 && in.good(); --n) {
    e.pages.push_back(in.text(left));
    left -= e.pages.back().size();
  }
  for (std::uint32_t n = in.count(limits.pages, 16); n > 0 && in.good(); --n) {
    const std::size_t page = e.layout.size();
    e.layout.push_back(take_layout(
        in, page < e.pages.size() ? std::string_view{e.pages[page]} : std::string_view{}));
  }
  e.properties = take_values(in, limits.property_bytes);
  e.technical = take_values(in, limits.property_bytes);
  for (std::uint32_t n = in.count(limits.zip_entries, 24); n > 0 && in.good(); --n) {
    e.members.push_back(take_member(in));
  }
  if (!in.good() || !in.at_end() || !consistent(e)) return std::nullopt;
  return reply;
}

std::size_t longest_reply(const Limits& limits) {
  constexpr std::uint64_t kRest = 64 * 1024;  // the fixed part and the lengths of the properties
  constexpr std::uint64_t kBoxes = 32;        // of a line, with a run of styles of its own
  constexpr std::uint64_t kMember = 1024;     // names are short on average
  const std::uint64_t longest = limits.text_bytes + kBoxes * kMaxLines + 20ULL * limits.pages +
                                2 * limits.property_bytes + kMember * limits.zip_entries + kRest;
  return static_cast<std::size_t>(std::min<std::uint64_t>(longest, 0xFFFF'FFFF));
}

}  // namespace guidang::extract
