// The floor and ours: the same page, the same API.
import {createPaynow, idOf, settings} from './paynow-api.mjs';

const buttons = (tag, count) =>
  Array.from({length: count}, (_, index) =>
    `<p><${tag} product-id="${idOf(index)}">Buy product ${index}</${tag}></p>`).join('');

const drawnIn = tag => `(() => {
  const all = document.getElementsByTagName('${tag}');
  return index => {
    const button = all[index]?.shadowRoot?.querySelector('button');
    return button?.ariaDisabled === 'false' ? button : null;
  };
})()`;

export const floor = {
  name: 'Plain custom elements',
  about: 'written by hand for this comparison: `systems/floor-page.js`, minified',
  createApi: createPaynow,
  head: api => `<style>floor-add-button,floor-cart-button{display:inline-block;min-height:2.75rem}</style>
    <script defer src="/floor/floor.js" ${settings(api)}></script>`,
  body: count => `<floor-cart-button></floor-cart-button>${buttons('floor-add-button', count)}
    <floor-cart></floor-cart>`,
  button: drawnIn('floor-add-button'),
};

export const ours = {
  name: 'paynow-elements',
  about: 'the module build, with its stylesheet `paynow.css`',
  createApi: createPaynow,
  head: api => `<link rel="stylesheet" href="/ours/paynow.css">
    <script type="module" src="/ours/paynow.js" ${settings(api)}></script>`,
  body: count => `<paynow-cart-button></paynow-cart-button>${buttons('paynow-add-button', count)}
    <paynow-cart></paynow-cart>`,
  button: drawnIn('paynow-add-button'),
};

export const classic = {
  ...ours,
  name: 'paynow-elements, classic file',
  about: 'the one-file build for pages without modules',
  head: api => `<link rel="stylesheet" href="/ours/paynow.css">
    <script defer src="/ours/paynow.classic.js" ${settings(api)}></script>`,
};
