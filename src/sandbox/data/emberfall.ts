import type {StoreSeed} from '../seeds.js';
import type {WireGameServer} from '../wire.js';

/** The demo's first store: a survival community in the manner of Minecraft. */
export const emberfall: StoreSeed = {
  id: '411486491630370816',
  slug: 'emberfall',
  name: 'Emberfall',
  platform: 'minecraft',
  currency: 'eur',
  description: 'Ranks, keys and cosmetics for the Emberfall survival network.',
  website_url: 'https://emberfall.example',
  support_email: 'help@emberfall.example',
  tags: [
    {id: '411502117340286976', slug: 'ranks', name: 'Ranks', description: 'Perks for every day.'},
    {id: '411502388648837120', slug: 'monthly', name: 'Monthly', description: 'Ranks that renew by themselves.'},
    {id: '411502619729711104', slug: 'crates', name: 'Crates', description: 'Keys for the crates at spawn.'},
    {id: '411502893512982528', slug: 'bundles', name: 'Bundles'},
    {id: '411503127714533376', slug: 'kits', name: 'Kits', description: 'Tools, blocks and land to begin with.'},
    {id: '411503402848325632', slug: 'cosmetics', name: 'Cosmetics', description: 'Looks only, no advantage.'},
    {id: '411503660441534464', slug: 'chat', name: 'Chat'},
    {id: '411503918122803200', slug: 'pets', name: 'Pets'},
    {id: '411504206741221376', slug: 'featured', name: 'Featured'},
    {id: '411504488921337856', slug: 'winter-2024', name: 'Winter 2024', enabled: false},
  ],
  navlinks: [
    {tag: 'featured'},
    {tag: 'ranks', children: [{tag: 'monthly'}]},
    {tag: 'crates', children: [{tag: 'bundles'}]},
    {tag: 'kits'},
    {tag: 'cosmetics', children: [{tag: 'chat'}, {tag: 'pets'}]},
    {tag: 'winter-2024'},
  ],
};

const server = (id: string, name: string, enabled = true): WireGameServer => ({id, name, enabled});

/** The game servers of the network; Creative is switched off. */
export const servers = {
  survival: server('412870043179978752', 'Survival'),
  skyblock: server('412870291654344704', 'Skyblock'),
  creative: server('412870558021988352', 'Creative', false),
};
