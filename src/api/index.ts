/**
 * The typed client of PayNow's Storefront API. It runs in browsers and in Node 20 or later, and holds no state: make a
 * client, then hand it to the function of the route.
 */
export {createClient} from './client.js';
export type {CallOptions, Client, ClientOptions, TokenCall} from './client.js';
export {isPaynowError, PaynowError} from './errors.js';
export type {PaynowErrorDetail, PaynowErrorInfo, PaynowErrorKind} from './errors.js';
export {clearCart, createCartCheckout, putCartLine} from './cart.js';
export type {CartLineOptions} from './cart.js';
export {getCart, getProduct, getProducts} from './storefront.js';
export {getStore} from './store.js';
export type {CurrencyOption} from './storefront.js';
export {createCheckout} from './checkout.js';
export type {CheckoutLineOptions} from './checkout.js';
export type {CheckoutOptions} from './checkout-body.js';
export {authenticateCustomer, getCustomer} from './customer.js';
export {getOrders} from './orders.js';
export type {OrdersOptions} from './orders.js';
export {getNavlinks, getTags} from './navigation.js';
export type {LineOptions, PlatformAccount} from './line.js';
export type {Cart, CartLine, CartLineVariable} from './schemas/cart.js';
export type {CheckoutSession} from './schemas/checkout.js';
export type {Customer, CustomerProfile, CustomerToken} from './schemas/customer.js';
export type {Order} from './schemas/order.js';
export type {Navlink, Tag} from './schemas/navigation.js';
export type {Problem} from './schemas/problem.js';
export type {
  CustomVariable, CustomVariableOption, GameServer, Pricing, Product, ProductTag, Stock, Trial,
} from './schemas/product.js';
export type {Store} from './schemas/store.js';
