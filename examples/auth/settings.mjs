const isLoopback = host => /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(host);

const address = (name, value, errors) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe = url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (!isSafe || url.username || url.search || url.hash) {
    errors.push(`${name} is "${value}": write a whole https address without ? and #, such as https://shop.example.`);
    return undefined;
  }
  return url.href.replace(/\/+$/, '');
};

const required = {
  PAYNOW_STORE_ID: 'write the digits of your store id (PayNow dashboard, store settings)',
  PAYNOW_API_KEY: 'create an API key in the PayNow dashboard and give it to this server only',
  SITE_URL: 'write the address of the site with your shop, such as https://shop.example',
};

/**
 * Reads the settings from the environment.
 * @throws {Error} with one sentence for each that is missing or cannot be right.
 */
export const readSettings = env => {
  const errors = Object.entries(required)
    .filter(([name]) => !env[name]?.trim())
    .map(([name, mend]) => `${name} is not set: ${mend}.`);
  const value = name => env[name]?.trim() ?? '';
  const storeId = value('PAYNOW_STORE_ID');
  if (storeId && !/^\d{1,20}$/.test(storeId)) {
    errors.push(`PAYNOW_STORE_ID is "${storeId}": ${required.PAYNOW_STORE_ID}.`);
  }
  const apiKey = value('PAYNOW_API_KEY').replace(/^apikey\s+/i, '');
  // The key also makes the keys of the cookies, which a short one could not protect.
  if (apiKey && !/^[\x21-\x7e]{16,}$/.test(apiKey)) {
    errors.push('PAYNOW_API_KEY is no API key: it is one word of at least 16 characters.');
  }
  const site = value('SITE_URL') && address('SITE_URL', value('SITE_URL'), errors);
  const siteOrigin = site ? new URL(site).origin : '';
  const ownAuth = `${siteOrigin || 'https://shop.example'}/auth`;
  const settings = {
    storeId,
    apiKey,
    siteUrl: site,
    siteOrigin,
    authUrl: address('AUTH_URL', value('AUTH_URL') || ownAuth, errors),
    apiUrl: address('PAYNOW_API_URL', value('PAYNOW_API_URL') || 'https://api.paynow.gg', errors),
    steamUrl: address('STEAM_URL', value('STEAM_URL') || 'https://steamcommunity.com/openid/login', errors),
  };
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return settings;
};
