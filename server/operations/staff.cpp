// Who works here: invited, given programs, closed (S3, S4). Each change leaves a line in the audit log (S5).
#include "server/operations/staff_store.hpp"

namespace senkoi::server::store {
namespace {

std::string selectStaff(std::string_view rest) {
  return "SELECT " + columnList<Staff>("staff.") + std::string{rest};
}

// Role and field: no name, no address.
std::string postDetail(const Invitation& invitation) {
  std::string detail{name(invitation.role)};
  if (invitation.field) detail.append(" ").append(digits(*invitation.field).view());
  return detail;
}

std::string listedPrograms(std::span<const std::int64_t> programs) {
  std::string text;
  for (const std::int64_t program : programs) text.append(text.empty() ? "" : " ").append(std::to_string(program));
  return text;
}

}  // namespace

std::string auditName(std::int64_t staff) {
  return "staff " + std::to_string(staff);
}

std::vector<Staff> StaffStore::people() {
  static const std::string sql =
      selectStaff(" FROM staff WHERE closed_at IS NULL ORDER BY role = $1, role, field, name, id");
  std::vector<Staff> people;
  auto rows = database().query(sql, Role::director);
  while (rows.next()) people.push_back(readColumns<Staff>(rows));
  return people;
}

std::optional<Staff> StaffStore::staff(std::int64_t id) {
  static const std::string sql = selectStaff(" FROM staff WHERE id = $1");
  auto rows = database().query(sql, id);
  return rows.next() ? std::optional{readColumns<Staff>(rows)} : std::nullopt;
}

std::optional<Staff> StaffStore::active(std::int64_t id) {
  auto found = staff(id);
  return found && !found->closedAt ? found : std::nullopt;
}

std::vector<std::int64_t> StaffStore::programsOf(std::int64_t staff) {
  std::vector<std::int64_t> programs;
  auto rows = database().query("SELECT program FROM staff_program WHERE staff = $1 ORDER BY program", staff);
  while (rows.next()) programs.push_back(rows.integer(0));
  return programs;
}

std::vector<std::int64_t> StaffStore::programsInHand() {
  std::vector<std::int64_t> programs;
  auto rows = database().query(
      "SELECT DISTINCT program FROM staff_program"
      " WHERE EXISTS (SELECT 1 FROM staff_session WHERE staff_session.staff = staff_program.staff) ORDER BY program");
  while (rows.next()) programs.push_back(rows.integer(0));
  return programs;
}

// A director decides for programs of one field.
Code StaffStore::mayDirect(std::optional<Field> field, std::span<const std::int64_t> programs) {
  for (const std::int64_t program : programs) {
    const auto of = database().number("SELECT field FROM present_program WHERE id = $1", program);
    if (!of) return Code::programUnknown;
    if (!field || *of != number(*field)) return Code::programOfOtherField;
  }
  return Code::ok;
}

void StaffStore::setPrograms(std::int64_t staff, std::span<const std::int64_t> programs) {
  database().run("DELETE FROM staff_program WHERE staff = $1", staff);
  for (const std::int64_t program : programs) {
    database().run("INSERT INTO staff_program (staff, program) VALUES ($1, $2) ON CONFLICT DO NOTHING", staff, program);
  }
}

Staff StaffStore::insert(const Invitation& invitation, Instant now) {
  const std::int64_t id = database().insert(
      "INSERT INTO staff (mail, name, language, role, field, invited_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
      invitation.mail, invitation.name, invitation.language, invitation.role, invitation.field, now);
  setPrograms(id, invitation.programs);
  return *staff(id);
}

Outcome<Staff> StaffStore::invite(const Invitation& invitation, const Nonce& nonce, const Hash& token, Instant now,
                                  const Actor& actor) {
  if (database().number("SELECT 1 FROM staff WHERE mail = $1 AND closed_at IS NULL", invitation.mail))
    return Code::staffMailTaken;
  if (const Code code = mayDirect(invitation.field, invitation.programs); code != Code::ok) return code;
  const Staff invited = insert(invitation, now);
  openLink(invited, false, nonce, token, now);
  whole_.appendAudit(now, actor, "staff_invited", auditName(invited.id), postDetail(invitation));
  return invited;
}

Code StaffStore::direct(std::int64_t staff, std::span<const std::int64_t> programs, Instant now, const Actor& actor) {
  const auto director = active(staff);
  if (!director || director->role != Role::director) return Code::notFound;
  if (const Code code = mayDirect(director->field, programs); code != Code::ok) return code;
  setPrograms(staff, programs);
  whole_.appendAudit(now, actor, "staff_programs_set", auditName(staff), listedPrograms(programs));
  return Code::ok;
}

Code StaffStore::close(std::int64_t staff, Instant now, const Actor& actor) {
  if (!active(staff)) return Code::notFound;
  database().run("UPDATE staff SET closed_at = $2, password_hash = NULL, secret = NULL WHERE id = $1", staff, now);
  database().run("DELETE FROM staff_recovery_code WHERE staff = $1", staff);
  database().run("UPDATE staff_link SET superseded_at = $2 WHERE staff = $1 AND superseded_at IS NULL", staff, now);
  setPrograms(staff, {});
  endSessions(staff);
  whole_.appendAudit(now, actor, "staff_closed", auditName(staff));
  return Code::ok;
}

Staff StaffStore::add(const Invitation& invitation, const Joining& joining, Instant now) {
  const Staff added = insert(invitation, now);
  setAccess(added.id, joining, now);
  whole_.appendAudit(now, {}, "staff_joined", auditName(added.id), postDetail(invitation));
  return *staff(added.id);
}

}  // namespace senkoi::server::store
