// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/forms.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/profile/read.h"

namespace guidang {

std::vector<NumberForm> shipped_forms(const std::filesystem::path& data_root) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry :
       std::filesystem::directory_iterator(data_root / "templates" / "numbers", error)) {
    if (entry.path().extension() == ".xml") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  std::vector<NumberForm> forms;
  for (const std::string& name : names) {
    const profile::Element root = profile::read(data_root, "templates/numbers/" + name);
    NumberForm form{.id = root.required("id"),
                    .pattern = root.required("pattern"),
                    .citation = root.required("citation"),
                    .title_zh = std::string(root.in("title", "zh")),
                    .title_en = std::string(root.in("title", "en"))};
    if (form.id + ".xml" != name) throw root.flaw("id=\"" + form.id + "\"", "the file's name");
    for (const profile::Element* one : root.all("volume")) {
      form.volumes.push_back(one->required("code"));
    }
    for (const profile::Element* one : root.all("example")) {
      form.examples.push_back(one->required("code"));
    }
    forms.push_back(std::move(form));
  }
  return forms;
}

std::string pattern_of(const std::filesystem::path& data_root, std::string_view form) {
  if (form.find('{') != std::string_view::npos) return std::string(form);
  std::string names;
  for (const NumberForm& one : shipped_forms(data_root)) {
    if (one.id == form) return one.pattern;
    names += (names.empty() ? "" : ", ") + one.id;
  }
  throw Failure(fmt::format("没有档号形式“{}” / there is no form of codes '{}'", form, form),
                "可用 / there are: " + names, ExitStatus::usage);
}

}  // namespace guidang
