/** What the script for script tags needs of the shop, together with what every element is built on: one file. */
import './elements/come-back.js';
import './elements/define.js';
import './elements/make.js';
import './elements/paynow-element.js';
import './elements/store-controller.js';

export {isAsked} from './elements/page-asks.js';
export {loadTexts} from './elements/load-texts.js';
export {loadLanguage, registerMessages} from './i18n/messages.js';
export {readConfig} from './store/config.js';
export {configure, getShop, registry} from './store/registry.js';
