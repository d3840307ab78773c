// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/date.h"
#include "pipeline/facts.h"
#include "pipeline/organs/standing.h"
#include "pipeline/profile/element.h"
#include "pipeline/text/title_span.h"
#include "stages/appraise/question.h"

namespace guidang::appraise {

/// What a person said to a question, or what words told.
struct GivenAnswer {
  std::string value{};  ///< id of a value
  std::string by{};     ///< who said it and when; "" when words told it
  std::string words{};  ///< the words that told it
};

/// What a row may ask about. Views live as long as the facts they come from.
struct Subject {
  std::string_view title{};    ///< "" = unknown
  std::string_view doctype{};  ///< "" = none found
  Direction direction = Direction::unknown;
  Standing creator = Standing::unknown;
  std::string notes{};  ///< 办理情况 and 备注
  std::string_view creator_name{};
  std::optional<Date> date{};
  std::map<std::string, GivenAnswer, std::less<>> answers{};  ///< people's, by question

  [[nodiscard]] LikeSource like() const {
    return {.title = title,
            .doctype = doctype,
            .creator = creator_name,
            .direction = direction,
            .standing = creator};
  }
};

enum class Fit : std::uint8_t { no, yes, undecided };

/// Days on which something holds, both ends included.
struct Validity {
  std::optional<Date> from{};
  std::optional<Date> to{};

  [[nodiscard]] bool bounded() const { return from || to; }
  [[nodiscard]] bool holds(Date day) const {
    return (!from || *from <= day) && (!to || day <= *to);
  }
};

/// A level of a scale that a row asks for (会议级别).
struct LevelCondition {
  std::string scale{};
  std::vector<std::string> levels{};
};

/// An answer that a row asks for.
struct AnswerCondition {
  std::string question{};
  std::vector<std::string> values{};
};

/// One row of a table: all its conditions must hold.
struct Row {
  std::string id{};
  bool scope = false;    ///< says "not to be filed" instead of a period
  std::string period{};  ///< id of a period
  bool sure = true;      ///< its wording is certain; else it stops the search and never answers
  std::string clause{};
  std::string title_zh{};
  std::string title_en{};
  std::string parent{};  ///< id of the row of the parent table that it carries out
  Validity valid{};
  std::vector<Direction> directions{};
  std::vector<Standing> creators{};
  std::vector<std::string> doctypes{};
  std::vector<text::Span> spans{};
  std::vector<LevelCondition> levels{};
  std::vector<std::vector<std::string>> with{};   ///< folded: the title has a word of each group
  std::vector<std::string> without{};             ///< folded: the title has none of them
  std::vector<std::vector<std::string>> noted{};  ///< as `with`, over the notes
  std::vector<AnswerCondition> answers{};

  std::string place{};
};

struct Period {
  std::string id{};            ///< "D30": its code in the 档号
  std::string name{};          ///< "30年"
  Validity valid{};            ///< days of documents that may have it
  std::optional<int> years{};  ///< a span that the name does not say
};

/// An ordered choice by words of the title: the first level that has a word there.
struct Scale {
  struct Level {
    std::string id{};
    std::vector<std::string> words{};
  };
  std::string id{};
  std::vector<Level> levels{};
};

/// A condition of the row that answered, and what met it, for people.
struct Evidence {
  std::string what{};  ///< "direction", "title", "question important"
  std::string met{};   ///< as it stands in the document, or the answer and who gave it
};

/// What a table says of one item.
struct Answer {
  const Row* row = nullptr;
  const Row* stopped = nullptr;        ///< the row whose conditions cannot all be told
  std::vector<std::string> missing{};  ///< what it asks of the document and is not known
  std::vector<std::string> asks{};     ///< questions it asks that nobody has answered
};

/// What a table would say after an answer.
struct Outcome {
  std::vector<std::pair<std::string, std::string>> given{};  ///< question and value
  Answer answer{};
};

/// Rows in order, the first that fits wins. A row whose conditions cannot all be told ends the
/// search without an answer, so that a later, broader row never speaks for it. Immutable.
class Table {
 public:
  Table() = default;
  /// From the section `appraise` or a `retention` file; throws the profile's Failure.
  explicit Table(const profile::Element& section);

  [[nodiscard]] Answer answer(const Subject& subject) const;
  /// As `answer` for what a person has said is filed: `scope` rows are passed over.
  [[nodiscard]] Answer answer_for_filed(const Subject& subject) const;
  /// Each way in which answers to what is asked would end, at most a dozen.
  [[nodiscard]] std::vector<Outcome> outcomes(const Subject& subject, bool with_scope = true) const;
  /// Why this row fits; empty for a row without conditions.
  [[nodiscard]] std::vector<Evidence> evidence(const Row& row, const Subject& subject) const;
  /// What words of the title or notes tell of a question, or what the subject has for it.
  [[nodiscard]] std::optional<GivenAnswer> known(const Question& question,
                                                 const Subject& subject) const;

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }
  [[nodiscard]] const std::vector<Question>& questions() const { return questions_; }
  [[nodiscard]] const Question* question(std::string_view id) const;
  /// By code or by name; null when the table has none such.
  [[nodiscard]] const Period* period(std::string_view code_or_name) const;
  /// "永久, 30年, 10年".
  [[nodiscard]] std::string period_names() const;
  /// Id and citation of a table of its own, with the days of documents that it is for.
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& citation() const { return citation_; }
  [[nodiscard]] const std::string& title_zh() const { return title_zh_; }
  [[nodiscard]] const std::string& title_en() const { return title_en_; }
  [[nodiscard]] const Validity& valid() const { return valid_; }
  [[nodiscard]] bool has_scale(std::string_view id) const { return scale(id) != nullptr; }
  /// The level of a title, or "".
  [[nodiscard]] std::string_view level(std::string_view scale, std::string_view folded_title) const;

 private:
  struct Look;
  [[nodiscard]] Answer first(const Subject& subject, bool with_scope) const;
  [[nodiscard]] Fit fit(const Row& row, Look& look) const;
  [[nodiscard]] const Scale* scale(std::string_view id) const;
  void read_vocabulary(const profile::Element& section);
  [[nodiscard]] Row read_row(const profile::Element& element,
                             const profile::Element& section) const;
  void explore(const Subject& subject, bool with_scope, std::vector<Outcome>& found,
               std::vector<std::pair<std::string, std::string>> given) const;

  std::string id_;
  std::string citation_;
  std::string title_zh_;
  std::string title_en_;
  Validity valid_;
  std::vector<Row> rows_;
  std::vector<Period> periods_;
  std::vector<Question> questions_;
  std::vector<Scale> scales_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace guidang::appraise
