import {style} from './checkout-page.styles.js';
import {Markup, markup} from './markup.js';

/** What stands around the content of a page. */
export interface PageFrame {
  /** What the browser's tab says. */
  title: string;
  /** Whose page it is, in the header. */
  name: string;
  logo?: string;
  /** What kind of page it is, beside the name. */
  kind: string;
  foot: string;
  status?: number;
  /** The address of the only script that the page may run; without one it runs none. */
  script?: string | undefined;
  theme?: string | undefined;
  /** For that script. */
  orderId?: string;
}

/** A page of the sandbox, which people see in a browser of their own. It is never kept. */
export const pageOf = (page: PageFrame, body: Markup): Response => {
  const {title, name, logo, kind, foot, status = 200, script, theme = 'auto', orderId = ''} = page;
  const picture = logo === undefined ? '' : markup`<img src="${logo}" alt="" width="40" height="40">`;
  const {text} = markup`<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
<style>${new Markup(style)}</style>
</head>
<body data-order-id="${orderId}">
<header>${picture}<strong>${name}</strong>
<span>${kind}</span></header>
<main>${body}</main>
<footer>${foot}</footer>
${script === undefined ? '' : markup`<script src="${script}"></script>`}
</body>
</html>`;
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:"
        + (script === undefined ? '' : `; script-src ${script}`),
    },
  });
};
