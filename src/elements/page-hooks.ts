import {registry} from '../store/registry.js';
import {watchPresses} from './plain-press.js';

// What a page may use without any element of ours. Until it does, this is all that there is of it.
const load = () => import('./page-acts.js');
const call = (name: 'arrive' | 'measure'): void => {
  load().then(acts => acts[name]()).catch(() => {});
};

// A mark in the address may come from a partner, or a link that opens or fills the cart.
const arrive = (): unknown => /\?|#paynow-/.test(location.href) && call('arrive');

const {said} = registry;
// Of two copies of the script on a page, the first one does it.
if (globalThis.document && !said.has('')) {
  said.add('');
  arrive();
  addEventListener('hashchange', arrive);
  watchPresses(load);
  registry.addEventListener('change', () => registry.page.config.analytics && call('measure'));
}
