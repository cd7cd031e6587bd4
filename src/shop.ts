/** What sets up and reads a shop, without any element: for bundlers that bring single elements. */
export {PaynowError, isPaynowError} from './api/errors.js';
export type {PaynowErrorDetail, PaynowErrorInfo, PaynowErrorKind} from './api/errors.js';
export type {Cart, CartLine, CheckoutSession, Customer, Product} from './api/index.js';
export {loadLanguage, registerMessages} from './i18n/messages.js';
export type {Messages} from './i18n/en.js';
export type {CartState, CartStore, Notice, ShownCart, ShownLine} from './store/cart-store.js';
export type {Catalog, ProductEntry} from './store/catalog-store.js';
export type {Config, TokenSource} from './store/config.js';
export type {CheckoutOptions, ElementEventMap, LineRequest, ShopEventMap, SkippedLine} from './store/events.js';
export {configure, getShop} from './store/registry.js';
export type {Session, SessionState} from './store/session.js';
export type {Shop} from './store/shop.js';
