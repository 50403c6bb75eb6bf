// The registration form by ajv's standalone code (made by build.js from ajv_schema.js), and by hand what a schema cannot say.
import validate from "#ajv-standalone";
import { inFuture, patterns, read } from "./reading.js";

export default function create({ now }) {
  return (values) => {
    const form = read(values, now);
    const wrong = new Set();
    if (!validate(form)) for (const { instancePath } of validate.errors) if (instancePath) wrong.add(instancePath.slice(1));
    if (!wrong.has("licence_year") && inFuture(Number(form.licence_year), 1, now)) wrong.add("licence_year");
    const month = !wrong.has("licence_year") && patterns.licenceMonth.test(form.licence_month);
    if (month && inFuture(Number(form.licence_year), Number(form.licence_month), now)) wrong.add("licence_month");
    if (form.password !== "" && form.password_again !== "" && form.password !== form.password_again) wrong.add("password_again");
    return [...wrong];
  };
}
