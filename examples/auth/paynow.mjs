// The three calls of PayNow's Management API that a sign-in needs. The API key leaves this server only to PayNow.

const isId = value => typeof value === 'string' && /^\d{1,20}$/.test(value);

/** `{customerOf, tokenOf}` for the store of the settings. @throws when PayNow does not answer as agreed. */
export const createPaynow = ({apiUrl, storeId, apiKey}, patience) => {
  const call = async (method, path, body) => {
    const response = await fetch(`${apiUrl}/v1/stores/${storeId}/customers${path}`, {
      method,
      headers: {
        authorization: `APIKey ${apiKey}`,
        accept: 'application/json',
        ...(body && {'content-type': 'application/json'}),
      },
      ...(body && {body: JSON.stringify(body)}),
      // A redirect would take the key somewhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const answer = await response.json().catch(() => undefined);
    return {status: response.status, answer};
  };
  const fail = (what, {status, answer}) => {
    const code = typeof answer?.code === 'string' ? ` ${answer.code.slice(0, 60)}` : '';
    return new Error(`PayNow answered ${status}${code} when ${what}`);
  };
  const lookUp = async steamId => {
    const found = await call('GET', `/lookup?steam_id=${steamId}`);
    if (found.status === 404) return undefined;
    if (found.status !== 200 || !isId(found.answer?.id)) throw fail('a customer was looked up', found);
    return found.answer.id;
  };
  return {
    /** The id of the customer with this Steam account, who is made if the store does not know them yet. */
    customerOf: async steamId => {
      const known = await lookUp(steamId);
      if (known) return known;
      const made = await call('POST', '', {steam_id: steamId});
      if (made.status === 200 && isId(made.answer?.id)) return made.answer.id;
      // Somebody who signs in twice at once is made once: the second attempt finds what the first one made.
      const again = made.status < 500 ? await lookUp(steamId) : undefined;
      if (again) return again;
      throw fail('a customer was made', made);
    },
    /** A fresh token of this customer; nothing when the store has no such customer any more. */
    tokenOf: async customerId => {
      const minted = await call('POST', `/${customerId}/tokens`);
      if (minted.status === 404) return undefined;
      const token = minted.answer?.token;
      if (minted.status !== 200 || typeof token !== 'string' || !token) throw fail('a token was made', minted);
      return token;
    },
  };
};
