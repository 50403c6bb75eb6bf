# find_package(senkoi): the target senkoi::core, the rules of Senkoi.
include("${CMAKE_CURRENT_LIST_DIR}/senkoi-targets.cmake")
