import {registry} from '../store/registry.js';
import {arrive, measure} from './page-acts.js';

export {consent, press} from './page-acts.js';

// The loader brings this with the first address that asks for something, or the first element of the page with
// `data-paynow`; presses of these are handed to it, and what else follows is looked after from here.
addEventListener('hashchange', () => void arrive().catch(() => {}));
arrive().catch(() => {});
registry.addEventListener('change', () => registry.page.config.analytics && void measure().catch(() => {}));
