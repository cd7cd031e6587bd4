// Steam speaks OpenID 2.0. Nothing that comes back through the browser is believed until Steam itself has confirmed it.
const openId = 'http://specs.openid.net/auth/2.0';
const anybody = `${openId}/identifier_select`;
const needed = ['op_endpoint', 'claimed_id', 'identity', 'return_to', 'response_nonce', 'assoc_handle'];
const account = /^https:\/\/steamcommunity\.com\/openid\/id\/(\d{17})$/;

/** Where shoppers are sent to prove their Steam account. Steam sends them back to `returnTo`, which lies in `realm`. */
export const steamAddress = (steamUrl, returnTo, realm) => `${steamUrl}?${new URLSearchParams({
  'openid.ns': openId,
  'openid.mode': 'checkid_setup',
  'openid.return_to': returnTo,
  'openid.realm': realm,
  'openid.identity': anybody,
  'openid.claimed_id': anybody,
})}`;

/** Whether the assertion was made just now: not more than five minutes ago, give or take two wrong clocks. */
const isFresh = (nonce, now) => {
  const made = Date.parse(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)[\x21-\x7e]{1,200}$/.exec(nonce)?.[1] ?? '');
  return made > now - 300_000 && made < now + 120_000;
};

/**
 * Looks at an assertion without asking anybody.
 * @returns `{steamId, nonce, fields}`, or `{fault}` with the reason for the site's log.
 */
export const readAssertion = (query, {steamUrl, returnTo, now}) => {
  const names = [...query.keys()];
  if (new Set(names).size < names.length) return {fault: 'a parameter came twice'};
  const value = name => query.get(`openid.${name}`) ?? '';
  if (value('ns') !== openId) return {fault: 'it is not OpenID 2.0'};
  if (value('mode') !== 'id_res') return {fault: 'its mode is not id_res'};
  if (value('op_endpoint') !== steamUrl) return {fault: 'it is not from Steam'};
  if (value('return_to') !== returnTo) return {fault: 'it was made for another address or another attempt'};
  const steamId = account.exec(value('claimed_id'))?.[1];
  if (!steamId) return {fault: 'it claims no Steam account'};
  if (value('identity') !== value('claimed_id')) return {fault: 'it names two accounts'};
  const signed = value('signed').split(',');
  if (needed.some(name => !signed.includes(name))) return {fault: 'not everything in it is signed'};
  if (!value('sig') || !value('assoc_handle')) return {fault: 'it has no signature'};
  if (!isFresh(value('response_nonce'), now)) return {fault: 'it is too old or from the future'};
  const fields = [...query].filter(([name]) => name.startsWith('openid.') && name !== 'openid.mode');
  return {steamId, nonce: value('response_nonce'), fields};
};

/** Asks Steam itself whether it has said this. @throws when Steam gives no answer that can be read. */
export const confirmWithSteam = async (steamUrl, fields, patience) => {
  const response = await fetch(steamUrl, {
    method: 'POST',
    headers: {accept: 'text/plain'},
    body: new URLSearchParams([...fields, ['openid.mode', 'check_authentication']]),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  if (response.status !== 200) throw new Error(`Steam answered ${response.status}`);
  const lines = (await response.text()).split('\n').map(line => line.trimEnd());
  const verdict = lines.filter(line => line.startsWith('is_valid:'));
  return lines.includes(`ns:${openId}`) && verdict.join() === 'is_valid:true';
};
