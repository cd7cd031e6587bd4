import type {PaynowCart} from 'paynow-elements';
import 'paynow-elements/solid';
import {createSignal} from 'solid-js';

export const App = () => {
  let cart!: PaynowCart;
  const [quantity, setQuantity] = createSignal(1);
  const [isOff, setOff] = createSignal(false);
  const [heard, setHeard] = createSignal('');
  return (
    <>
      <paynow-add-button
        product-id="vip"
        quantity={quantity()}
        disabled={isOff()}
        open-cart={false}
        class="buy"
        on:paynow-add={({detail: {line}}) => setHeard(`${line.quantity} × ${line.productId}`)}
      >
        Buy VIP
      </paynow-add-button>
      <button onClick={() => setQuantity(quantity() + 1)}>More</button>
      <button onClick={() => setOff(!isOff())}>Switch</button>
      <button onClick={() => (cart.open = true)}>Show the cart</button>
      <output>{heard()}</output>
      <paynow-price product-id="vip" show="final" />
      <paynow-cart-button hide-when-empty />
      <paynow-cart ref={cart} side="start">
        <span slot="title">My things</span>
      </paynow-cart>
    </>
  );
};
