// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/analyser.h"
#include "index/phrase.h"
#include "index/schema.h"
#include "index/words/initials.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr std::size_t kLongestTerm = 200;

/// Counts first and sorts then: Xapian's document takes sorted terms much faster.
class TermCounts {
 public:
  void add(const Token& token, std::string_view prefix, unsigned weight) {
    add(token.text, prefix, weight);
    const std::string_view pair = maker_.pair_with(token);
    if (!pair.empty()) add(pair, prefix, weight);
  }

  void add(std::string_view text, std::string_view prefix, unsigned weight) {
    key_.assign(prefix).append(text);
    counts_[key_] += weight;
  }

  void add_text(std::string_view text, std::string_view prefix, unsigned weight) {
    maker_ = {};
    TokenReader reader(text);
    for (Token token; reader.next(token);) add(token, prefix, weight);
  }

  void add_number(std::string_view text, std::string_view prefix) {
    maker_ = {};
    for (const Token& token : number_tokens(text)) add(token, prefix, 1);
  }

  void add_to(Xapian::Document& document) const {
    std::vector<const std::pair<const std::string, unsigned>*> sorted;
    sorted.reserve(counts_.size());
    for (const auto& entry : counts_) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* entry : sorted) document.add_term(entry->first, entry->second);
  }

 private:
  std::unordered_map<std::string, unsigned> counts_{};
  std::string key_{};
  TermMaker maker_{};
};

/// One line for each field; a line end in a value would start a new one.
void put_line(std::string& data, std::string_view name, std::string_view value) {
  data.append(name).append("=");
  for (const char c : value) data += c == '\n' || c == '\r' ? ' ' : c;
  data += '\n';
}

constexpr std::string_view kProvisional = "provisional";

/// A line of the document data.
struct DataLine {
  std::string_view name{};
  std::string DisplayData::* value = nullptr;
};

constexpr std::array kDataLines{DataLine{"record", &DisplayData::record},
                                DataLine{"code", &DisplayData::code},
                                DataLine{"title", &DisplayData::title},
                                DataLine{"number", &DisplayData::document_number},
                                DataLine{"creator", &DisplayData::creator},
                                DataLine{"doctype", &DisplayData::doctype},
                                DataLine{"retention", &DisplayData::retention},
                                DataLine{"secrecy", &DisplayData::secrecy},
                                DataLine{"direction", &DisplayData::direction},
                                DataLine{"fonds", &DisplayData::fonds},
                                DataLine{"volume", &DisplayData::volume},
                                DataLine{"volume_title", &DisplayData::volume_title},
                                DataLine{"year", &DisplayData::year},
                                DataLine{"date", &DisplayData::date},
                                DataLine{"path", &DisplayData::path}};

void add_exact(Xapian::Document& document, std::string_view prefix, std::string_view value) {
  if (!value.empty()) document.add_boolean_term(exact_term(prefix, value));
}

}  // namespace

std::string to_data(const IndexRecord& record) {
  DisplayData shown{.record = record.record,
                    .code = record.code,
                    .provisional = record.provisional,
                    .title = record.title,
                    .document_number = record.document_number,
                    .creator = record.creator,
                    .doctype = record.doctype,
                    .retention = record.retention,
                    .secrecy = record.secrecy,
                    .direction = record.direction,
                    .fonds = record.fonds,
                    .volume = record.volume,
                    .volume_title = record.volume_title,
                    .year = year_value(record.year),
                    .date = record.date.value_or(std::string()),
                    .path = record.path};
  std::string data;
  for (const DataLine& line : kDataLines) {
    if (!(shown.*line.value).empty()) put_line(data, line.name, shown.*line.value);
  }
  put_line(data, kProvisional, record.provisional ? "1" : "0");
  return data;
}

DisplayData from_data(std::string_view data) {
  DisplayData result;
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const std::size_t equals = std::min(line.find('='), line.size());
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(std::min(equals + 1, line.size()));
    if (name == kProvisional) result.provisional = value == "1";
    for (const DataLine& known : kDataLines) {
      if (known.name == name) result.*known.value = value;
    }
  }
  return result;
}

std::string code_order(std::string_view code) {
  std::string order;
  for (const Token& token : tokens_of(code)) {
    if (token.kind == Token::Kind::number) {
      // The length before the digits puts 9 before 10; 'a' keeps it one character.
      order += static_cast<char>('a' + std::min<std::size_t>(token.text.size(), 25));
    }
    order += token.text + " ";
  }
  return order;
}

std::vector<std::string> creators_of(std::string_view creator) {
  std::vector<std::string> creators;
  std::string one;
  for (std::size_t pos = 0; pos < creator.size();) {
    const std::size_t before = pos;
    const char32_t c = text::next(creator, pos);
    const bool part = c == U'、' || c == U'，' || c == U'；' || c == U';' || c == U'\n';
    if (!part) one.append(creator.substr(before, pos - before));
    if ((part || pos >= creator.size()) && !one.empty()) creators.push_back(std::exchange(one, {}));
  }
  return creators;
}

std::string exact_term(std::string_view prefix, std::string_view value) {
  std::string line = folded_line(value);
  if (line.size() > kLongestTerm) {
    const RecordDigest whole = digest(line);
    line.resize(kLongestTerm);
    for (const unsigned char byte : whole.bytes) line += fmt::format("{:02x}", byte);
  }
  return std::string(prefix) + line;
}

std::string record_term(std::string_view record) {
  std::string term = std::string(prefix::kRecord) + std::string(record);
  if (term.size() <= kLongestTerm) return term;
  const RecordDigest whole = digest(record);
  term.resize(kLongestTerm);
  for (const unsigned char byte : whole.bytes) term += fmt::format("{:02x}", byte);
  return term;
}

std::string retention_key(std::string_view retention) {
  const std::string line = folded_line(retention);
  if (line == "永久" || line == "permanent" || line == "y") return "y";
  for (const Token& token : tokens_of(retention)) {
    if (token.kind == Token::Kind::number) return "d" + token.text;
  }
  return line;
}

std::string year_value(int year) {
  return year > 0 && year <= 9999 ? fmt::format("{:04d}", year) : std::string();
}

Xapian::Document make_document(const IndexRecord& record, std::string_view body,
                               const RecordDigest& digest, const TextPlace& place) {
  Xapian::Document document;
  TermCounts counts;
  counts.add_text(body, prefix::kText, 1);
  counts.add_text(record.title, prefix::kText, kTitleWeight);
  counts.add_text(record.title, prefix::kTitle, 1);
  counts.add_text(record.creator, prefix::kText, 1);
  counts.add_text(record.creator, prefix::kCreator, 1);
  counts.add_text(record.document_number, prefix::kText, 1);
  counts.add_text(record.code, prefix::kText, 1);
  counts.add_number(record.document_number, prefix::kNumber);
  counts.add_number(record.code, prefix::kCode);
  for (const std::string& former : record.former_codes) {
    counts.add_text(former, prefix::kText, 1);
    counts.add_number(former, prefix::kCode);
  }
  const auto add_list = [&](const std::vector<std::string>& values, std::string_view prefix) {
    for (const std::string& value : values) {
      counts.add_text(value, prefix::kText, 1);
      counts.add_text(value, prefix, 1);
    }
  };
  add_list(record.recipients, prefix::kRecipients);
  add_list(record.cc, prefix::kCc);
  add_list(record.signers, prefix::kSigner);
  add_list(record.attachments, prefix::kAttachments);
  counts.add_number(record.volume, prefix::kVolume);
  counts.add_number(record.volume_title, prefix::kVolume);
  for (const std::string* spelt : {&record.title, &record.creator}) {
    for_each_initials_term(*spelt,
                           [&](std::string_view term) { counts.add(term, prefix::kInitials, 1); });
  }
  counts.add_to(document);

  document.add_boolean_term(record_term(record.record));
  add_exact(document, prefix::kDoctype, record.doctype);
  add_exact(document, prefix::kFonds, record.fonds);
  add_exact(document, prefix::kSecrecy, record.secrecy);
  add_exact(document, prefix::kDirection, record.direction);
  if (!record.retention.empty()) {
    add_exact(document, prefix::kRetention, retention_key(record.retention));
  }
  const std::string year = year_value(record.year);
  if (!year.empty()) document.add_boolean_term(std::string(prefix::kYear) + year);

  const auto set_value = [&](unsigned number, const std::string& value) {
    if (!value.empty()) document.add_value(number, value);
  };
  set_value(slot::kRecord, record.record);
  set_value(slot::kDate, record.date.value_or(std::string()));
  set_value(slot::kYear, year);
  set_value(slot::kCode, record.code);
  set_value(slot::kDigest, std::string(digest.bytes.begin(), digest.bytes.end()));
  set_value(slot::kText, place.to_value());
  set_value(slot::kCodeOrder, code_order(record.code));
  set_value(slot::kDoctype, record.doctype);
  set_value(slot::kCreators, fmt::format("{}", fmt::join(creators_of(record.creator),
                                                         std::string_view(&kValueBreak, 1))));
  set_value(slot::kRetention, record.retention);
  set_value(slot::kFonds, record.fonds);
  set_value(slot::kDirection, record.direction);
  set_value(slot::kVolume, record.volume);
  document.set_data(to_data(record));
  return document;
}

}  // namespace guidang::index
