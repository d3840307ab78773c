# SPDX-License-Identifier: GPL-3.0-or-later
# npm ci into the build folder. Scripts of packages are not run.
function(give_up ZH EN)
  message(FATAL_ERROR "\n错误：${ZH}\nerror: ${EN}\n")
endfunction()

file(MAKE_DIRECTORY "${BUILD}")
if(MODULES)
  # Made elsewhere: taken as it is, if it is what the lock file names.
  file(READ "${LOCK}/package-lock.json" lock)
  string(JSON wanted GET "${lock}" packages node_modules/idiomorph version)
  if(NOT EXISTS "${MODULES}/idiomorph/package.json")
    give_up("${MODULES} 里没有 idiomorph" "there is no idiomorph in ${MODULES}")
  endif()
  file(READ "${MODULES}/idiomorph/package.json" package)
  string(JSON found GET "${package}" version)
  if(NOT found STREQUAL wanted)
    give_up("idiomorph 应为 ${wanted}，实为 ${found}" "idiomorph should be ${wanted}, is ${found}")
  endif()
else()
  find_program(NPM npm)
  if(NOT NPM)
    give_up("没有 npm（首次构建需要）；请安装 nodejs 与 npm，或以 -DGUIDANG_NODE_MODULES=目录 指定现成的包"
            "npm is not there (the first build needs it); install nodejs and npm, or name packages that you have by -DGUIDANG_NODE_MODULES=FOLDER")
  endif()
  configure_file("${LOCK}/package.json" "${BUILD}/package.json" COPYONLY)
  configure_file("${LOCK}/package-lock.json" "${BUILD}/package-lock.json" COPYONLY)
  set(which --omit=dev)
  if(FOR_TESTS)
    set(which --include=dev)
  endif()
  execute_process(
    COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --prefer-offline ${which}
    WORKING_DIRECTORY "${BUILD}"
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message("${said}")
    give_up("npm ci 没有成功（首次构建需要能访问 npm 的网络）；也可以 -DGUIDANG_NODE_MODULES=目录 指定现成的包"
            "npm ci did not succeed (the first build needs a network that reaches npm); or name packages that you have by -DGUIDANG_NODE_MODULES=FOLDER")
  endif()
endif()
file(TOUCH "${BUILD}/packages.stamp")
