# SPDX-License-Identifier: GPL-3.0-or-later
# Third-party libraries. Each has one owner folder, named beside it, which alone includes its
# headers; tests/unit/meta reads these comments and checks that.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Net)  # pipeline/text, index/web: patterns; HTTP
find_package(LibXml2 REQUIRED)                         # pipeline/xml
find_package(LibXslt REQUIRED)                         # pipeline/xml: pages
find_package(OpenSSL REQUIRED COMPONENTS Crypto)       # pipeline/files: digests
find_package(SQLite3 REQUIRED)                         # pipeline/register
find_package(ICU REQUIRED COMPONENTS uc i18n)          # pipeline/text: folding
find_package(nlohmann_json 3.11 REQUIRED)              # anywhere: facts, --json
find_package(fmt REQUIRED)                             # anywhere: text assembly
find_package(CLI11 REQUIRED)                           # pipeline/cli
find_package(ZLIB REQUIRED)                            # stages/extract/readers: gzip, objects of PDF
# libzip's own CMake file asks for tools that libzip-dev does not bring, so pkg-config it is.
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)          # pipeline/files
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)      # pipeline/text
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)     # index
pkg_check_modules(LIBGSF REQUIRED IMPORTED_TARGET libgsf-1)        # stages/extract/readers: OLE2
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)    # stages/extract/readers: PDF
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)    # stages/extract/readers: recognition
pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)         # stages/extract/readers: pictures
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)  # stages/extract/readers: tar, 7z, RAR
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)     # stages/extract/readers: mail
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo pangofc cairo-pdf fontconfig)  # pipeline/forms: PDF
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)  # pipeline/tables: XLSX out
