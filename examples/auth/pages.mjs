// The two pages that shoppers may see on this server: why signing in did not work, and the end of a pop-up.
import {randomText} from './signed.mjs';

const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const style = `
:root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
body { display: grid; place-content: center; box-sizing: border-box; min-height: 100vh; margin: 0; padding: 1.5rem; }
main { max-width: 30rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
a { display: inline-block; margin: 0 .5rem .5rem 0; padding: .6rem 1.2rem; border: 1px solid; border-radius: .6rem;
  color: inherit; font-weight: 600; text-decoration: none; }
a:hover { text-decoration: underline; }
`;

const page = (status, title, body, data = '', script = '') => {
  const nonce = randomText(22);
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
<main><h1>${title}</h1>${body}</main>
${data}${script && `<script nonce="${nonce}">${script}</script>`}</html>
`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
};

/** Says what happened and where to go from here. */
export const sorryPage = (status, sentence, {again, back}) => page(status, 'You are not signed in', `
<p>${escape(sentence)}</p>
<p><a href="${escape(again)}">Try again</a><a href="${escape(back)}">Back to the shop</a></p>`);

// The token goes from this server into the message and is never part of the page. A pop-up that has lost the window
// which opened it becomes the shop.
const script = `
const {token, origin, back, isSignedIn} = JSON.parse(document.querySelector('#end').textContent);
const finish = async () => {
  if (!opener) return location.replace(back);
  if (isSignedIn) {
    const response = await fetch(token);
    if (response.status !== 200) throw new Error(response.status);
    const {customer_token, expires_at} = await response.json();
    opener.postMessage({type: 'paynow-sign-in', customer_token, expires_at}, origin);
  }
  close();
};
finish().catch(() => location.replace(back));
`;

/** The end of a pop-up: tells the shop's window, at its own origin only, who has signed in, and closes. */
export const popupPage = ({token, origin, back, isSignedIn}) => {
  const data = JSON.stringify({token, origin, back, isSignedIn}).replaceAll('<', '\\u003c');
  return page(200, isSignedIn ? 'You are signed in' : 'You are not signed in', `
<p>You can close this window.</p><p><a href="${escape(back)}">Back to the shop</a></p>`,
  `<script type="application/json" id="end">${data}</script>`, script);
};
