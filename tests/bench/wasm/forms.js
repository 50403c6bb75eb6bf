// The forms that every contestant checks: one as it should be, one with five errors, one of which a single item changes at a time.
export const settings = { now: 1540436400000, startYear: 2019 };

export const valid = {
  family_name: "山田", given_name: "太郎", registry_number: "0567890", licence_year: "2017", licence_month: "3",
  postal_code: "100-0001", prefecture: "13", address: "千代田区千代田1-1", phone: "0312345678",
  residency_program: "千代田病院臨床研修プログラム", track: "program", curriculum_reason: "", curriculum_reason_text: "",
  regional_quota: "no", regional_quota_consent: "", password: "Sakura2019x", password_again: "Sakura2019x",
};

export const fiveErrors = {
  ...valid, registry_number: "1234", postal_code: "100-00", prefecture: "48", phone: "312345678", password_again: "Sakura2019y",
};
export const fiveNames = ["registry_number", "postal_code", "prefecture", "phone", "password_again"];

/** What a person types into one item, letter by letter: the whole form is judged after each. */
export const typed = Array.from("神奈川県横浜市中区山下町1-2-3", (_, at, all = "神奈川県横浜市中区山下町1-2-3") => all.slice(0, at + 1));
