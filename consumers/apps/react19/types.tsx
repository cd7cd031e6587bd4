// What must not compile, and what must. It is checked and never run.
import type {PaynowAddButton, PaynowCart} from 'paynow-elements';
import 'paynow-elements/react';
import {createRef} from 'react';

const button = createRef<PaynowAddButton>();
const cart = createRef<PaynowCart>();

export const right = [
  <paynow-store store-id="411486491630370816" checkout="overlay" theme="dark" auto-redirect={false} />,
  <paynow-add-button ref={button} product-id="vip" quantity="2" customVariables={{name: 'Ada'}} onClick={() => {}} />,
  <paynow-add-button productId="vip" subscription onpaynow-add={event => event.currentTarget.showDone()} />,
  <paynow-price product-id="vip" show="all" tax-note id="price" slot="price" lang="de" style={{color: 'red'}} />,
  <paynow-products sort="-price" page-size={6} layout="row" onpaynow-before-add={event => event.preventDefault()} />,
];

export const wrong = [
  // @ts-expect-error: there is no such side.
  <paynow-cart side="left" />,
  // @ts-expect-error: there is no such attribute.
  <paynow-cart sides="end" />,
  // @ts-expect-error: there is no such element.
  <paynow-carts />,
  // @ts-expect-error: that is no number.
  <paynow-add-button quantity="many" />,
  // @ts-expect-error: the event has a line and no product.
  <paynow-add-button onpaynow-add={({detail}) => detail.product} />,
  // @ts-expect-error: that is the reference of another element.
  <paynow-add-button ref={cart} />,
  // @ts-expect-error: there is no such order.
  <paynow-products sort="cheap" />,
  // @ts-expect-error: a variable has a text.
  <paynow-buy-button customVariables={{count: 1}} />,
  // @ts-expect-error: an empty text is a property here, and false.
  <paynow-cart open="" />,
];
