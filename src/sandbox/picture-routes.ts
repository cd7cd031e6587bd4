import type {Call} from './call.js';
import {Refusal} from './errors.js';
import {face} from './images/face.js';
import {pictures} from './images/index.js';

const svg = (text: string): Response =>
  new Response(text, {headers: {'content-type': 'image/svg+xml', 'cross-origin-resource-policy': 'cross-origin'}});

/** `GET /images/SLUG.svg`: the picture of a product or of a store. */
export const picture = (_call: Call, slug: string): Response => {
  const draw = Object.hasOwn(pictures, slug) ? pictures[slug] : undefined;
  if (!draw) throw new Refusal(404, 'not-found', `There is no picture '${slug}'.`);
  return svg(draw());
};

/** `GET /avatars/ID.svg`: the face of a customer. */
export const avatar = ({world}: Call, id: string): Response => {
  const customer = world.customers.get(id);
  if (!customer) throw new Refusal(404, 'not-found', 'There is no such customer.');
  return svg(face(customer.name));
};
