// Who the applicants of the tests are, and how one gets a user ID by the API alone, for those who only have to be there.

/** The registration form of a person; the number makes the registry number their own. @param {number} number @returns {Record<string, string>} */
export const entries = (number) => ({
  family_name: "髙橋",
  given_name: "花子",
  registry_number: String(700_000 + number),
  licence_year: "2017",
  licence_month: "4",
  postal_code: "1130033",
  prefecture: "13",
  address: "文京区本郷１−２−３",
  phone: "03-1234-5678",
  residency_program: "千恋病院臨床研修プログラム",
  track: "program",
  regional_quota: "no",
  password: "Hanako2019x",
  password_again: "Hanako2019x",
});

/** The newest link to a page with a token, mailed to an address. @param {import("../harness/senkoi.js").Senkoi} senkoi @param {string} mail */
export async function linkFor(senkoi, mail, page = "/register.html") {
  const { links } = await senkoi.post.newest(mail, page);
  const link = links.find((each) => each.includes("#token=")) ?? "";
  return { link, token: link.slice(link.indexOf("#token=") + "#token=".length) };
}

/** @param {{status: number, body: any}} answer @param {number} status */
function expectStatus(answer, status) {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export class Member {
  cookie = "";

  /** @param {import("../harness/senkoi.js").Senkoi} senkoi @param {string} userId @param {string} password @param {string} mail */
  constructor(senkoi, userId, password, mail) {
    this.senkoi = senkoi;
    this.userId = userId;
    this.password = password;
    this.mail = mail;
  }

  async logIn() {
    const answer = await this.senkoi.send("POST", "/sessions", { user_id: this.userId, password: this.password });
    expectStatus(answer, 201);
    this.cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    return this;
  }

  /** As a page sends them that shows this member. */
  get headers() {
    return { cookie: this.cookie, "x-senkoi-acting-for": this.userId };
  }

  /** A request of the API within this member's session. @param {string} method @param {string} path @param {unknown} [body] */
  send(method, path, body) {
    return this.senkoi.send(method, path, body, this.headers);
  }

  async me() {
    return expectStatus(await this.send("GET", "/me"), 200);
  }

  /** @param {number} program */
  apply(program) {
    return this.send("POST", "/me/applications", { program_id: program });
  }
}

/**
 * Registers a person by the API, letter included.
 * @param {import("../harness/senkoi.js").Senkoi} senkoi @param {string} field @param {number} number @param {string} [mail]  their own; a household may share one
 */
export async function register(senkoi, field, number, mail = `colleague${number}@example.jp`) {
  expectStatus(await senkoi.send("POST", "/mail-addresses", { mail, field, language: "ja" }), 202);
  const { token } = await linkFor(senkoi, mail);
  expectStatus(await senkoi.send("POST", "/registrations/open", { token }), 200);
  const form = entries(number);
  const { user_id } = expectStatus(await senkoi.send("POST", "/registrations", { token, ...form }), 201);
  return new Member(senkoi, user_id, form.password ?? "", mail);
}
