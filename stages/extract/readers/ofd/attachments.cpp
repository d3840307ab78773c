// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/attachments.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/paths.h"

namespace guidang::extract::ofd {
namespace {

/// The name that the list gives; that of the file where it adds no more than an extension.
std::string name_of(std::string_view told, std::string_view file) {
  told = text::trim(told);
  const bool adds_extension =
      file.size() > told.size() && file.starts_with(told) && file[told.size()] == '.';
  return std::string{told.empty() || adds_extension ? file : told};
}

}  // namespace

void add_attachments(Package& package, const DocumentRoot& root, std::vector<Attachment>& found) {
  for (const std::string& location : root.attachments) {
    const auto list = package.required_xml(root.path, location);
    if (!list) return;
    for (const xml::Node& node : list->root().children("Attachment")) {
      const auto place = node.child("FileLoc");
      const std::string target = place ? place->text() : "";
      const files::ZipEntry* entry = package.find(folder_of(list->source()), target);
      if (entry == nullptr) {
        return package.fail(fmt::format("{} is not in the package, {} refers to it",
                                        resolve(folder_of(list->source()), target).value_or(target),
                                        list->source()));
      }
      if (found.size() >= package.limits().zip_entries) {
        return package.fail(fmt::format("more than {} attachments", package.limits().zip_entries));
      }
      Attachment attachment;
      const std::string path = Package::path_of(*entry);
      attachment.member.name = name_of(node.attribute("Name").value_or(""), file_name(path));
      attachment.member.size = entry->size;
      attachment.entry = entry;
      found.push_back(std::move(attachment));
    }
  }
}

}  // namespace guidang::extract::ofd
