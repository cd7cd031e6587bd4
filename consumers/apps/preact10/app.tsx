import type {PaynowCart} from 'paynow-elements';
import 'paynow-elements/preact';
import {useRef, useState} from 'preact/hooks';

export const App = () => {
  const cart = useRef<PaynowCart>(null);
  const [quantity, setQuantity] = useState(1);
  const [isOff, setOff] = useState(false);
  const [heard, setHeard] = useState('');
  return (
    <>
      <paynow-add-button
        product-id="vip"
        quantity={quantity}
        disabled={isOff}
        openCart={false}
        class="buy"
        onpaynow-add={({detail: {line}}) => setHeard(`${line.quantity} × ${line.productId}`)}
      >
        Buy VIP
      </paynow-add-button>
      <button onClick={() => setQuantity(quantity + 1)}>More</button>
      <button onClick={() => setOff(!isOff)}>Switch</button>
      <button onClick={() => cart.current && (cart.current.open = true)}>Show the cart</button>
      <output>{heard}</output>
      <paynow-price product-id="vip" show="final" />
      <paynow-cart-button hide-when-empty />
      <paynow-cart ref={cart} side="start">
        <span slot="title">My things</span>
      </paynow-cart>
    </>
  );
};
