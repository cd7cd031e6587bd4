import type {ProductSeed} from '../seeds.js';
import {emberfall} from './emberfall.js';

/** Cosmetics: with a choice that costs more, with a text, with both, and with an amount off. */
export const emberfallCosmetics: ProductSeed[] = [
  {
    id: '413355609337565184',
    store_id: emberfall.id,
    slug: 'name-colour',
    name: 'Name Colour',
    price: 299,
    sort_order: 160,
    tags: ['cosmetics', 'chat'],
    description: '<p>Your name in colour, in chat and above your head.</p>',
    variables: [
      {
        id: '420131604937891840', identifier: 'colour', name: 'Colour', type: 'dropdown',
        description: 'You can change it once a month.',
        options: [
          {name: 'Rainbow', value: 'rainbow', price: 200, is_default: false, sort_order: 4},
          {name: 'Moss', value: 'moss', price: 0, is_default: true, sort_order: 1},
          {name: 'Lagoon', value: 'lagoon', price: 0, is_default: false, sort_order: 2},
          {name: 'Ember', value: 'ember', price: 50, is_default: false, sort_order: 3},
        ],
      },
    ],
  },
  {
    id: '413355964817301504',
    store_id: emberfall.id,
    slug: 'chat-prefix',
    name: 'Chat Prefix',
    price: 599,
    sort_order: 170,
    tags: ['cosmetics', 'chat'],
    description: '<p>A word of your own in front of your name.</p>',
    variables: [
      {
        id: '420131985034072064', identifier: 'prefix', name: 'Prefix', type: 'text',
        description: '2 to 12 letters or digits.', value_regex: '^[A-Za-z0-9]{2,12}$',
      },
    ],
  },
  {
    id: '413356322176442368',
    store_id: emberfall.id,
    slug: 'pet-fox',
    name: 'Fox Companion',
    price: 549,
    sort_order: 180,
    label: 'New',
    tags: ['cosmetics', 'pets', 'featured'],
    description: '<p>Follows you everywhere and steals nothing (yet).</p>',
    variables: [
      {
        id: '420132350198009856', identifier: 'coat', name: 'Coat', type: 'dropdown',
        options: [
          {name: 'Red', value: 'red', price: 0, is_default: true, sort_order: 1},
          {name: 'Snow', value: 'snow', price: 75, is_default: false, sort_order: 2},
        ],
      },
      {
        id: '420132721330970624', identifier: 'pet_name', name: 'Name', type: 'text',
        description: 'What the others will see.', value_regex: '^\\S.{0,15}$',
      },
    ],
  },
  {
    id: '413356680856518656',
    store_id: emberfall.id,
    slug: 'phoenix-wings',
    name: 'Phoenix Wings',
    price: 1199,
    sort_order: 190,
    label: '−€2',
    tags: ['cosmetics'],
    description: '<p>Wings of fire that burn nobody. A trail of sparks is included.</p>',
    sale: {id: '431770901353066496', name: 'Two off', type: 'amount', amount: 200},
  },
];
