// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/arguments.h"

/// How commands are declared; included by the files that do so and by nothing else.
namespace guidang::cli {

inline constexpr std::string_view kFooter =
    "退出码 exit status: 0 完成 done · 1 完成但有待处理或不合格 something held or not valid · "
    "2 用法或规则集有误 usage or profile · 3 未能继续，重跑即可 could not go on, run again · "
    "130 中断 interrupted";

/// Declares subcommands one after the other, and keeps what was chosen.
class Declarations {
 public:
  explicit Declarations(CLI::App& app) : app_(app) {}

  /// A subcommand that fills one kind of arguments.
  template <typename A>
  A& command(const char* name, const char* zh, const char* en) {
    auto arguments = std::make_shared<A>();
    current_ = app_.add_subcommand(name, std::string(zh) + " · " + en);
    current_->footer(std::string(kFooter));
    current_->callback([this, arguments] { chosen_ = *arguments; });
    kept_.push_back(arguments);
    return *arguments;
  }
  CLI::Option* required(const char* name, auto& target, const char* help) {
    return current_->add_option(name, target, help)->required();
  }
  CLI::Option* option(const char* name, auto& target, const char* help) {
    return current_->add_option(name, target, help)->capture_default_str();
  }
  /// One without a default to show.
  CLI::Option* choice(const std::string& name, auto& target, const std::string& help) {
    return current_->add_option(name, target, help);
  }
  /// One that may be given several times.
  CLI::Option* each(const std::string& name, std::vector<std::string>& target,
                    const std::string& help) {
    return current_->add_option(name, target, help)->allow_extra_args(false);
  }
  /// Any number of words.
  CLI::Option* positional(const char* name, std::vector<std::string>& target, const char* help) {
    return current_->add_option(name, target, help)->expected(1, 1000);
  }
  /// Said below the options, before what holds for all commands.
  void footer(const std::string& text) { current_->footer(text + "\n\n" + std::string(kFooter)); }
  void flag(const char* name, bool& target, const char* help) {
    current_->add_flag(name, target, help);
  }

  [[nodiscard]] const std::optional<Arguments>& chosen() const { return chosen_; }

 private:
  CLI::App& app_;
  CLI::App* current_ = nullptr;
  std::vector<std::shared_ptr<void>> kept_;
  std::optional<Arguments> chosen_;
};

inline const CLI::Validator kDate(
    [](const std::string& text) {
      const bool good =
          text.size() == 10 && text[4] == '-' && text[7] == '-' &&
          std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
      return good ? std::string() : "'" + text + "' is not a date like 2024-01-31";
    },
    "DATE");

/// What both `run` and `retry` take.
/// What an archivist does with items between their description and the seal.
void declare_arranging(Declarations& declarations);

/// The search, whose last word is the query.
void declare_search(Declarations& declarations);
void take_query(SearchArguments& arguments);

}  // namespace guidang::cli
