// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::text {

/// One group of a match: byte offset and length in the subject.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
  bool operator==(const Span&) const = default;
};

/// One match. `groups[0]` is the whole; a group that took no part is nullopt.
struct Match {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::vector<std::optional<Span>> groups;
  std::map<std::string, std::size_t, std::less<>> names;  ///< group name to its number

  /// The text of a group of this match, empty when it took no part. `subject` is what was searched.
  [[nodiscard]] std::string_view group(std::string_view subject, std::size_t number) const;
  [[nodiscard]] std::string_view group(std::string_view subject, std::string_view name) const;
};

/// What a test against a pattern came to.
enum class Outcome {
  match,
  no_match,
  undecided  ///< the work limit was passed, or the subject is not UTF-8: not checkable
};

/// A Perl-compatible regular expression over UTF-8, case-sensitive; `\d`, `\w` and `\s` are ASCII.
/// Work is limited: a match that needs more than about a million steps or 4,000 nested ones is
/// given up (Outcome::undecided; the other functions then report no match), and only the first
/// kMaxSubject bytes of a subject are searched. Safe to share between threads.
class Pattern {
 public:
  static constexpr std::size_t kMaxSubject = std::size_t{1} << 20;
  static constexpr std::size_t kMaxGroups = 19;

  /// Throws Failure when the expression is not valid, sets options of its own by `(*VERB)`, or has
  /// more than kMaxGroups groups.
  explicit Pattern(std::string expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// Whether the pattern occurs anywhere; use `^…$` for the whole.
  [[nodiscard]] bool matches(std::string_view subject) const;

  /// As `matches`, telling "no" from "could not say".
  [[nodiscard]] Outcome test(std::string_view subject) const;

  /// The first match that starts at byte `pos` or later. Copies the subject: to go through all
  /// matches use `all`.
  [[nodiscard]] std::optional<Match> search(std::string_view subject, std::size_t pos = 0) const;

  /// All matches, left to right, not overlapping.
  [[nodiscard]] std::vector<Match> all(std::string_view subject) const;

  [[nodiscard]] const std::string& expression() const noexcept { return expression_; }

 private:
  struct Compiled;
  std::string expression_;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace guidang::text
