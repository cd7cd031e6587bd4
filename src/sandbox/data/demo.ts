import type {SandboxData} from '../seeds.js';
import {emberfall} from './emberfall.js';
import {emberfallCosmetics} from './emberfall-cosmetics.js';
import {emberfallCrates} from './emberfall-crates.js';
import {emberfallKits} from './emberfall-kits.js';
import {emberfallRanks} from './emberfall-ranks.js';
import {rustborn, rustbornProducts} from './rustborn.js';

/** The two demo shops with everything in them: Emberfall (Minecraft, euro) and Rustborn (Rust, dollar). */
export const demoData: Required<Omit<SandboxData, 'now' | 'basePath' | 'publicUrl'>> = {
  stores: [emberfall, rustborn],
  products: [
    ...emberfallRanks, ...emberfallCrates, ...emberfallKits, ...emberfallCosmetics, ...rustbornProducts,
  ],
  customers: [
    {
      id: '415208317459730432',
      store_id: emberfall.id,
      name: 'AshWalker',
      account: '8d5f2c1e-40b7-4c69-9f0a-6d2b7e13c5a4',
      edition: 'java',
    },
    {
      id: '418830962007216128',
      store_id: emberfall.id,
      name: 'Lumen_Fox',
      account: '3b1a97d2-5e0c-4f83-b6d4-0c9e58f7a216',
      edition: 'java',
    },
    {id: '523911840266719232', store_id: rustborn.id, name: 'Scrapjack', account: '76561198152492642'},
    {id: '524806117395202048', store_id: rustborn.id, name: 'Hazmat Hanna', account: '76561197960287930'},
  ],
  tokens: [
    {token: 'demo-customer', customer_id: '415208317459730432'},
    {token: 'demo-friend', customer_id: '418830962007216128'},
    {token: 'demo-rust', customer_id: '523911840266719232'},
    {token: 'expired-demo', customer_id: '415208317459730432', expires_at: '2025-01-01T00:00:00Z'},
  ],
  apiKeys: [
    {key: 'demo-emberfall-key', store_id: emberfall.id},
    {key: 'demo-rustborn-key', store_id: rustborn.id},
  ],
  promos: [
    {id: '530117742083284992', store_id: emberfall.id, code: 'EMBER10', permille: 100},
    {id: '530118306221330432', store_id: emberfall.id, code: 'GIFT-25', balance: 2500},
    {
      id: '530118910737199104', store_id: emberfall.id, code: 'EXPIRED', permille: 500,
      expires_at: '2025-02-01T00:00:00Z',
    },
    {id: '530119554424397824', store_id: rustborn.id, code: 'SCRAP20', permille: 200},
  ],
  unknownPlayers: ['NoSuchPlayer'],
};
