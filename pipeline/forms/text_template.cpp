// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/text_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace guidang::forms {
namespace {

constexpr std::string_view kTicked = "☑";
constexpr std::string_view kNotTicked = "☐";

}  // namespace

std::optional<TextTemplate> TextTemplate::parse(std::string_view text,
                                                const std::function<bool(std::string_view)>& known,
                                                Flaw& flaw) {
  TextTemplate made;
  std::vector<std::string_view> open;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t sign = text.find("{{", at);
    const std::string_view literal =
        text.substr(at, sign == std::string_view::npos ? sign : sign - at);
    if (!literal.empty()) made.pieces_.push_back({Kind::literal, std::string(literal)});
    if (sign == std::string_view::npos) break;
    const std::size_t close = text.find("}}", sign);
    if (close == std::string_view::npos) {
      flaw = {"{{ without }}", "{{name}}"};
      return std::nullopt;
    }
    std::string_view name = text.substr(sign + 2, close - sign - 2);
    at = close + 2;
    Kind kind = Kind::value;
    if (name.starts_with('[') && name.ends_with(']')) {
      kind = Kind::tick;
      name = name.substr(1, name.size() - 2);
    } else if (!name.empty() && (name[0] == '?' || name[0] == '^' || name[0] == '/')) {
      kind = name[0] == '?' ? Kind::when : name[0] == '^' ? Kind::unless : Kind::end;
      name.remove_prefix(1);
    }
    name = text::trim(name);
    if (kind == Kind::end) {
      if (open.empty() || open.back() != name) {
        flaw = {fmt::format("{{{{/{}}}}}", name),
                open.empty() ? "nothing to be closed" : fmt::format("{{{{/{}}}}}", open.back())};
        return std::nullopt;
      }
      open.pop_back();
    } else if (!known(name)) {
      flaw = {fmt::format("{{{{{}}}}}", name), {}};
      return std::nullopt;
    }
    if (kind == Kind::when || kind == Kind::unless) open.push_back(name);
    made.pieces_.push_back({kind, std::string(name)});
  }
  if (!open.empty()) {
    flaw = {"the end of the text", fmt::format("{{{{/{}}}}}", open.back())};
    return std::nullopt;
  }
  return made;
}

TextTemplate TextTemplate::value(const std::string& name) {
  TextTemplate made;
  made.pieces_.push_back({Kind::value, name});
  return made;
}

std::string TextTemplate::render(const Lookup& lookup) const {
  std::string out;
  std::size_t hidden = 0;
  for (const Piece& piece : pieces_) {
    switch (piece.kind) {
      case Kind::literal:
        if (hidden == 0) out += piece.text;
        break;
      case Kind::value:
        if (hidden == 0) out += lookup(piece.text);
        break;
      case Kind::tick:
        if (hidden == 0) out += lookup(piece.text).empty() ? kNotTicked : kTicked;
        break;
      case Kind::when:
      case Kind::unless:
        if (hidden > 0 || lookup(piece.text).empty() == (piece.kind == Kind::when)) ++hidden;
        break;
      case Kind::end:
        if (hidden > 0) --hidden;
        break;
    }
  }
  return out;
}

std::vector<std::string> TextTemplate::names() const {
  std::vector<std::string> names;
  for (const Piece& piece : pieces_) {
    if (piece.kind == Kind::literal || piece.kind == Kind::end) continue;
    if (std::find(names.begin(), names.end(), piece.text) == names.end()) {
      names.push_back(piece.text);
    }
  }
  return names;
}

}  // namespace guidang::forms
