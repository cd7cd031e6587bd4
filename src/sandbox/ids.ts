/** Hash of a text as 32 hex digits: the same text always gives the same digits, and similar texts give unlike ones. */
export const hashOf = (text: string): string => {
  let out = '';
  for (let salt = 0; salt < 4; salt += 1) {
    let hash = 0x811c9dc5 ^ (salt * 0x9e3779b1);
    for (const char of `${salt}:${text}`) {
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    }
    out += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return out;
};

/** `length` random hex digits. Works on plain http too, where `crypto.randomUUID` is missing. */
export const randomHex = (length: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('').slice(0, length);
};

/** A maker of flake ids: 64-bit numbers as decimal strings, rising, and too large for a JavaScript number. */
export const idMaker = (): (() => string) => {
  let last = 655_481_900_130_304_000n;
  return () => {
    last += 4_194_304n + BigInt(Math.floor(Math.random() * 4096));
    return last.toString();
  };
};

/** Whether a text has the form of a flake id. */
export const isFlakeId = (text: string): boolean => /^[1-9]\d{0,18}$/.test(text);

/** A Minecraft UUID that always belongs to the same name. */
export const uuidOf = (name: string): string => {
  const hex = hashOf(name.toLowerCase());
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
