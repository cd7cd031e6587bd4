// What must not compile, and what must. It is checked and never run.
import type {PaynowAddButton, PaynowCart} from 'paynow-elements';
import 'paynow-elements/solid';

export let button: PaynowAddButton;
export let cart: PaynowCart;

export const right = () => [
  <paynow-store attr:store-id="411486491630370816" attr:checkout="overlay" attr:theme="dark" />,
  <paynow-add-button ref={button} product-id="vip" quantity="2" prop:customVariables={{name: 'Ada'}} />,
  <paynow-add-button bool:open-cart={false} subscription on:paynow-add={event => event.currentTarget.showDone()} />,
  <paynow-price product-id="vip" show="all" tax-note={false} id="price" slot="price" lang="de" classList={{big: true}} />,
];

export const wrong = () => [
  // @ts-expect-error: there is no such side.
  <paynow-cart side="left" />,
  // @ts-expect-error: nor as an attribute.
  <paynow-cart attr:side="left" />,
  // @ts-expect-error: the store has attributes and no properties.
  <paynow-store store-id="411486491630370816" />,
  // @ts-expect-error: there is no such attribute.
  <paynow-cart sides="end" />,
  // @ts-expect-error: the event has a line and no product.
  <paynow-add-button on:paynow-add={({detail}) => detail.product} />,
  // @ts-expect-error: that is the reference of another element.
  <paynow-add-button ref={cart} />,
];
