/** All elements and the state behind them, for bundlers: importing this defines every tag. */
export * from './shop.js';
export {PaynowAddButton} from './elements/add-button.js';
export {PaynowBuyButton} from './elements/buy-button.js';
export {PaynowCart} from './elements/cart.js';
export {PaynowCartButton} from './elements/cart-button.js';
export {PaynowCartCount} from './elements/cart-count.js';
export {PaynowCartTotal} from './elements/cart-total.js';
export {PaynowCheckoutButton} from './elements/checkout-button.js';
export {PaynowCurrency} from './elements/currency.js';
export {PaynowNav} from './elements/nav.js';
export {PaynowOptions} from './elements/options.js';
export {PaynowOptionsDialog} from './elements/options-dialog.js';
export {PaynowPrice} from './elements/price.js';
export {PaynowProduct} from './elements/product.js';
export {PaynowProducts} from './elements/products.js';
export {PaynowStock} from './elements/stock.js';
export {PaynowStore} from './elements/store.js';
