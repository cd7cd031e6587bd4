import {registry} from '../store/registry.js';
import {isAsked} from './page-asks.js';
import {watchPresses} from './plain-press.js';

// What a page may use without any element of ours. Until it does, this is all that there is of it.
const load = () => import('./page-acts.js');
const call = (name: 'arrive' | 'measure'): void => {
  load().then(acts => acts[name]()).catch(() => {});
};

const arrive = (): unknown => isAsked() && call('arrive');

const {said} = registry;
// Of two copies of the script on a page, the first one does it.
if (globalThis.document && !said.has('')) {
  said.add('');
  arrive();
  addEventListener('hashchange', arrive);
  watchPresses(load);
  // What a page sets up later counts as well.
  registry.addEventListener('change', () => {
    arrive();
    if (registry.page.config.analytics) call('measure');
  });
}
