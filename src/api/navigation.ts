import type {CallOptions, Client} from './client.js';
import {Navlink, Tag} from './schemas/navigation.js';
import {listOf} from './shape.js';

/** Reads the store's tags; one that cannot be read is left out as in `getProducts`. `GET /v1/store/tags` */
export const getTags = async (client: Client, call?: CallOptions): Promise<Tag[]> =>
  client.request({method: 'GET', path: '/v1/store/tags', auth: 'optional', read: listOf(Tag, client.warn)}, call);

/**
 * Reads the store's navigation as a tree; a branch that cannot be read is left out as in `getProducts`.
 * `GET /v1/store/navlinks`
 */
export const getNavlinks = async (client: Client, call?: CallOptions): Promise<Navlink[]> => client.request({
  method: 'GET',
  path: '/v1/store/navlinks',
  auth: 'optional',
  read: listOf(Navlink, client.warn),
}, call);
