// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_numbers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/phrase.h"

namespace guidang::index {
namespace {

bool is_year(const Token& token) {
  return token.kind == Token::Kind::number && token.text.size() == 4 &&
         (token.text.starts_with("19") || token.text.starts_with("20"));
}

std::vector<Token> split_years(const std::vector<Token>& tokens) {
  std::vector<Token> split;
  for (const Token& token : tokens) {
    Token year = token;
    year.text = token.text.substr(0, 4);
    if (token.text.size() > 4 && token.text.size() < 9 && is_year(year)) {
      Token rest = token;
      rest.text = token.text.substr(4);
      rest.text.erase(0, std::min(rest.text.find_first_not_of('0'), rest.text.size() - 1));
      split.push_back(std::move(year));
      split.push_back(std::move(rest));
    } else {
      split.push_back(token);
    }
  }
  return split;
}

}  // namespace

bool may_be_number(std::string_view text) {
  const std::vector<Token> tokens = split_years(number_tokens(text));
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (is_year(tokens[i - 1]) && tokens[i].kind == Token::Kind::number) return true;
  }
  return false;
}

std::vector<std::vector<Token>> number_readings(std::string_view text) {
  std::vector<std::vector<Token>> readings;
  // 号 alone is dropped as a sign.
  std::vector<Token> tokens = number_tokens(text);
  if (tokens.empty()) return readings;
  std::vector<Token> split = split_years(tokens);
  if (split.size() != tokens.size()) readings.push_back(std::move(split));
  readings.insert(readings.begin(), std::move(tokens));
  return readings;
}

}  // namespace guidang::index
