import type {Call} from './call.js';
import {bundle, frameScript} from './paynow-js.js';

const script = (text: string): Response => new Response(text, {
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
  },
});

/** `GET /paynow-js/bundle.js`: what stands in for PayNow.js; its part inside the frame is `frame.js`. */
export const paynowJs = (_call: Call, name: string): Response => script(name === 'frame' ? frameScript : bundle);
