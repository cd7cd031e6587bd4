import type {CallOptions, Client} from './client.js';
import {Store} from './schemas/store.js';
import {one} from './shape.js';

/** Reads the store: name, platform, currency. `GET /v1/store` */
export const getStore = async (client: Client, call?: CallOptions): Promise<Store> =>
  client.request({method: 'GET', path: '/v1/store', auth: 'optional', read: one(Store)}, call);
