// For Cloudflare Workers and everything else that answers a Request with a Response: `fetch(request, env)`.
import {createAuth} from './core.mjs';
import {readSettings} from './settings.mjs';

let auth;

const notFound = () => new Response('There is no such page.', {status: 404});

// Cloudflare keeps this store for all machines. Without it each machine remembers by itself.
const claimIn = namespace => async (name, seconds) => {
  if ((await namespace.get(name)) !== null) return false;
  await namespace.put(name, '1', {expirationTtl: seconds});
  return true;
};

export default {
  async fetch(request, env) {
    try {
      auth ??= createAuth(readSettings(env), env.USED_NONCES ? {claim: claimIn(env.USED_NONCES)} : {});
    } catch (error) {
      console.error(error.message);
      return new Response('Signing in is not set up yet. The reason is in the log of this server.', {status: 500});
    }
    return (await auth(request)) ?? notFound();
  },
};
