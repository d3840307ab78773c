// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/grammar.h"
#include "index/library.h"
#include "index/web/code_meaning.h"
#include "index/web/request.h"
#include "index/web/response.h"
#include "index/words/vocabulary.h"
#include "pipeline/profile/profile.h"

namespace guidang::web {

class Texts;
class Stylesheets;

/// One home as the site shows it; its number is its place in `SiteView::homes` and in readers.
struct SiteHome {
  std::filesystem::path folder{};
  std::string fonds{};  ///< 全宗号
  std::string name{};   ///< 立档单位
  std::shared_ptr<const Profile> profile{};
  CodeMeanings meanings{};  ///< of its findings; may be empty
};

/// What stays the same from request to request. Read by many threads.
struct SiteView {
  std::vector<SiteHome> homes{};
  std::filesystem::path templates{};  ///< the folder `templates`
  const Texts* texts = nullptr;
  const Stylesheets* stylesheets = nullptr;
  /// The words that strangers and staff search with.
  std::shared_ptr<const index::Vocabulary> open_words{};
  std::shared_ptr<const index::Vocabulary> staff_words{};
  std::shared_ptr<const std::vector<index::GrammarSection>> grammar{};
};

/// What a handler works with, for one request. `loan` holds what this visitor may see, and nothing
/// else; an answer that is streamed keeps a copy.
struct Context {
  const Request& request;
  const SiteView& site;
  std::shared_ptr<const index::Library::Loan> loan{};

  [[nodiscard]] std::span<const index::Reader* const> readers() const { return loan->readers(); }
  [[nodiscard]] const index::Vocabulary& vocabulary() const {
    return request.visitor.staff ? *site.staff_words : *site.open_words;
  }
  /// The address of a page of ours with these parameters in their order, and the language when it
  /// was chosen by hand.
  [[nodiscard]] std::string href(std::string_view path, Parameters parameters = {}) const;
};

}  // namespace guidang::web
