// The registration form by hand, without a library: the least that JavaScript needs for the same refusals (M2.3 to M2.3h).
import { inFuture, isEntry, isLines, isText, patterns, read } from "./reading.js";

const choices = {
  track: new Set(["program", "curriculum"]),
  curriculum_reason: new Set(["", "duty", "regional", "other"]),
  regional_quota: new Set(["yes", "no"]),
  regional_quota_consent: new Set(["", "yes"]),
};

export default function create({ now }) {
  return (values) => {
    const form = read(values, now);
    const wrong = [];
    const need = (item, right) => right || wrong.push(item);
    need("family_name", isText(form.family_name, 1, 64));
    need("given_name", isText(form.given_name, 1, 64));
    need("registry_number", patterns.registryNumber.test(form.registry_number));
    const year = patterns.licenceYear.test(form.licence_year) && !inFuture(Number(form.licence_year), 1, now);
    const month = patterns.licenceMonth.test(form.licence_month);
    need("licence_year", year);
    need("licence_month", month && !(year && inFuture(Number(form.licence_year), Number(form.licence_month), now)));
    need("postal_code", patterns.postalCode.test(form.postal_code));
    need("prefecture", patterns.prefecture.test(form.prefecture));
    need("address", isText(form.address, 1, 200));
    need("phone", patterns.phone.test(form.phone));
    need("residency_program", isText(form.residency_program, 1, 100));
    need("track", choices.track.has(form.track));
    const reason = choices.curriculum_reason.has(form.curriculum_reason);
    need("curriculum_reason", reason && !(form.track === "curriculum" && form.curriculum_reason === ""));
    const text = isLines(form.curriculum_reason_text, 1000);
    need("curriculum_reason_text", text && !(form.curriculum_reason === "other" && form.curriculum_reason_text === ""));
    need("regional_quota", choices.regional_quota.has(form.regional_quota));
    const consent = choices.regional_quota_consent.has(form.regional_quota_consent);
    need("regional_quota_consent", consent && !(form.regional_quota === "yes" && form.regional_quota_consent === ""));
    need("password", patterns.password.test(form.password));
    const again = isEntry(form.password_again) && (form.password === "" || form.password === form.password_again);
    need("password_again", again);
    return wrong;
  };
}
