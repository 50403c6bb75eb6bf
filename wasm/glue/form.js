// A form in the module's memory. JavaScript writes UTF-16 units straight into the slots; no text is copied or decoded.
const none = Object.freeze([]);

/** Where each form lies, for comparing two. */
const addresses = new WeakMap();

/** Gives the memory of forms back once the page has forgotten them. */
const forgotten = new FinalizationRegistry(([module, address]) => module.close(address));

/**
 * @param known {number, items, rooms}: what the module's description says of this form
 * @param codes key and severity by number
 * @returns {form, address}: the form as the page sees it, and where its block lies
 */
export function openForm(module, { number, items, rooms }, codes) {
  let { HEAPU8: bytes, HEAPU16: units, HEAPU32: integers } = module; // held here: the memory never grows, and asking the module costs
  const address = module.open(number);
  if (!address) throw new RangeError("out of memory: close forms");
  const lengths = address / 4;
  const starts = [];
  let unit = address / 2 + 2 * items.length;
  for (const room of rooms) {
    starts.push(unit);
    unit += room;
  }
  const findings = 2 * unit;
  const places = new Map(items.map((item, place) => [item, place]));

  const placeOf = (item) => {
    const place = places.get(item);
    if (place === undefined) throw new RangeError(`no item ${item}`);
    return place;
  };
  const finding = (place, known) => {
    const { code, severity } = codes[known];
    return { field: items[place], code, severity };
  };

  const write = (place, value) => {
    if (typeof value != "string") throw new TypeError(`no text: ${items[place]}`);
    const start = starts[place];
    const length = Math.min(value.length, rooms[place]);
    for (let i = 0; i < length; ++i) units[start + i] = value.charCodeAt(i);
    integers[lengths + place] = length;
  };

  const form = {
    items,
    set(item, value) {
      write(placeOf(item), value);
    },
    fill(values) {
      let next = 0; // most objects name their items in the form's order
      if (values[Symbol.iterator]) values = Object.fromEntries(values);
      for (const item in values) {
        const place = items[next] === item ? next : placeOf(item);
        write(place, values[item]);
        next = place + 1;
      }
    },
    get(item) {
      const place = placeOf(item);
      const start = starts[place];
      return String.fromCharCode.apply(null, units.subarray(start, start + integers[lengths + place]));
    },
    checkItem(item) {
      const place = placeOf(item);
      const code = module.checkItem(number, address, place);
      return code ? finding(place, code) : null;
    },
    check() {
      if (!module.check(number, address)) return none;
      const found = [];
      for (let place = 0; place < items.length; ++place) {
        const code = bytes[findings + place];
        if (code) found.push(finding(place, code));
      }
      return found;
    },
    changes(other) {
      if (other.items !== items || !addresses.has(other)) throw new RangeError("no form of the kind");
      const bits = module.changes(number, address, addresses.get(other));
      return items.filter((item, place) => (bits >> place) & 1);
    },
    values: () => Object.fromEntries(items.map((item) => [item, form.get(item)])),
    clear() {
      bytes.fill(0, address, findings + items.length);
    },
    close() {
      form.clear();
      if (forgotten.unregister(form)) module.close(address);
      addresses.delete(form);
      module = bytes = units = integers = none; // whoever goes on is told by the engine, and touches no memory of another form's
    },
  };
  form[Symbol.dispose ?? "close"] = form.close;
  addresses.set(form, address);
  forgotten.register(form, [module, address], form);
  return { form, address };
}
