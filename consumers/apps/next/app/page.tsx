// A component of the server: importing the elements there does nothing.
import {PaynowCartCount} from 'paynow-elements';
import 'paynow-elements/react';
import {Shop} from './shop.tsx';

export default function Page() {
  return (
    <>
      <p>{typeof PaynowCartCount}</p>
      <Shop />
      <paynow-price product-id="vip" show="final" />
      <paynow-cart-button hide-when-empty />
    </>
  );
}
