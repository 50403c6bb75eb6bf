// A form in the module's memory. JavaScript writes UTF-16 units straight into the slots; no text is copied or decoded.
const none = Object.freeze([]);

/** @param names {items, rooms}: what the module's description says of this form */
export class Form {
  #module;
  #number;
  #address;
  #places;
  #starts = [];
  #rooms;
  #codes;
  #codeAddress;

  constructor(module, number, { items, rooms }, codes) {
    this.items = items;
    this.#module = module;
    this.#number = number;
    this.#address = module.open(number);
    this.#places = new Map(items.map((item, place) => [item, place]));
    this.#rooms = rooms;
    this.#codes = codes;
    let unit = this.#address / 2 + 2 * items.length;
    for (const room of rooms) {
      this.#starts.push(unit);
      unit += room;
    }
    this.#codeAddress = 2 * unit;
  }

  #place(item) {
    const place = this.#places.get(item);
    if (place === undefined) throw new RangeError(`no item ${item}`);
    return place;
  }

  #finding(place, code) {
    return { field: this.items[place], code: this.#codes[code].key, severity: this.#codes[code].severity };
  }

  set(item, value) {
    const place = this.#place(item);
    const units = this.#module.HEAPU16;
    const start = this.#starts[place];
    const length = Math.min(value.length, this.#rooms[place]);
    for (let i = 0; i < length; ++i) units[start + i] = value.charCodeAt(i);
    this.#module.HEAPU32[this.#address / 4 + place] = length;
  }

  get(item) {
    const place = this.#place(item);
    const start = this.#starts[place];
    const length = this.#module.HEAPU32[this.#address / 4 + place];
    return String.fromCharCode.apply(null, this.#module.HEAPU16.subarray(start, start + length));
  }

  checkItem(item) {
    const place = this.#place(item);
    const code = this.#module.checkItem(this.#number, this.#address, place);
    return code ? this.#finding(place, code) : null;
  }

  check() {
    if (!this.#module.check(this.#number, this.#address)) return none;
    const found = [];
    for (let place = 0; place < this.items.length; ++place) {
      const code = this.#module.HEAPU8[this.#codeAddress + place];
      if (code) found.push(this.#finding(place, code));
    }
    return found;
  }

  clear() {
    this.#module.HEAPU8.fill(0, this.#address, this.#codeAddress);
  }

  /** For core.js: what the module's other functions take. */
  get address() {
    return this.#address;
  }
}
