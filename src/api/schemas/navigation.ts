import * as z from 'zod/mini';
import {integer} from './integer.js';

/** A tag of the store, to group its products. */
export const Tag = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.nullish(z.string()),
  image_url: z.nullish(z.string()),
  enabled: z.boolean(),
});
export type Tag = z.infer<typeof Tag>;

/** One node of the store's navigation, with those below it. */
export const Navlink = z.object({
  node_id: z.string(),
  parent_node_id: z.nullish(z.string()),
  tag_id: z.string(),
  tag_slug: z.string(),
  /** Slugs of all the tags that lead here, to be given to `getProducts`. */
  tag_query: z.array(z.string()),
  name: z.string(),
  order: integer,
  get children() {
    return z.array(Navlink);
  },
});
export type Navlink = z.infer<typeof Navlink>;
