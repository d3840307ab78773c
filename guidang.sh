#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole project from a fresh Debian 12: ./guidang.sh demo | test | build | serve
set -eu
cd "$(dirname "$0")"

PACKAGES='cmake ninja-build g++ pkg-config
  libpoco-dev libxml2-dev libxslt1-dev libxapian-dev libzip-dev libsqlite3-dev libicu-dev libuchardet-dev
  libssl-dev nlohmann-json3-dev libcli11-dev libfmt-dev zlib1g-dev libgsf-1-dev
  libpoppler-cpp-dev poppler-data libtesseract-dev libleptonica-dev tesseract-ocr-chi-sim
  libarchive-dev libgmime-3.0-dev libpango1.0-dev libcairo2-dev libxlsxwriter-dev
  fonts-noto-cjk fonts-arphic-gkai00mp fonts-dejavu-core'
TEST_PACKAGES='libgtest-dev libgmock-dev python3 xapian-omega xapian-tools libxml2-utils chromium'
# npm may come from elsewhere than Debian, whose package would drive that one out.
command -v npm >/dev/null 2>&1 || PACKAGES="$PACKAGES nodejs npm"

say() { printf '\n== %s\n' "$*" >&2; }
give_up() {
  printf '错误：%s\nerror: %s\n' "$1" "$2" >&2
  exit 3
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Installs what is missing of the packages named.
need() {
  missing=''
  for package in "$@"; do
    installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "安装 installing:$missing"
  command -v apt-get >/dev/null 2>&1 || give_up "没有 apt-get；请自行安装：$missing" \
    "there is no apt-get here; install these yourself:$missing"
  as_root=''
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || give_up "需要 root 才能安装：apt-get install$missing" \
      "root is needed once: apt-get install --no-install-recommends$missing"
    as_root=sudo
  fi
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq >&2 || give_up "无法取得软件包列表；请检查网络或 apt 源" \
    "the package lists could not be fetched; check the network or the apt sources"
  # shellcheck disable=SC2086
  $as_root apt-get install -y -qq --no-install-recommends $missing >&2 || give_up \
    "安装失败：$missing" "these could not be installed:$missing"
}

build() {
  # shellcheck disable=SC2086
  need $PACKAGES
  [ -f build/default/build.ninja ] && [ "$(cat build/default/.tests 2>/dev/null)" = "$1" ] ||
    { cmake --preset default -DGUIDANG_TESTS="$1" >/dev/null && echo "$1" >build/default/.tests; }
  cmake --build --preset default
}

demo() {
  build_for_use
  program=$PWD/build/default/guidang
  home=${1:-$(mktemp -d)/云溪}
  run_as_of='2024-01-15'
  say "建库 guidang init"
  "$program" init "$home" --fonds X043 --name 云溪县人民政府办公室 --profile tutorial
  say "接收一年公文 guidang run HOME samples/tutorial/2023"
  "$program" run "$home" samples/tutorial/2023 --as-of "$run_as_of" || [ $? -eq 1 ]
  say "待处理及原因 guidang status HOME"
  "$program" status "$home" || [ $? -eq 1 ]
  say "封存年度 guidang seal HOME 2023"
  "$program" seal "$home" 2023 --by 归档员 --checked-by 检查员 --as-of "$run_as_of" \
    --leave-held --why "待处理的下次补封 held ones follow in a later edition"
  "$program" run "$home" --as-of "$run_as_of" >/dev/null 2>&1 || [ $? -eq 1 ]
  say "移交包 guidang package HOME 2023"
  bundle=$("$program" package "$home" 2023 | tail -n 1)
  say "检验 guidang verify BUNDLE"
  "$program" verify "$bundle"
  say "检索 guidang search HOME 防汛"
  "$program" search "$home" 防汛 --limit 1
  printf '\n移交包 bundle  %s\n目录   list    %s\n' "$bundle" "$home/lists/2023/归档文件目录.html"
}

# The site over the homes named, or over a home of the demo's year.
serve() {
  build_for_use
  program=$PWD/build/default/guidang
  if [ $# -eq 0 ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    trap : INT  # the program ends by itself
    home=$folder/云溪
    say "演示用全宗库 a home for the demonstration: $home"
    "$program" init "$home" --fonds X043 --name 云溪县人民政府办公室 --profile tutorial >/dev/null
    "$program" run "$home" samples/tutorial/2023 --as-of 2024-01-15 >/dev/null 2>&1 || [ $? -eq 1 ]
    set -- "$home"
  fi
  say "检索网站 guidang serve"
  status=0
  "$program" serve "$@" || status=$?
  return $status
}

build_for_use() {
  if [ "$(cat build/default/.tests 2>/dev/null)" = ON ]; then build ON; else build OFF; fi
}

case ${1:-} in
  demo) shift; demo "$@" ;;
  build) build_for_use ;;
  test)
    # shellcheck disable=SC2086
    need $PACKAGES $TEST_PACKAGES
    build ON
    ctest --preset default
    ;;
  serve) shift; serve "$@" ;;
  *)
    printf '用法 usage: ./guidang.sh demo [HOME] | test | build | serve [HOME…]\n' >&2
    exit 2
    ;;
esac
