#include "server/program/commands.hpp"

int main(int count, char** arguments) {
  return senkoi::server::runCommand(count, arguments);
}
