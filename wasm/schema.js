// What a page needs to draw a form and to speak of it, made from files of this package: `words` is words/ja.json or words/en.json,
// `forms` is forms.json. Pure; knows no rule.

/** @param {string} text @param {Record<string, unknown>} values */
const filled = (text, values) => Object.entries(values).reduce((made, [name, value]) => made.replace(`{${name}}`, String(value)), text);

export function itemsOf(name, { words, forms, limits = {} }) {
  return forms[name].map((known) => {
    const item = { ...known, ...limits[known.name] };
    const { label, help } = words.items[`${name}.${item.name}`];
    const options = item.name === "prefecture" ? Object.entries(words.prefectures) : item.options.map((value) => [value, words.options[`${item.name}.${value}`]]);
    return { ...item, label, help: filled(help, item), options: options.map(([value, text]) => ({ value, label: text })) };
  });
}

export function sentenceOf(name, { field, code }, files) {
  const item = itemsOf(name, files).find((one) => one.name === field) ?? { label: field };
  return filled(files.words.codes[code], { label: item.label, min: item.min, max: item.max });
}

export function standardSchema(core, name, files) {
  const issue = (field, code) => ({ message: sentenceOf(name, { field, code }, files), path: [field] });
  const validate = (input) => {
    if (typeof input !== "object" || input === null) return { issues: [{ message: files.words.codes.malformed_json }] };
    const form = core.form(name);
    try {
      const issues = [];
      for (const [field, value] of Object.entries(input)) {
        if (!form.items.includes(field)) issues.push(issue(field, "unknown_item"));
        else if (typeof value === "string") form.set(field, value);
        else if (value !== undefined && value !== null) issues.push(issue(field, "not_a_text"));
      }
      for (const { field, code, severity } of form.check()) {
        if (severity === "error" && !issues.some(({ path }) => path[0] === field)) issues.push(issue(field, code));
      }
      return issues.length > 0 ? { issues } : { value: form.values() };
    } finally {
      form.close();
    }
  };
  return { "~standard": { version: 1, vendor: "senkoi", validate } };
}
