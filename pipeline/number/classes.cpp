// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/classes.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/fold.h"

namespace guidang {
namespace {

std::vector<std::string> folded(const profile::Element& element, std::string_view key) {
  std::vector<std::string> words = element.words(key);
  for (std::string& word : words) word = text::fold(word);
  return words;
}

ClassRow read_row(const profile::Element& element) {
  ClassRow row{.offices = folded(element, "office"),
               .creators = folded(element, "creator"),
               .doctypes = folded(element, "doctype"),
               .title = folded(element, "title")};
  if (row.offices.empty() && row.creators.empty() && row.doctypes.empty() && row.title.empty()) {
    throw element.flaw("<fits/>", "office, creator, doctype, title");
  }
  return row;
}

bool among(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// 办公室、人事科: the first is in charge, the others take part.
std::string_view first_of(std::string_view offices) {
  std::size_t end = offices.size();
  for (const std::string_view sign : {"、", "，", ",", "；", ";", "/", "　", " "}) {
    end = std::min(end, offices.find(sign));
  }
  return offices.substr(0, end);
}

bool fits(const ClassRow& row, const ClassSubject& subject) {
  const auto is_one = [](const std::vector<std::string>& list, std::string_view value) {
    return list.empty() || among(list, text::fold(value));
  };
  if (!is_one(row.doctypes, subject.doctype) || !is_one(row.creators, subject.creator)) {
    return false;
  }
  const bool in_charge =
      row.offices.empty() ||
      std::any_of(subject.offices.begin(), subject.offices.end(), [&](std::string_view office) {
        return among(row.offices, text::fold(office)) ||
               among(row.offices, text::fold(first_of(office)));
      });
  const std::string title = text::fold(subject.title);
  return in_charge &&
         (row.title.empty() ||
          std::any_of(row.title.begin(), row.title.end(), [&](const std::string& word) {
            return title.find(word) != std::string::npos;
          }));
}

}  // namespace

Classes::Classes(const profile::Element& arrange_section) {
  for (const profile::Element* offices : arrange_section.all("offices")) {
    for (std::string& heading : folded(*offices, "headings")) headings_.push_back(heading);
  }
  bool otherwise = false;
  for (const profile::Element* element : arrange_section.all("class")) {
    ClassEntry made{.id = element->required("id"), .name = element->required("name")};
    if (find(made.id) != nullptr || find(made.name) != nullptr) {
      throw element->flaw(made.id + " " + made.name,
                          "代码和名称各不相同 / a code and a name of its own");
    }
    for (const profile::Element* row : element->all("fits")) made.rows.push_back(read_row(*row));
    made.otherwise = element->child("otherwise") != nullptr;
    if (made.otherwise && otherwise) {
      throw element->flaw("<otherwise/>", "只能有一处 / one class only");
    }
    otherwise = otherwise || made.otherwise;
    list_.push_back(std::move(made));
  }
}

const ClassEntry* Classes::of(const ClassSubject& subject) const {
  const ClassEntry* rest = nullptr;
  for (const ClassEntry& entry : list_) {
    if (entry.otherwise) rest = &entry;
    for (const ClassRow& row : entry.rows) {
      if (fits(row, subject)) return &entry;
    }
  }
  return rest;
}

const ClassEntry* Classes::find(std::string_view id_or_name) const {
  const auto it = std::find_if(list_.begin(), list_.end(), [&](const ClassEntry& entry) {
    return entry.id == id_or_name || entry.name == id_or_name;
  });
  return it == list_.end() ? nullptr : &*it;
}

bool Classes::names_office(std::string_view heading) const {
  return among(headings_, text::fold(heading));
}

std::string Classes::names() const {
  std::string all;
  for (const ClassEntry& entry : list_) {
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", entry.id, entry.name);
  }
  return all;
}

}  // namespace guidang
