// What must not compile, and what must. It is checked and never run.
import type {PaynowAddButton, PaynowCart} from 'paynow-elements';
import 'paynow-elements/preact';
import {createRef} from 'preact';

const button = createRef<PaynowAddButton>();
const cart = createRef<PaynowCart>();

export const right = [
  <paynow-store store-id="411486491630370816" checkout="overlay" theme="dark" auto-redirect />,
  <paynow-add-button ref={button} product-id="vip" quantity="2" customVariables={{name: 'Ada'}} onClick={() => {}} />,
  <paynow-add-button productId="vip" subscription onpaynow-add={event => event.currentTarget.showDone()} />,
  <paynow-price product-id="vip" show="all" taxNote={false} id="price" slot="price" lang="de" class="big" />,
];

export const wrong = [
  // @ts-expect-error: there is no such side.
  <paynow-cart side="left" />,
  // @ts-expect-error: there is no such attribute.
  <paynow-cart sides="end" />,
  // @ts-expect-error: Preact writes open-cart="false", which opens the cart.
  <paynow-add-button open-cart={false} />,
  // @ts-expect-error: the event has a line and no product.
  <paynow-add-button onpaynow-add={({detail}) => detail.product} />,
  // @ts-expect-error: that is the reference of another element.
  <paynow-add-button ref={cart} />,
];
