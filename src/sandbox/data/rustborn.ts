import type {ProductSeed, StoreSeed} from '../seeds.js';

/** The demo's second store: a Rust community, whose customers are Steam accounts. */
export const rustborn: StoreSeed = {
  id: '522597502741481927',
  slug: 'rustborn',
  name: 'Rustborn',
  platform: 'rust',
  currency: 'usd',
  description: 'Queue skips, kits and skins for the Rustborn servers.',
  website_url: 'https://rustborn.example',
  tags: [
    {id: '522600113498849280', slug: 'vip', name: 'VIP'},
    {id: '522600390180245504', slug: 'kits', name: 'Kits'},
    {id: '522600662843555840', slug: 'skins', name: 'Skins'},
  ],
  navlinks: [{tag: 'vip'}, {tag: 'kits', children: [{tag: 'skins'}]}],
};

const main = {id: '522811690305404928', name: 'EU Main', enabled: true};
const modded = {id: '522811963270889472', name: 'US 5x Modded', enabled: true};

/** Products of Rustborn, each with `price` in US cents. */
export const rustbornProducts: ProductSeed[] = [
  {
    id: '522930748116058112',
    store_id: rustborn.id,
    slug: 'rust-vip',
    name: 'Rustborn VIP',
    price: 1299,
    sort_order: 1,
    tags: ['vip'],
    description: '<p>Skip the queue, sign artist included.</p>',
    allow_subscription: true,
    remove_after: {value: 1, scale: 'month'},
  },
  {
    id: '522931022046040064',
    store_id: rustborn.id,
    slug: 'queue-skip',
    name: 'Queue Skip',
    price: 499,
    sort_order: 2,
    tags: ['vip'],
    description: '<p>Never wait on a wipe day. Three days to try it.</p>',
    allow_one_time_purchase: false,
    allow_subscription: true,
    trial: {value: 3, scale: 'day'},
  },
  {
    id: '522931290418606080',
    store_id: rustborn.id,
    slug: 'raider-kit',
    name: 'Raider Kit',
    price: 899,
    sort_order: 3,
    tags: ['kits'],
    description: '<p>Boots, bow and bandages after each wipe, on one server.</p>',
    single_game_server_only: true,
    gameservers: [main, modded],
  },
  {
    id: '522931566235123712',
    store_id: rustborn.id,
    slug: 'supply-drop',
    name: 'Supply Drop',
    price: 349,
    sort_order: 4,
    tags: ['kits'],
    description: '<p>Calls one plane to where you stand.</p>',
    stock: {per_customer: 5},
  },
  {
    id: '522931834687295488',
    store_id: rustborn.id,
    slug: 'furnace-skin',
    name: 'Furnace Skin',
    price: 249,
    sort_order: 5,
    tags: ['kits', 'skins'],
    description: '<p>Melts the same ore, looks better doing it.</p>',
    variables: [
      {
        id: '523017442906931200', identifier: 'finish', name: 'Finish', type: 'dropdown',
        options: [
          {name: 'Weathered', value: 'weathered', price: 0, is_default: true, sort_order: 1},
          {name: 'Hazard', value: 'hazard', price: 100, is_default: false, sort_order: 2},
        ],
      },
    ],
  },
];
