// How a phone number is shown: its characters go to the module, and come back, in its scratch memory.
const longest = 16;

export function phoneOf(module) {
  return {
    displayPhone(phone) {
      if (phone.length > longest) return phone;
      const start = module.scratch(4 * longest) / 2;
      for (let i = 0; i < phone.length; ++i) {
        if (phone.charCodeAt(i) > 0x7e) return phone;
        module.HEAPU16[start + i] = phone.charCodeAt(i);
      }
      return String.fromCharCode(...module.HEAPU16.subarray(start, start + module.displayPhone(phone.length)));
    },
  };
}
