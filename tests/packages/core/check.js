// What each fresh project asks of @senkoi/core: one item, a whole form, search, ceiling, calendar.

/** @param {import("../../../wasm/core.d.ts").Core} core */
export function check(core) {
  core.configure({ now: Date.UTC(2018, 9, 25), startYear: 2019 });
  const form = core.form("registration");
  form.set("registry_number", "１２３４５６");
  const one = form.checkItem("registry_number")?.code;
  const wrong = form.check().filter(({ severity }) => severity === "error").length;
  const programs = [{ prefecture: "13", facility: "東京ガンセンター", name: "内科" }, { prefecture: "27", facility: "大阪病院", name: "内科" }];
  const found = [...core.search(programs).find({ facility: "がんｾﾝﾀｰ" })];
  const round = { round: 1, registration_from: 10, registration_until: 20, adoption_from: 30, adoption_until: 40, notification_at: 50 };
  return {
    one, number: form.get("registry_number"), wrong, found,
    ceiling: core.ceilingFromPast([124, 125]), over: core.overCapacity(6, 5),
    periods: [9, 10, 20, 30, 50].map((now) => core.present([round], now).period),
  };
}

/** What every project must be told (M2.3a, M3.3, M3.4, M3.7, M4.1). */
export const told = {
  one: "registry_number_padded", number: "0123456", wrong: 13, found: [0], ceiling: 125, over: true,
  periods: ["before", "registration", "gap", "adoption", "notified"],
};
