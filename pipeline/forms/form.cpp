// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/form.h"

#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/forms/layout.h"
#include "pipeline/forms/read_form.h"

namespace guidang::forms {
namespace {

constexpr std::uint64_t kLongestForm = 1U << 20;

}  // namespace

Form Form::load(const std::filesystem::path& data_root, const std::filesystem::path& file) {
  const std::string bytes = files::read_file(file, kLongestForm);
  const auto layout = read_form(data_root / "templates/schema/form.rng", bytes, file.string());
  layout->fonts = std::make_shared<const FontTable>(FontTable::load(data_root));
  layout->digest = files::sha256_hex(files::sha256_hex(bytes) + layout->fonts->digest);
  Form form;
  form.layout_ = layout;
  return form;
}

const std::string& Form::id() const { return layout_->id; }
const std::string& Form::title() const { return layout_->title; }
const std::vector<std::string>& Form::sheet_names() const { return layout_->sheet_names; }
const std::vector<std::string>& Form::row_names() const { return layout_->row_names; }
const std::string& Form::digest() const { return layout_->digest; }

std::size_t Form::Layout::lines_at() const {
  std::size_t at = 0;
  while (at < blocks.size() && !std::holds_alternative<Rows>(blocks[at].content) &&
         !std::holds_alternative<Tiles>(blocks[at].content)) {
    ++at;
  }
  return at;
}

}  // namespace guidang::forms
