// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/site.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "index/generation.h"
#include "index/web/page.h"
#include "index/web/routes.h"
#include "index/web/stylesheets.h"
#include "index/web/texts.h"
#include "pipeline/failure.h"
#include "pipeline/home/fonds.h"

namespace guidang::web {
namespace {

namespace fs = std::filesystem;

std::vector<SiteHome> read_homes(const SiteOptions& options) {
  std::vector<SiteHome> homes;
  for (const fs::path& folder : options.homes) {
    if (!fs::exists(folder / "fonds.xml")) {
      throw Failure(
          folder.string() + " 不是全宗库：没有 fonds.xml / is not a home: it has no fonds.xml",
          "建库 / make one with: guidang init HOME --fonds CODE --name NAME", ExitStatus::usage);
    }
    const Fonds fonds = read_fonds(folder / "fonds.xml");
    auto profile = std::make_shared<const Profile>(
        Profile::load(options.templates.parent_path(), fonds.profile));
    CodeMeanings meanings = options.meanings ? options.meanings(*profile) : nullptr;
    homes.push_back({.folder = folder,
                     .fonds = fonds.code,
                     .name = fonds.name,
                     .profile = std::move(profile),
                     .meanings = std::move(meanings)});
  }
  return homes;
}

constexpr std::array kOpen{index::Access::open};

std::shared_ptr<const index::Vocabulary> words(const SiteOptions& options,
                                               std::span<const index::Access> classes) {
  return index::Vocabulary::load(options.templates.parent_path(), options.homes, classes);
}

bool may_read(const fs::path& index_folder, index::Access access) {
  const auto generation = index::current_generation(index_folder);
  if (!generation) return false;
  const fs::path folder = index::generation_folder(index_folder, *generation) / to_text(access);
  return ::access(folder.c_str(), R_OK | X_OK) == 0;
}

}  // namespace

struct Site::Impl {
  explicit Impl(SiteOptions options)
      : texts(options.templates / "web" / "texts.xml"),
        stylesheets(options.templates / "web"),
        view{.homes = read_homes(options),
             .templates = options.templates,
             .texts = &texts,
             .stylesheets = &stylesheets,
             .open_words = words(options, kOpen),
             .staff_words = words(options, index::kAllAccess),
             .grammar = std::make_shared<const std::vector<index::GrammarSection>>(
                 index::load_grammar(options.templates.parent_path()))},
        library(options.homes),
        routes(all_routes()) {}

  [[nodiscard]] Response answer(const Request& request, std::span<const index::Access> classes,
                                const Refusal* refusal) {
    const Context context{
        .request = request,
        .site = view,
        .loan = std::make_shared<const index::Library::Loan>(library.borrow(classes))};
    if (refusal != nullptr) return error_answer(context, *refusal);
    const Handler handler = find_route(routes, request.segments);
    return handler == nullptr ? not_found(context) : handler(context);
  }

  Texts texts;
  Stylesheets stylesheets;
  SiteView view;
  index::Library library;
  std::vector<Route> routes;
};

Site::Site(SiteOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Site::~Site() = default;

Response Site::answer(const Request& request, std::string* complaint) const {
  try {
    return impl_->answer(request, request.visitor.classes, nullptr);
  } catch (const std::exception& error) {
    if (complaint != nullptr) *complaint = error.what();
  }
  return refuse(request, {500, "failed"});
}

Response Site::refuse(const Request& request, const Refusal& refusal) const {
  try {
    return impl_->answer(request, {}, &refusal);
  } catch (const std::exception&) {
    return {.status = refusal.status,
            .type = "text/plain; charset=utf-8",
            .body = std::string(impl_->texts.get(refusal.reason, request.language)) + "\n"};
  }
}

std::vector<index::Access> Site::readable_classes() const {
  std::vector<index::Access> classes;
  for (const index::Access access : index::kAllAccess) {
    const bool all =
        std::all_of(impl_->view.homes.begin(), impl_->view.homes.end(),
                    [&](const SiteHome& home) { return may_read(home.folder / "index", access); });
    if (all) classes.push_back(access);
  }
  return classes;
}

}  // namespace guidang::web
