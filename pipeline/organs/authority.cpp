// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/authority.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/organs/names.h"
#include "pipeline/organs/table.h"

namespace guidang::organs {
namespace {

bool meet(const Name& a, const Name& b) {
  return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to);
}

class Builder {
 public:
  Builder(Authority::Impl& impl, std::vector<Flaw>& flaws) : impl_(impl), flaws_(flaws) {}

  void run(std::string_view own_name) {
    for (std::size_t i = 0; i < impl_.table.organs.size(); ++i) add_names(i);
    find_own(own_name);
    impl_.ties = tie_up(impl_.table, flaws_);
    impl_.areas = find_areas(impl_.table, impl_.ties);
    for (std::size_t i = 0; i < impl_.table.organs.size(); ++i) add_codes(i);
    add_shapes();
    add_digest();
  }

 private:
  void add_names(std::size_t i) {
    const Organ& organ = impl_.table.organs[i];
    const auto at = static_cast<std::uint32_t>(i);
    for (std::size_t n = 0; n < organ.names.size(); ++n) {
      add_full(at, static_cast<std::uint32_t>(n));
    }
    for (const std::string& word : organ.shorts) {
      impl_.known[key_of(word)].push_back({at, Form::short_form, 0});
    }
    for (const std::string& word : organ.aliases) {
      impl_.known[key_of(word)].push_back({at, Form::alias, 0});
    }
  }

  void add_full(std::uint32_t at, std::uint32_t n) {
    const Organ& organ = impl_.table.organs[at];
    const Name& name = organ.names[n];
    std::vector<Known>& known = impl_.known[key_of(name.text)];
    for (const Known& other : known) {
      if (other.form != Form::full || other.organ == at) continue;
      const Organ& holder = impl_.table.organs[other.organ];
      if (!meet(holder.names[other.name], name)) continue;
      flaws_.push_back({organ.place, "两个机构同时用一个全称 / two organs with one full name",
                        fmt::format("{} ({}, {})", name.text, holder.id, organ.id),
                        "全称各不相同,或时间不相交 / names apart, or times apart",
                        "写明所属区域,共用的名称写作 <short> 或 <alias> / write the area, or make "
                        "the shared name a <short> or <alias>"});
      break;
    }
    known.push_back({at, Form::full, n});
  }

  void find_own(std::string_view own_name) {
    std::vector<Organ>& organs = impl_.table.organs;
    for (std::size_t i = 0; i < organs.size() && impl_.own == kNone; ++i) {
      if (organs[i].standing == Standing::own) impl_.own = static_cast<std::int32_t>(i);
    }
    if (own_name.empty()) return;
    const auto it = impl_.known.find(key_of(own_name));
    if (it == impl_.known.end()) return;
    for (const Known& known : it->second) {
      if (known.form != Form::full) continue;
      organs[known.organ].standing = Standing::own;
      if (impl_.own == kNone) impl_.own = static_cast<std::int32_t>(known.organ);
    }
  }

  void add_codes(std::size_t i) {
    const Organ& organ = impl_.table.organs[i];
    for (const std::string& code : organ.codes) {
      const auto [it, fresh] = impl_.codes.emplace(code, static_cast<std::uint32_t>(i));
      const std::size_t holder = it->second;
      if (impl_.table.local[i] != impl_.table.local[holder]) {
        // A county may have the code of a far province: what the office says holds for it.
        if (impl_.table.local[i]) it->second = static_cast<std::uint32_t>(i);
      } else if (holder != i) {
        flaws_.push_back(
            {organ.place, "两个机构用一个机关代字 / one code of two organs",
             fmt::format("{} ({}, {})", code, impl_.table.organs[holder].id, organ.id),
             "每个代字一个机构 / one organ a code",
             "联合行文的代字只写在主办机关下 / write the code of joint documents at the "
             "organ that makes them"});
      }
      if (impl_.table.local[i]) impl_.local_codes.push_back(code);
    }
  }

  void add_shapes() {
    std::vector<Shape> good;
    for (Shape& shape : impl_.table.shapes) {
      try {
        impl_.patterns.emplace_back(shape.pattern);
        good.push_back(std::move(shape));
      } catch (const Failure& failure) {
        flaws_.push_back({shape.place, "表达式有误 / not a pattern", failure.what(),
                          "正则表达式 / a regular expression",
                          "改正 pattern / correct the pattern"});
      }
    }
    impl_.table.shapes = std::move(good);
  }

  void add_digest() {
    std::string all;
    const auto put = [&](std::string_view part) {
      all += part;
      all += '\t';
    };
    for (std::size_t i = 0; i < impl_.table.organs.size(); ++i) {
      const Organ& organ = impl_.table.organs[i];
      put(organ.id);
      for (const Name& name : organ.names) {
        put(name.text);
        put(name.from ? to_iso(*name.from) : "");
        put(name.to ? to_iso(*name.to) : "");
      }
      for (const auto* list : {&organ.shorts, &organ.aliases, &organ.codes}) {
        put("|");
        for (const std::string& word : *list) put(word);
      }
      put(organ.parent);
      put(organ.office_of);
      put(organ.area);
      put(to_text(organ.level));
      put(to_text(organ.line));
      put(to_text(organ.standing));
      put(impl_.table.local[i] ? "local" : "");
      all += '\n';
    }
    for (const Shape& shape : impl_.table.shapes) {
      put(shape.pattern);
      put(to_text(shape.standing));
      all += '\n';
    }
    put(impl_.complete ? "complete" : "");
    put(impl_.own == kNone ? "" : impl_.organ(impl_.own).id);
    impl_.digest = files::sha256_hex(all);
  }

  Authority::Impl& impl_;
  std::vector<Flaw>& flaws_;
};

/// An own office that no layer knows is an organ all the same.
void add_own(std::vector<Layer>& layers, std::string_view own_name) {
  if (own_name.empty()) return;
  const std::string key = key_of(own_name);
  for (const Layer& layer : layers) {
    for (const Organ& organ : layer.organs) {
      for (const Name& name : organ.names) {
        if (key_of(name.text) == key) return;
      }
      const auto same = [&](const std::string& word) { return key_of(word) == key; };
      if (std::any_of(organ.aliases.begin(), organ.aliases.end(), same) &&
          organ.standing == Standing::own) {
        return;
      }
    }
  }
  Organ own{.id = std::string{own_name}, .names = {{.text = std::string{own_name}}}};
  own.standing = Standing::own;
  own.place = "fonds.xml";
  layers.push_back({.source = "fonds.xml", .organs = {std::move(own)}});
}

}  // namespace

Authority::Authority(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Authority::~Authority() = default;

std::shared_ptr<const Authority> Authority::build(std::vector<Layer> layers,
                                                  std::vector<Flaw>& flaws,
                                                  std::string_view own_name) {
  auto impl = std::make_unique<Impl>();
  impl->complete =
      std::any_of(layers.begin(), layers.end(), [](const Layer& layer) { return layer.complete; });
  add_own(layers, own_name);
  impl->table = lay_layers(std::move(layers), flaws);
  Builder(*impl, flaws).run(own_name);
  return std::shared_ptr<const Authority>(new Authority(std::move(impl)));
}

std::span<const Organ> Authority::organs() const { return impl_->table.organs; }

const Organ* Authority::by_id(std::string_view id) const {
  const auto& organs = impl_->table.organs;
  const auto it = std::lower_bound(organs.begin(), organs.end(), id,
                                   [](const Organ& a, std::string_view b) { return a.id < b; });
  return it != organs.end() && it->id == id ? &*it : nullptr;
}

const Organ* Authority::by_code(std::string_view code) const {
  const auto it = impl_->codes.find(std::string{code});
  return it == impl_->codes.end() ? nullptr : &impl_->table.organs[it->second];
}

const Organ* Authority::sure_by_code(std::string_view code) const {
  const Organ* organ = by_code(code);
  if (organ == nullptr) return nullptr;
  const std::int32_t at = impl_->at(*organ);
  if (impl_->table.local[static_cast<std::size_t>(at)]) return organ;
  const std::int32_t meant = impl_->principal(at);
  return impl_->area(meant) == 0 && impl_->body(meant) ? organ : nullptr;
}

const std::vector<std::string>& Authority::local_codes() const { return impl_->local_codes; }
bool Authority::complete() const { return impl_->complete; }
const std::string& Authority::digest() const { return impl_->digest; }

const Organ* Authority::own() const {
  return impl_->own == kNone ? nullptr : &impl_->organ(impl_->own);
}

Answer Authority::find(std::string_view name, std::optional<Date> day) const {
  Answer answer;
  const auto it = impl_->known.find(key_of(name));
  if (it == impl_->known.end()) return answer;
  std::vector<Known> all = it->second;
  const auto keep = [&all](const auto& wanted) {
    std::vector<Known> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), wanted);
    const bool any = !kept.empty();
    if (any) all = std::move(kept);
    return any;
  };
  const bool full = keep([](const Known& known) { return known.form == Form::full; });
  if (full && day) {
    answer.in_time = keep([&](const Known& known) {
      return impl_->table.organs[known.organ].names[known.name].valid_on(*day);
    });
  } else if (!full) {
    keep([](const Known& known) { return known.form == Form::short_form; });
  }
  answer.form = all.front().form;
  for (const Known& known : all) {
    const Organ* organ = &impl_->table.organs[known.organ];
    // Entries of a key stand in the order of the organs.
    if (answer.several.empty() || answer.several.back() != organ) answer.several.push_back(organ);
  }
  if (answer.several.size() == 1) {
    answer.organ = answer.several.front();
    answer.several.clear();
  }
  return answer;
}

std::vector<std::string> Authority::nearest(std::string_view name, std::size_t most) const {
  std::call_once(impl_->nearest_built, [this] {
    for (const Organ& organ : impl_->table.organs) {
      for (const Name& each : organ.names) {
        impl_->nearest_keys.push_back(key_of(each.text));
        impl_->nearest_names.push_back(each.text);
      }
    }
    impl_->nearest.build(impl_->nearest_keys);
  });
  std::vector<std::string> result;
  for (const std::size_t i : impl_->nearest.nearest(key_of(name), most)) {
    const std::string& near = impl_->nearest_names[i];
    if (std::find(result.begin(), result.end(), near) == result.end()) result.push_back(near);
  }
  return result;
}

}  // namespace guidang::organs
