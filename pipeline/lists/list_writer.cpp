// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/list_writer.h"

#include "pipeline/files/csv.h"

namespace guidang::lists {
namespace {

using Part = ListTemplate::Part;

// Spreadsheets in China take a file without it for GBK.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kFlushFrom = 1U << 18;
constexpr std::string_view kProvisional = "预编";

std::vector<std::string> heading(ListKind kind) {
  if (kind == ListKind::filed) {
    return {"序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "保管期限", "备注"};
  }
  return {"序号", "文号", "责任者", "题名", "日期", "密级", "页数", "不归档依据", "备注"};
}

std::vector<std::string> cells(ListKind kind, const std::string& number, const ListRow& row,
                               const std::string& remarks) {
  if (kind == ListKind::filed) {
    return {number,   row.code,    row.document_number, row.creator, row.title,
            row.date, row.secrecy, row.pages,           row.period,  remarks};
  }
  return {number,      row.document_number, row.creator, row.title, row.date,
          row.secrecy, row.pages,           row.reason,  remarks};
}

std::string remarks_of(const ListRow& row) {
  if (!row.provisional) return row.remarks;
  std::string remarks(kProvisional);
  if (!row.remarks.empty()) remarks.append(" ").append(row.remarks);
  return remarks;
}

}  // namespace

void ListSummary::add(const ListRow& row) {
  ++count_;
  provisional_ = provisional_ || row.provisional;
  Table& table = tables_[row.series];
  if (table.count++ == 0) {
    table.first = row.code;
    table.period = row.period;
  }
  table.last = row.code;
  table.mixed = table.mixed || table.period != row.period;
}

std::string_view file_stem(ListKind kind) {
  return kind == ListKind::filed ? "归档文件目录" : "不归档清单";
}

ListTemplate load_page(const Profile& profile, ListKind kind) {
  const bool filed = kind == ListKind::filed;
  for (const profile::Element* list : profile.section("catalogue").all("list")) {
    if (list->attribute("id") == (filed ? "filed" : "not-filed")) {
      return ListTemplate::load(profile.data_root() / list->required("template"));
    }
  }
  return ListTemplate::load(profile.data_root() / "templates/catalogues" /
                            (filed ? "filed.html" : "not-filed.html"));
}

ListWriter::ListWriter(const std::filesystem::path& folder, ListKind kind, int year,
                       const ListTemplate& page, const ListHead& head, const ListSummary& summary)
    : kind_(kind),
      page_(page),
      summary_(summary),
      html_(folder / (std::string(file_stem(kind)) + ".html")),
      csv_(folder / (std::string(file_stem(kind)) + ".csv")) {
  values_["list"] = file_stem(kind);
  values_["fonds_code"] = head.fonds_code;
  values_["fonds_name"] = head.fonds_name;
  values_["date"] = head.date;
  values_["sealed_by"] = head.sealed_by;
  values_["checked_by"] = head.checked_by;
  if (year > 0) values_["year"] = std::to_string(year);
  if (head.edition > 0) values_["edition"] = std::to_string(head.edition);
  values_["count"] = std::to_string(summary.count());
  values_["tables"] = std::to_string(summary.tables().size());
  if (summary.provisional()) values_["draft"] = "未定稿";
  page_.render(Part::before, values_, html_bytes_);
  csv_bytes_ = kByteOrderMark;
  files::write_csv_row(csv_bytes_, heading(kind));
}

void ListWriter::begin_table(const std::string& series) {
  const auto table = summary_.tables().find(series);
  // A series ends in the sign before the running number.
  values_["series"] = series.substr(0, series.find_last_not_of('-') + 1);
  if (table != summary_.tables().end()) {
    values_["table_count"] = std::to_string(table->second.count);
    values_["first"] = table->second.first;
    values_["last"] = table->second.last;
    values_["mixed"] = table->second.mixed ? "yes" : "";
    values_["table_period"] = table->second.mixed ? "" : table->second.period;
  }
  page_.render(Part::table_head, values_, html_bytes_);
  series_ = series;
  number_ = 0;
}

void ListWriter::end_table() {
  if (series_) page_.render(Part::table_foot, values_, html_bytes_);
}

void ListWriter::add(const ListRow& row) {
  if (series_ != row.series) {
    end_table();
    begin_table(row.series);
  }
  const std::string number = std::to_string(++number_);
  const std::string remarks = remarks_of(row);
  values_["number"] = number;
  values_["code"] = row.code;
  values_["document_number"] = row.document_number;
  values_["creator"] = row.creator;
  values_["title"] = row.title;
  values_["row_date"] = row.date;
  values_["secrecy"] = row.secrecy;
  values_["pages"] = row.pages;
  values_["period"] = row.period;
  values_["remarks"] = remarks;
  values_["provisional"] = row.provisional ? kProvisional : "";
  values_["reason"] = row.reason;
  page_.render(Part::row, values_, html_bytes_);
  files::write_csv_row(csv_bytes_, cells(kind_, number, row, remarks));
  flush(false);
}

void ListWriter::flush(bool all) {
  if (all || html_bytes_.size() >= kFlushFrom) {
    html_.write(html_bytes_);
    html_bytes_.clear();
  }
  if (all || csv_bytes_.size() >= kFlushFrom) {
    csv_.write(csv_bytes_);
    csv_bytes_.clear();
  }
}

void ListWriter::finish() {
  end_table();
  page_.render(Part::after, values_, html_bytes_);
  flush(true);
  csv_.commit();
  html_.commit();
}

}  // namespace guidang::lists
