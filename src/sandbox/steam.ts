import type {Call} from './call.js';
import {randomHex} from './ids.js';

/** OpenID 2.0, by its own name. */
export const openId = 'http://specs.openid.net/auth/2.0';

/** The fields that Steam signs, in its order. */
const steamSigns = ['signed', 'op_endpoint', 'claimed_id', 'identity', 'return_to', 'response_nonce', 'assoc_handle'];

/** What may be different in an assertion that is made for a test. */
interface Differences {
  /** Other values for the fields; null leaves one out. */
  changes?: Record<string, unknown>;
  /** Which fields are signed. */
  names?: string[] | undefined;
  /** Whether it is confirmed more than once. */
  again?: boolean;
}

/** Where the pretend Steam lives in this world. */
export const steamEndpoint = (base: string): string => `${base}/openid/login`;

const signedText = (names: readonly string[], valueOf: (name: string) => string | null | undefined): string =>
  names.map(name => `${name}:${valueOf(name) ?? ''}\n`).join('');

/** What the pretend Steam says about an account, as the parameters that it adds to `return_to`. */
export const assertionOf = (
  {world, base}: Call, account: string, returnTo: string, {changes = {}, names, again = false}: Differences = {},
): Record<string, string> => {
  const claimed = `https://steamcommunity.com/openid/id/${account}`;
  const usual: Record<string, unknown> = {
    ns: openId,
    mode: 'id_res',
    op_endpoint: steamEndpoint(base),
    claimed_id: claimed,
    identity: claimed,
    return_to: returnTo,
    response_nonce: `${new Date(world.now()).toISOString().slice(0, 19)}Z${randomHex(16)}`,
    assoc_handle: '1234567890',
    signed: (names ?? steamSigns).join(','),
    ...changes,
  };
  const given = Object.entries(usual).filter(([, value]) => typeof value === 'string') as [string, string][];
  const fields = Object.fromEntries(given);
  const sig = randomHex(40);
  const text = signedText((fields['signed'] ?? '').split(','), name => fields[name]);
  world.assertions.set(sig, {text, again});
  return Object.fromEntries([...given, ['sig', sig]].map(([name, value]) => [`openid.${name}`, value ?? '']));
};

/** Whether the pretend Steam has said exactly this; it says so once. */
export const isConfirmed = ({world}: Call, params: URLSearchParams): boolean => {
  const sig = params.get('openid.sig') ?? '';
  const names = (params.get('openid.signed') ?? '').split(',');
  const entry = world.assertions.get(sig);
  const isTrue = entry?.text === signedText(names, name => params.get(`openid.${name}`));
  if (isTrue && !entry.again) world.assertions.delete(sig);
  return isTrue;
};
