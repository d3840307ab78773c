// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/typesetter.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

// Needs fontconfig.h before it.
#include <fontconfig/fcfreetype.h>

#include <new>
#include <unordered_map>

#include "pipeline/failure.h"

namespace guidang::forms {
namespace {

using Config = std::unique_ptr<FcConfig, Freer<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Freer<FcPatternDestroy>>;
using Description = std::unique_ptr<PangoFontDescription, Freer<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Freer<pango_attr_list_unref>>;
using LineIterator = std::unique_ptr<PangoLayoutIter, Freer<pango_layout_iter_free>>;

// How far the middle of a Chinese character's square lies above the baseline.
constexpr double kMiddle = 0.38;

constexpr std::size_t kLongestKept = 96;  ///< bytes
constexpr std::size_t kMostKept = 2'000;

const FcChar8* fc_string(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

Failure unusable(const Face& face) {
  return Failure(fmt::format("字体文件不能使用 / the font file cannot be used: {}, expected {}",
                             face.file.string(), face.family),
                 fmt::format("重新安装 install again: {}", face.package));
}

/// The face of that family within a file of many.
Pattern query(const Face& face) {
  const std::string file = face.file.string();
  int count = 1;
  for (int index = 0; index < count; ++index) {
    Pattern pattern(
        FcFreeTypeQuery(fc_string(file), static_cast<unsigned>(index), nullptr, &count));
    if (!pattern) break;
    FcChar8* family = nullptr;
    for (int n = 0; FcPatternGetString(pattern.get(), FC_FAMILY, n, &family) == FcResultMatch;
         ++n) {
      if (face.family == reinterpret_cast<const char*>(family)) return pattern;
    }
  }
  throw unusable(face);
}

}  // namespace

struct Typesetter::Impl {
  struct RoleDescriptions {
    Description normal{};
    Description bold{};
  };
  Config config{};
  std::unique_ptr<PangoFontMap, Freer<g_object_unref>> map{};
  std::unique_ptr<PangoContext, Freer<g_object_unref>> context{};
  std::vector<RoleDescriptions> roles{};
  std::map<std::pair<std::string, std::string>, int> added{};  ///< weights
  std::string fallbacks{};
  std::unordered_map<std::string, Shaped> shaped{};  ///< short texts, which lists repeat

  /// Gives the weight.
  int add(const Face& face) {
    const auto [known, fresh] =
        added.insert({{face.file.string(), face.family}, FC_WEIGHT_REGULAR});
    if (!fresh) return known->second;
    Pattern pattern = query(face);
    FcPatternGetInteger(pattern.get(), FC_WEIGHT, 0, &known->second);
    // Adding a file would read all faces of a collection, ten times as long, and then Japanese
    // forms could stand in for Chinese ones.
    FcFontSet* set = FcConfigGetFonts(config.get(), FcSetApplication);
    if (!FcFontSetAdd(set, pattern.get())) throw std::bad_alloc();
    static_cast<void>(pattern.release());
    return known->second;
  }

  Description describe(const Face& face, int weight) const {
    Description made(pango_font_description_new());
    pango_font_description_set_family(made.get(), (face.family + fallbacks).c_str());
    pango_font_description_set_weight(
        made.get(), weight >= FC_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return made;
  }
};

Typesetter::Typesetter(const FontTable& fonts) : impl_(std::make_unique<Impl>()) {
  fonts.require();
  Impl& impl = *impl_;
  impl.config.reset(FcConfigCreate());
  if (!impl.config) throw std::bad_alloc();
  // A configuration has no set of fonts until it is given a file.
  const Face* small = nullptr;
  for (const Face& face : fonts.fallbacks) {
    if (!face.file.empty() && face.file.extension() == ".ttf" && face.needed) small = &face;
  }
  const Face& first = small != nullptr ? *small : fonts.roles.front().face;
  if (!FcConfigAppFontAddFile(impl.config.get(), fc_string(first.file.string()))) {
    throw unusable(first);
  }
  impl.added.insert({{first.file.string(), first.family}, FC_WEIGHT_REGULAR});
  for (const Face& face : fonts.fallbacks) {
    if (face.file.empty()) continue;
    impl.add(face);
    impl.fallbacks += "," + face.family;
  }
  for (const RoleFonts& role : fonts.roles) {
    const int weight = impl.add(role.face);
    const int bold = impl.add(role.bold);
    impl.roles.push_back({impl.describe(role.face, weight), impl.describe(role.bold, bold)});
  }
  impl.map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (!impl.map) throw std::bad_alloc();
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(impl.map.get()), impl.config.get());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(impl.map.get()), 72);
  impl.context.reset(pango_font_map_create_context(impl.map.get()));
  pango_cairo_context_set_resolution(impl.context.get(), 72);
  pango_context_set_language(impl.context.get(), pango_language_from_string("zh-cn"));
  pango_context_set_base_dir(impl.context.get(), PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(impl.context.get(), FALSE);
  const std::unique_ptr<cairo_font_options_t, Freer<cairo_font_options_destroy>> options(
      cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(impl.context.get(), options.get());
}

Typesetter::~Typesetter() = default;

Shaped Typesetter::shape(std::string_view text, const Style& style, double width, double size) {
  return shape(text, style, width, size, style.align);
}

Shaped Typesetter::shape(std::string_view text, const Style& style, double width, double size,
                         Align align) {
  Shaped made;
  made.size = size > 0 ? size : style.size;
  made.pitch = made.size * style.leading / kPointsPerMm;
  if (text.empty()) return made;
  Impl& impl = *impl_;
  std::string key;
  if (text.size() <= kLongestKept) {
    key = fmt::format("{} {} {} {} {} {} {} {} {}", static_cast<int>(style.font), style.bold,
                      made.size, style.leading, style.indent, style.spacing,
                      static_cast<int>(align), width, text);
    if (const auto kept = impl.shaped.find(key); kept != impl.shaped.end()) return kept->second;
  }
  made.layout = {pango_layout_new(impl.context.get()), Freer<g_object_unref>()};
  PangoLayout* layout = made.layout.get();
  const auto& role = impl.roles[static_cast<std::size_t>(style.font)];
  const Description font(
      pango_font_description_copy(style.bold ? role.bold.get() : role.normal.get()));
  pango_font_description_set_size(font.get(), static_cast<int>(made.size * PANGO_SCALE));
  pango_layout_set_font_description(layout, font.get());
  const Attributes attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  if (style.spacing > 0) {
    pango_attr_list_insert(
        attributes.get(),
        pango_attr_letter_spacing_new(static_cast<int>(style.spacing * made.size * PANGO_SCALE)));
  }
  pango_layout_set_attributes(layout, attributes.get());
  pango_layout_set_auto_dir(layout, FALSE);
  if (width > 0) {
    pango_layout_set_width(layout, static_cast<int>(width * kPointsPerMm * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout, static_cast<int>(style.indent * made.size * PANGO_SCALE));
    pango_layout_set_justify(layout, align == Align::justify);
    pango_layout_set_alignment(layout, align == Align::center  ? PANGO_ALIGN_CENTER
                                       : align == Align::right ? PANGO_ALIGN_RIGHT
                                                               : PANGO_ALIGN_LEFT);
  }
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  const LineIterator at(pango_layout_get_iter(layout));
  do {
    PangoRectangle line{};
    pango_layout_iter_get_line_extents(at.get(), nullptr, &line);
    made.drawn.push_back(pango_layout_iter_get_line_readonly(at.get()));
    made.offsets.push_back(static_cast<double>(line.x) / PANGO_SCALE / kPointsPerMm);
    made.width = std::max(made.width, static_cast<double>(line.width) / PANGO_SCALE / kPointsPerMm);
  } while (pango_layout_iter_next_line(at.get()));
  if (!key.empty()) {
    if (impl.shaped.size() >= kMostKept) impl.shaped.clear();
    impl.shaped.emplace(std::move(key), made);
  }
  return made;
}

void Typesetter::draw(cairo_t* to, const Shaped& text, std::size_t line, double x, double y) {
  PangoLayoutLine* const drawn = text.drawn[line];
  for (GSList* run = drawn->runs; run != nullptr; run = run->next) {
    const PangoGlyphString* glyphs = static_cast<PangoGlyphItem*>(run->data)->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
      const PangoGlyph glyph = glyphs->glyphs[i].glyph;
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
        ++missing_[static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG)];
      }
    }
  }
  cairo_move_to(to, x + text.offsets[line] * kPointsPerMm,
                y + text.pitch * kPointsPerMm / 2 + text.size * kMiddle);
  pango_cairo_show_layout_line(to, drawn);
}

}  // namespace guidang::forms
