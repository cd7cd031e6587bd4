import {createAuthListener} from '../examples/auth/node.mjs';
import {readSettings} from '../examples/auth/settings.mjs';

const ownAddress = /^(?<base>(?:\/w\/[\w-]{1,64})?)\/auth\//;
const loopback = /^(localhost|127\.0\.0\.1|[\w-]+\.localhost):\d+$/;

/**
 * The sign-in of `examples/auth`, as a merchant would run it, for the demo's shop on Steam. PayNow and Steam are played
 * by the sandbox at `apiUrl`; each of its worlds has a sign-in of its own under `/w/NAME/auth/`.
 * @returns a function that answers a request, or says that it is not for it.
 */
export const createDemoAuth = (apiUrl, storeId) => {
  const listeners = new Map();
  const listenerFor = (host, base) => {
    const site = `http://${host}`;
    const key = `${site}${base}`;
    const settings = () => readSettings({
      PAYNOW_STORE_ID: storeId,
      PAYNOW_API_KEY: 'demo-rustborn-key',
      SITE_URL: site,
      AUTH_URL: `${site}${base}/auth`,
      PAYNOW_API_URL: `${apiUrl}${base}`,
      STEAM_URL: `${apiUrl}${base}/openid/login`,
    });
    const listener = listeners.get(key) ?? createAuthListener(settings());
    listeners.set(key, listener);
    return listener;
  };
  return async (request, response) => {
    const base = ownAddress.exec(request.url)?.groups.base;
    const {host = ''} = request.headers;
    if (base === undefined || !loopback.test(host)) return false;
    await listenerFor(host, base)(request, response);
    return true;
  };
};
