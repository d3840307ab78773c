// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/slide_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

#include "pipeline/xml/reader.h"

namespace guidang::extract {
namespace {

class SlideText {
 public:
  SlideText(TextBuilder& out, DistinctTexts& heads, DistinctTexts& feet)
      : out_(out), heads_(heads), feet_(feet) {}

  void event(const xml::Reader& reader) {
    switch (reader.event()) {
      case xml::Event::start:
        ++depth_;
        if (left_out_ == 0) start(reader);
        break;
      case xml::Event::text:
        if (left_out_ == 0 && in_text_) add(reader.text());
        break;
      case xml::Event::end:
        if (left_out_ == 0) end(reader.name());
        if (left_out_ == depth_) left_out_ = 0;
        --depth_;
        break;
    }
  }

 private:
  enum class Kind : std::uint8_t { body, head, foot };

  void add(std::string_view text) {
    if (kind_ == Kind::body) {
      out_.text(text);
    } else {
      running_ += text;
    }
  }

  void start(const xml::Reader& reader) {
    const std::string_view name = reader.name();
    if (name == "sp") {
      kind_ = Kind::body;
      running_.clear();
    } else if (name == "ph") {
      const std::string type = reader.attribute("type").value_or("");
      if (type == "hdr") kind_ = Kind::head;
      if (type == "ftr") kind_ = Kind::foot;
    } else if (name == "t") {
      in_text_ = reader.namespace_uri().ends_with("/main");
    } else if (name == "br") {
      add("\n");
    } else if (name == "fld" && reader.attribute("type").value_or("") == "slidenum") {
      left_out_ = depth_;
    } else if (name == "AlternateContent") {
      chosen_.push_back(false);
    } else if ((name == "Choice" || name == "Fallback") && !chosen_.empty()) {
      if (chosen_.back()) left_out_ = depth_;
      chosen_.back() = true;
    } else if (name == "tr") {
      out_.begin_row();
    } else if (name == "tc") {
      out_.begin_cell();
    } else if (name == "tableStyleId") {
      left_out_ = depth_;
    }
  }

  void end(std::string_view name) {
    if (name == "t") {
      in_text_ = false;
    } else if (name == "p" && kind_ == Kind::body) {
      out_.end_line();
    } else if (name == "sp") {
      if (kind_ == Kind::head) heads_.add(running_);
      if (kind_ == Kind::foot) feet_.add(running_);
      kind_ = Kind::body;
    } else if (name == "AlternateContent" && !chosen_.empty()) {
      chosen_.pop_back();
    } else if (name == "tr") {
      out_.end_row();
    } else if (name == "tc") {
      out_.end_cell();
    }
  }

  TextBuilder& out_;
  DistinctTexts& heads_;
  DistinctTexts& feet_;
  std::size_t depth_ = 0;
  std::size_t left_out_ = 0;  ///< depth of what is left out; 0 for none
  bool in_text_ = false;
  Kind kind_ = Kind::body;
  std::string running_{};
  std::vector<bool> chosen_{};  ///< by open mc:AlternateContent
};

}  // namespace

void add_slide_text(OoxmlPackage& package, const std::string& path, TextBuilder& out,
                    DistinctTexts& heads, DistinctTexts& feet) {
  const std::string bytes = package.required(path);
  if (bytes.empty()) return;
  xml::Reader reader{
      bytes, path, {package.limits().zip_entry_bytes, package.limits().nesting, 100'000'000}};
  SlideText words{out, heads, feet};
  while (!out.full() && reader.next()) words.event(reader);
  if (reader.error()) package.fail(reader.error()->text());
  if (out.full()) {
    package.fail(fmt::format("text is longer than {} MB", package.limits().text_bytes >> 20));
  }
}

}  // namespace guidang::extract
