// How the loader's code is cut into files. Left to itself esbuild makes a file for every set of entries that share a
// module, eleven for a page with one add button. Few larger files compress better and come sooner.
import {dirname, posix, relative} from 'node:path';
import {root} from './sources.mjs';

/** What every page has at once: what elements are made of. What these import belongs to it too. */
const core = [
  'src/elements/product-button.ts',
  'src/elements/store-controller.ts',
  'src/elements/make.ts',
  'src/elements/define.ts',
  'src/elements/after-paint.ts',
  'src/elements/open-cart.ts',
  'src/elements/come-back.ts',
  'src/elements/load-texts.ts',
  'src/elements/page-asks.ts',
  'src/i18n/en/add.ts',
  'src/i18n/en/checkout.ts',
  'src/i18n/en/count.ts',
  'src/i18n/plural.ts',
];

/** What is loaded as one as soon as the first element asks its shop for something. */
const engine = ['src/store/engine.ts', 'src/elements/add-prepare.ts'];

/** What everything that is drawn from a template shares. */
const drawing = [
  'src/elements/template-element.ts',
  'src/elements/tokens.styles.ts',
  'src/elements/hold-page.ts',
  'src/elements/cart-icons.ts',
  'src/elements/deep-focus.ts',
  'src/i18n/format.ts',
  'src/i18n/en/cart.ts',
];

/** What is drawn from a template. */
const drawn = [
  'src/elements/cart.ts', 'src/elements/product.ts', 'src/elements/products.ts', 'src/elements/price.ts',
  'src/elements/stock.ts', 'src/elements/options.ts', 'src/elements/options-dialog.ts', 'src/elements/nav.ts',
  'src/elements/currency.ts', 'src/elements/promo-code.ts',
  'src/elements/sign-in.ts', 'src/elements/customer.ts', 'src/elements/checkout-overlay.ts',
  'src/elements/link-dialog.ts', 'src/elements/add-link.ts', 'src/elements/plain-html.ts',
];

/** What happens after a press, and what says what went wrong. */
const pressing = ['src/elements/announcer.ts', 'src/elements/report.ts', 'src/elements/sentence.ts'];

/** What puts a line into the cart. */
const acting = ['src/elements/add-action.ts', 'src/elements/press.ts', 'src/elements/line-request.ts'];

/** What needs a part of that. */
const acted = [...acting, 'src/elements/add-link.ts', 'src/elements/buy-action.ts'];

/** What changes the cart, and what comes only after that. */
const writing = ['src/store/cart-writer.ts'];
const written = [...writing, 'src/store/merge.ts', 'src/store/purchases.ts', 'src/store/locks-by-storage.ts'];

/** What is known of who shops and of their checkouts, shared by what changes the cart and what comes without that. */
const keeping = [
  'src/store/session-change.ts', 'src/store/page-memory.ts', 'src/api/line.ts', 'src/api/check-more.ts',
];
const kept = [
  ...written, 'src/store/own-session.ts', 'src/store/account.ts', 'src/store/returns.ts', 'src/store/trips.ts',
  'src/elements/resume.ts', 'src/elements/checkout-return.ts',
];

/** What speaks up after a press, beside all that is drawn from a template. */
const pressed = [
  'src/elements/add-action.ts', 'src/elements/checkout-action.ts', 'src/elements/buy-action.ts',
  'src/elements/checkout-door.ts', 'src/elements/report.ts', 'src/elements/sign-in-ask.ts', 'src/elements/resume.ts',
  'src/elements/checkout-sign-in.ts',
];

/** What shows products from more than one side. */
const catalogue = [
  'src/elements/product-element.ts', 'src/elements/price-parts.ts', 'src/elements/stock-parts.ts',
  'src/elements/product-facts.ts', 'src/elements/product-picture.ts', 'src/elements/product-parts.styles.ts',
  'src/elements/safe-url.ts', 'src/i18n/words.ts',
];

/** What shows products. */
const showing = [
  'src/elements/product.ts', 'src/elements/products.ts', 'src/elements/price.ts', 'src/elements/stock.ts',
  'src/elements/template-stamp.ts', 'src/elements/product-data.ts', 'src/elements/clean-html.ts',
];

/** What comes only after the engine, and so may count on all of it. */
const later = [
  'src/store/cart-writer.ts',
  'src/store/locks-by-storage.ts',
  'src/store/account.ts',
  'src/store/own-session.ts',
  'src/store/renewal.ts',
  'src/store/merge.ts',
  'src/store/guest-rules.ts',
  'src/elements/add-action.ts',
  'src/elements/buy-action.ts',
  'src/elements/checkout-action.ts',
  'src/elements/checkout-door.ts',
  'src/elements/checkout-sign-in.ts',
  'src/elements/resume.ts',
  'src/elements/sign-in-ask.ts',
  'src/elements/arrival.ts', 'src/elements/analytics.ts', 'src/elements/cart-promo.ts',
  'src/elements/checkout-return.ts',
  ...drawn,
  ...showing,
  'src/store/facts.ts',
  'src/store/warm.ts',
  'src/store/purchases.ts',
  'src/store/returns.ts',
  'src/store/trips.ts',
  'src/elements/cart-thanks.ts',
];

const groups = {core, engine, drawing, pressing, acting, writing, keeping, catalogue};

/** Where loading a file makes nothing happen. */
export const inert = [
  ...engine, ...pressing, ...acting, ...writing, ...keeping, 'group:pressing',
];

const star = file => `export * from './${file}';`;
/** The source file that a module means by a relative path. */
export const sourceOf = (importer, path) =>
  posix.join(relative(root, dirname(importer)), path.replace(/\.js$/, '.ts'));

const contentsOf = file => [
  "import 'group:core';",
  ...(engine.includes(file) || later.includes(file) ? ["import 'group:engine';"] : []),
  ...(drawn.includes(file) || showing.includes(file) ? ["import 'group:drawing';"] : []),
  ...(showing.includes(file) ? ["import 'group:catalogue';"] : []),
  ...([pressed, drawn, showing].some(list => list.includes(file)) ? ["import 'group:pressing';"] : []),
  ...(acted.includes(file) ? ["import 'group:acting';"] : []),
  ...(written.includes(file) ? ["import 'group:writing';"] : []),
  ...(kept.includes(file) ? ["import 'group:keeping';"] : []),
  ...(engine.includes(file) ? engine : [file]).map(star),
];

/** Modules come into one file when the same entries reach them: this makes every entry reach all of its groups. */
export const chunksPlugin = {
  name: 'chunks',
  setup: plugin => {
    const virtual = contents => ({contents: contents.join('\n'), resolveDir: root, loader: 'ts'});
    plugin.onResolve({filter: /^\.|^src\//}, ({kind, path, importer}) => {
      if (kind !== 'dynamic-import' && kind !== 'entry-point') return undefined;
      const file = kind === 'entry-point' ? path.replace(/^\.\//, '') : sourceOf(importer, path);
      return {path: engine.includes(file) ? engine[0] : file, namespace: 'entry'};
    });
    plugin.onLoad({filter: /.*/, namespace: 'entry'}, ({path}) => virtual(contentsOf(path)));
    plugin.onResolve({filter: /^group:/}, ({path}) => ({path: path.slice('group:'.length), namespace: 'group'}));
    plugin.onLoad({filter: /.*/, namespace: 'group'}, ({path}) => virtual(groups[path].map(star)));
  },
};
