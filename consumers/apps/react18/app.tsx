import type {ElementEventMap, PaynowAddButton, PaynowCart} from 'paynow-elements';
import 'paynow-elements/react';
import {useEffect, useRef, useState} from 'react';

export const App = () => {
  const button = useRef<PaynowAddButton>(null);
  const cart = useRef<PaynowCart>(null);
  const [quantity, setQuantity] = useState(1);
  const [isOff, setOff] = useState(false);
  const [heard, setHeard] = useState('');
  useEffect(() => {
    const hear = ({detail: {line}}: ElementEventMap['paynow-add']) => setHeard(`${line.quantity} × ${line.productId}`);
    const element = button.current;
    element?.addEventListener('paynow-add', hear);
    return () => element?.removeEventListener('paynow-add', hear);
  }, []);
  return (
    <>
      <paynow-add-button
        ref={button}
        product-id="vip"
        quantity={quantity}
        disabled={isOff || undefined}
        class="buy"
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
