// Signs what is kept in the browser's cookies, by web-standard crypto: it runs in Node 20 and in workers alike.
const utf8 = new TextEncoder();
const hmac = {name: 'HMAC', hash: 'SHA-256'};

const toText = bytes => btoa(String.fromCharCode(...bytes))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const toBytes = text =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

/** `length` random characters that may stand anywhere in an address or a cookie. */
export const randomText = length => toText(crypto.getRandomValues(new Uint8Array(length))).slice(0, length);

const keyFrom = (bytes, uses) => crypto.subtle.importKey('raw', bytes, hmac, false, uses);

/**
 * `{seal, open}` for one purpose. What was sealed for another purpose or with another secret does not open, nor what is
 * over. Sealing is not hiding: whoever has the cookie can read what is in it.
 */
export const createSeal = (secret, purpose) => {
  let derived;
  // A key of its own for each purpose, so that the secret itself never signs anything.
  const key = () => (derived ??= (async () => {
    const root = await keyFrom(utf8.encode(secret), ['sign']);
    const bytes = await crypto.subtle.sign('HMAC', root, utf8.encode(`paynow-elements ${purpose}`));
    return keyFrom(bytes, ['sign', 'verify']);
  })());
  return {
    seal: async (content, seconds) => {
      const body = toText(utf8.encode(JSON.stringify({...content, until: Math.floor(Date.now() / 1000) + seconds})));
      return `${body}.${toText(new Uint8Array(await crypto.subtle.sign('HMAC', await key(), utf8.encode(body))))}`;
    },
    open: async sealed => {
      const [, body, signature] = /^([\w-]{1,3000})\.([\w-]{43})$/.exec(sealed ?? '') ?? [];
      if (!body) return undefined;
      if (!(await crypto.subtle.verify('HMAC', await key(), toBytes(signature), utf8.encode(body)))) return undefined;
      const content = JSON.parse(new TextDecoder().decode(toBytes(body)));
      return content.until > Date.now() / 1000 ? content : undefined;
    },
  };
};
