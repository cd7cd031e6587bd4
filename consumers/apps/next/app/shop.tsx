'use client';
import {configure} from 'paynow-elements';
import type {PaynowCart} from 'paynow-elements';
import 'paynow-elements/react';
import {useEffect, useRef, useState} from 'react';
import {shop} from '../../../shop.ts';

export const Shop = () => {
  const cart = useRef<PaynowCart>(null);
  const [quantity, setQuantity] = useState(1);
  const [isOff, setOff] = useState(false);
  const [heard, setHeard] = useState('');
  useEffect(() => void configure(shop()), []);
  return (
    <>
      <paynow-add-button
        product-id="vip"
        quantity={quantity}
        disabled={isOff}
        className="buy"
        onpaynow-add={({detail: {line}}) => setHeard(`${line.quantity} × ${line.productId}`)}
      >
        Buy VIP
      </paynow-add-button>
      <button onClick={() => setQuantity(quantity + 1)}>More</button>
      <button onClick={() => setOff(!isOff)}>Switch</button>
      <button onClick={() => cart.current && (cart.current.open = true)}>Show the cart</button>
      <output>{heard}</output>
      <paynow-cart ref={cart} side="start">
        <span slot="title">My things</span>
      </paynow-cart>
    </>
  );
};
