// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/pattern.h"

#include <Poco/Exception.h>
#include <Poco/RegularExpression.h>

#include <stdexcept>

#include "pipeline/failure.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

// PCRE recurses on the stack with about 500 bytes a level, so 4,000 levels stay near 2 MB.
constexpr std::string_view kLimits = "(*LIMIT_MATCH=1000000)(*LIMIT_RECURSION=4000)";

struct Groups {
  std::size_t count = 0;
  std::map<std::string, std::size_t, std::less<>> names;
};

/// Counts the capturing groups and reads their names from the expression; Poco tells neither.
class GroupReader {
 public:
  explicit GroupReader(std::string_view expression) : text_(expression) {}

  Groups read() {
    while (pos_ < text_.size()) step();
    return std::move(groups_);
  }

 private:
  void step() {
    const char c = text_[pos_];
    if (c == '\\') {
      const bool quoted = text_.substr(pos_, 2) == "\\Q";
      const auto end = quoted ? text_.find("\\E", pos_) : text_.npos;
      pos_ = quoted ? (end == text_.npos ? text_.size() : end + 2) : pos_ + 2;
    } else if (c == '[') {
      skip_class();
    } else {
      if (c == '(') open();
      ++pos_;
    }
  }

  void skip_class() {
    ++pos_;
    if (at('^')) ++pos_;
    if (at(']')) ++pos_;
    while (pos_ < text_.size() && text_[pos_] != ']') {
      if (text_.substr(pos_, 2) == "[:") {
        const auto end = text_.find(":]", pos_);
        if (end != text_.npos) pos_ = end + 1;
      }
      pos_ += text_[pos_] == '\\' ? 2U : 1U;
    }
    ++pos_;
  }

  void open() {
    const std::string_view rest = text_.substr(pos_ + 1);
    if (rest.starts_with('*')) return;
    if (!rest.starts_with('?')) {
      ++groups_.count;
      return;
    }
    for (const std::string_view start : {"?<", "?P<", "?'"}) {
      if (!rest.starts_with(start) || rest.size() == start.size()) continue;
      const char first = rest[start.size()];
      if (first == '=' || first == '!') return;
      const auto end = rest.find_first_of(">'", start.size());
      if (end == rest.npos) return;
      ++groups_.count;
      groups_.names.emplace(rest.substr(start.size(), end - start.size()), groups_.count);
      return;
    }
  }

  bool at(char c) const { return pos_ < text_.size() && text_[pos_] == c; }

  std::string_view text_;
  std::size_t pos_ = 0;
  Groups groups_;
};

/// What can be searched: the first kMaxSubject bytes, cut at a character.
std::optional<std::string> searchable(std::string_view subject) {
  if (subject.size() > Pattern::kMaxSubject) {
    std::size_t end = Pattern::kMaxSubject;
    while (end > 0 && (static_cast<unsigned char>(subject[end]) & 0xC0U) == 0x80U) --end;
    subject = subject.substr(0, end);
  }
  if (!is_utf8(subject)) return std::nullopt;
  return std::string(subject);
}

}  // namespace

struct Pattern::Compiled {
  Compiled(const std::string& expression, Groups found)
      : groups(std::move(found)),
        regex(std::string(kLimits) + expression, Poco::RegularExpression::RE_UTF8) {}

  Groups groups;
  Poco::RegularExpression regex;

  /// Throws Poco::Exception when the limits are passed. `subject` is known to be UTF-8, and a check
  /// at each step would make a run over all matches quadratic.
  std::optional<Match> find(const std::string& subject, std::size_t pos) const {
    Poco::RegularExpression::MatchVec spans;
    if (regex.match(subject, pos, spans, Poco::RegularExpression::RE_NO_UTF8_CHECK) == 0) {
      return std::nullopt;
    }
    Match match{spans[0].offset, spans[0].length, {}, groups.names};
    match.groups.resize(groups.count + 1);
    for (std::size_t i = 0; i < spans.size() && i < match.groups.size(); ++i) {
      if (spans[i].offset != std::string::npos) {
        match.groups[i] = Span{spans[i].offset, spans[i].length};
      }
    }
    return match;
  }
};

std::string_view Match::group(std::string_view subject, std::size_t number) const {
  if (number >= groups.size() || !groups[number]) return {};
  return subject.substr(groups[number]->offset, groups[number]->length);
}

std::string_view Match::group(std::string_view subject, std::string_view name) const {
  const auto at = names.find(name);
  return at == names.end() ? std::string_view() : group(subject, at->second);
}

Pattern::Pattern(std::string expression) : expression_(std::move(expression)) {
  const auto refuse = [this](const std::string& why) {
    throw Failure("pattern " + expression_ + ": " + why, "correct the expression",
                  ExitStatus::usage);
  };
  if (expression_.starts_with("(*")) refuse("options (*…) are not allowed");
  if (expression_.find('\0') != expression_.npos) refuse("contains a NUL");
  Groups groups = GroupReader(expression_).read();
  if (groups.count > kMaxGroups) refuse("more than " + std::to_string(kMaxGroups) + " groups");
  try {
    compiled_ = std::make_unique<const Compiled>(expression_, std::move(groups));
  } catch (const Poco::Exception& error) {
    refuse(error.displayText());
  }
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::matches(std::string_view subject) const { return test(subject) == Outcome::match; }

Outcome Pattern::test(std::string_view subject) const {
  const auto text = searchable(subject);
  if (!text) return Outcome::undecided;
  try {
    return compiled_->find(*text, 0) ? Outcome::match : Outcome::no_match;
  } catch (const Poco::Exception&) {
    return Outcome::undecided;
  }
}

std::optional<Match> Pattern::search(std::string_view subject, std::size_t pos) const {
  const auto text = searchable(subject);
  if (!text || pos > text->size()) return std::nullopt;
  while (pos < text->size() && (static_cast<unsigned char>((*text)[pos]) & 0xC0U) == 0x80U) ++pos;
  try {
    return compiled_->find(*text, pos);
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
}

std::vector<Match> Pattern::all(std::string_view subject) const {
  std::vector<Match> result;
  const auto text = searchable(subject);
  if (!text) return result;
  try {
    for (std::size_t pos = 0; pos <= text->size();) {
      auto match = compiled_->find(*text, pos);
      if (!match) break;
      pos = match->offset + match->length;
      // An empty match would come again at the same place.
      if (match->length == 0) {
        if (pos < text->size())
          next(*text, pos);
        else
          ++pos;
      }
      result.push_back(std::move(*match));
    }
  } catch (const Poco::Exception&) {
    // The limits were passed: what was found until then stands.
  }
  return result;
}

}  // namespace guidang::text
