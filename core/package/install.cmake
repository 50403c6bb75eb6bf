# `cmake --install build/native --component core --prefix DIR` lays the rules where other programs find them: headers, library, and what
# find_package(senkoi) and pkg-config read. Nothing names the prefix, so the folder can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(cmake_files ${CMAKE_INSTALL_LIBDIR}/cmake/senkoi)

set_target_properties(senkoi_core PROPERTIES EXPORT_NAME core)
install(TARGETS senkoi_core EXPORT senkoi-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT core)
install(DIRECTORY include/senkoi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT core)
install(EXPORT senkoi-targets NAMESPACE senkoi:: DESTINATION ${cmake_files} COMPONENT core)

write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/senkoi-config-version.cmake COMPATIBILITY SameMinorVersion)
# Debian's library folder under /usr is lib/x86_64-linux-gnu: one folder deeper than elsewhere.
file(RELATIVE_PATH from_pkgconfig ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(package/senkoi-core.pc.in ${CMAKE_CURRENT_BINARY_DIR}/senkoi-core.pc @ONLY)
install(FILES package/senkoi-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/senkoi-config-version.cmake DESTINATION ${cmake_files}
        COMPONENT core)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/senkoi-core.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT core)
