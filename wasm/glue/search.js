// Folding and search: texts go to the module as UTF-16 units in its scratch memory.
const forgotten = new FinalizationRegistry((close) => close());

export function searchOf(module) {
  /** Puts texts into the scratch memory, one behind the other; gives the place of the first unit. */
  const write = (...texts) => {
    const text = texts.join("");
    const start = module.scratch(2 * text.length) / 2;
    if (!start && text) throw new RangeError("text too long");
    for (let i = 0; i < text.length; ++i) module.HEAPU16[start + i] = text.charCodeAt(i);
    return start;
  };
  return {
    fold(text) {
      const start = write(text);
      const folded = module.HEAPU16.subarray(start, start + module.fold(text.length));
      let result = "";
      for (const unit of folded) result += String.fromCharCode(unit);
      return result;
    },
    search(entries) {
      const catalogue = module.openCatalogue();
      for (const { prefecture, facility, name } of entries) {
        write(facility, name);
        module.add(catalogue, Number(prefecture), facility.length, name.length);
      }
      const search = {
        find({ prefecture = "", facility = "", name = "" }) {
          write(facility, name);
          const count = module.find(catalogue, Number(prefecture), facility.length, name.length);
          const start = module.foundAddress(catalogue) / 4;
          return module.HEAPU32.slice(start, start + count);
        },
      };
      forgotten.register(search, () => module.closeCatalogue(catalogue));
      return search;
    },
  };
}
