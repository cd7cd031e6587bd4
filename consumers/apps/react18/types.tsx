// What must not compile, and what must. It is checked and never run.
import type {PaynowAddButton, PaynowCart} from 'paynow-elements';
import 'paynow-elements/react';
import {createRef} from 'react';

const button = createRef<PaynowAddButton>();
const cart = createRef<PaynowCart>();

export const right = [
  <paynow-store store-id="411486491630370816" checkout="overlay" theme="dark" />,
  <paynow-add-button ref={button} product-id="vip" quantity={2} open-cart class="buy" onClick={() => {}} />,
  <paynow-price product-id="vip" show="all" tax-note="" id="price" slot="price" lang="de" style={{color: 'red'}} />,
];

export const wrong = [
  // @ts-expect-error: there is no such side.
  <paynow-cart side="left" />,
  // @ts-expect-error: there is no such attribute.
  <paynow-cart sides="end" />,
  // @ts-expect-error: React 18 writes open="false", which opens the cart.
  <paynow-cart open={false} />,
  // @ts-expect-error: React 18 sets no properties.
  <paynow-add-button productId="vip" />,
  // @ts-expect-error: React 18 hears only the browser's own events.
  <paynow-add-button onpaynow-add={() => {}} />,
  // @ts-expect-error: React 18 writes an attribute of that name.
  <paynow-add-button className="buy" />,
  // @ts-expect-error: that is the reference of another element.
  <paynow-add-button ref={cart} />,
];
