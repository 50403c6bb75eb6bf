#include "server/program/command_line.hpp"

int main(int count, char** arguments) {
  return senkoi::server::runCommand(count, arguments);
}
