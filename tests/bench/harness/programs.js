// What there is to apply to, as the browser's own search reads it.
export const fields = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, "0"));

/** Those that recruit in the first round. @returns {Promise<Map<string, {id: number, prefecture: string}[]>>} */
export async function programsByField({ origin }) {
  const catalogues = await Promise.all(fields.map(async (field) => (await fetch(`${origin}/api/v1/catalogue/${field}`)).json()));
  return new Map(catalogues.map(({ field, programs }) => [field, programs.filter(({ rounds }) => rounds.includes(1))]));
}
