// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/compound_summary.h"

#include <fmt/format.h>
#include <gsf/gsf-doc-meta-data.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-meta-names.h>
#include <gsf/gsf-msole-utils.h>
#include <gsf/gsf-timestamp.h>

#include <array>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"

namespace guidang::extract {
namespace {

constexpr std::array<std::pair<const char*, std::string_view>, 9> kProperties{{
    {GSF_META_NAME_TITLE, "title"},
    {GSF_META_NAME_SUBJECT, "subject"},
    {GSF_META_NAME_KEYWORDS, "keywords"},
    {GSF_META_NAME_CATEGORY, "category"},
    {GSF_META_NAME_CREATOR, "creator"},
    {GSF_META_NAME_INITIAL_CREATOR, "creator"},
    {GSF_META_NAME_DESCRIPTION, "description"},
    {GSF_META_NAME_LAST_SAVED_BY, "last_modified_by"},
    {GSF_META_NAME_COMPANY, "company"},
}};

constexpr std::array<std::pair<const char*, std::string_view>, 2> kTimes{{
    {GSF_META_NAME_DATE_CREATED, technical::kCreated},
    {GSF_META_NAME_DATE_MODIFIED, technical::kModified},
}};

const GValue* value_of(GsfDocMetaData* data, const char* name) {
  const GsfDocProp* property = gsf_doc_meta_data_lookup(data, name);
  return property == nullptr ? nullptr : gsf_doc_prop_get_val(property);
}

std::string text_of(GsfDocMetaData* data, const char* name) {
  const GValue* value = value_of(data, name);
  if (value == nullptr || G_VALUE_HOLDS_STRING(value) == 0) return {};
  const char* text = g_value_get_string(value);
  if (text == nullptr || !text::is_utf8(text)) return {};
  return text;
}

/// File times are in UTC; one of 1601 means "not set".
std::string time_of(GsfDocMetaData* data, const char* name) {
  const GValue* value = value_of(data, name);
  if (value == nullptr || G_VALUE_TYPE(value) != GSF_TIMESTAMP_TYPE) return {};
  const auto* stamp = static_cast<const GsfTimestamp*>(g_value_get_boxed(value));
  if (stamp == nullptr || stamp->timet <= 0) return {};
  GDateTime* time = g_date_time_new_from_unix_utc(stamp->timet);
  if (time == nullptr) return {};
  const std::string iso = fmt::format(
      "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", g_date_time_get_year(time),
      g_date_time_get_month(time), g_date_time_get_day_of_month(time), g_date_time_get_hour(time),
      g_date_time_get_minute(time), g_date_time_get_second(time));
  g_date_time_unref(time);
  return iso;
}

/// WPS Office writes its build into a property of its own, also where it keeps Word's name.
std::string program_of(GsfDocMetaData* data) {
  std::string program = text_of(data, GSF_META_NAME_GENERATOR);
  // The tail of WPS's name is the same for every copy: "WPS Office_11.8.2.10125_F1E327BC-…".
  const std::size_t tail = program.find("_F1E327BC-");
  if (program.starts_with("WPS ") && tail != std::string::npos) program.resize(tail);
  return program;
}

}  // namespace

bool add_property_set(std::string_view bytes, Extraction& extraction) {
  const auto* from = reinterpret_cast<const guint8*>(bytes.data());
  GsfInput* input = gsf_input_memory_new(from, static_cast<gsf_off_t>(bytes.size()), FALSE);
  if (input == nullptr) return false;
  GsfDocMetaData* data = gsf_doc_meta_data_new();
  GError* error = gsf_doc_meta_data_read_from_msole(data, input);
  const bool whole = error == nullptr;
  g_clear_error(&error);
  if (whole) {
    for (const auto& [name, key] : kProperties) {
      add_property(extraction, key, text_of(data, name));
    }
    for (const auto& [name, key] : kTimes) add_technical(extraction, key, time_of(data, name));
    add_technical(extraction, technical::kProgram, program_of(data));
  }
  g_object_unref(data);
  g_object_unref(input);
  return whole;
}

}  // namespace guidang::extract
