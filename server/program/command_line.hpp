// The program from outside: `senkoi serve|demo|migrate|backup|restore|export-static|audit verify|mail retry`. Every
// setting is one thing with three doors, --flag, SENKOI_FLAG in the environment, and `flag = value` in the file of
// --config, described once.
#pragma once

namespace senkoi::server {

// The exit status: 0 done, 1 failed (the reason on standard error), CLI11's own where the command line is wrong.
int runCommand(int count, char** arguments);

}  // namespace senkoi::server
