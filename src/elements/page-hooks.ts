import {registry} from '../store/registry.js';
import {pressedAt} from './plain-press.js';

// What a page may use without any element of ours. Until it does, this is all that there is of it.
const call = (name: 'arrive' | 'press' | 'measure', target?: HTMLElement): void => {
  import('./page-acts.js').then(acts => acts[name](target)).catch(() => {});
};

// A mark in the address may come from a partner, or a link that opens or fills the cart.
const arrive = (): unknown => /\?|#paynow-/.test(location.href) && call('arrive');

const meet = (event: Event): void => {
  const target = pressedAt(event);
  if (target) call('press', target);
};

const {said} = registry;
// Of two copies of the script on a page, the first one does it.
if (globalThis.document && !said.has('')) {
  said.add('');
  arrive();
  addEventListener('hashchange', arrive);
  addEventListener('click', meet);
  registry.addEventListener('change', () => registry.page.config.analytics && call('measure'));
}
