import type {ProductSeed} from '../seeds.js';
import {emberfall} from './emberfall.js';

const legend = `
<p>Walk in gold. <strong>Legend</strong> is the highest rank on Emberfall and renews every month; leave whenever you
like and keep everything you built.</p>
<h3>Every day</h3>
<ul>
  <li><strong>12 homes</strong> and 6 player vaults</li>
  <li><code>/fly</code> at spawn and inside your own claims</li>
  <li>A <em>Legend crate key</em> with the first login of the day</li>
</ul>
<h3>Compared</h3>
<table>
  <thead><tr><th>Perk</th><th>VIP</th><th>VIP+</th><th>Legend</th></tr></thead>
  <tbody>
    <tr><td>Homes</td><td>3</td><td>6</td><td>12</td></tr>
    <tr><td>Claim blocks an hour</td><td>120</td><td>200</td><td>400</td></tr>
    <tr><td>Queue</td><td>ahead</td><td>ahead</td><td>none</td></tr>
  </tbody>
</table>
<blockquote>“I came for the fly command and stayed for the people.” (Lumen_Fox)</blockquote>
<p>Questions? Read <a href="https://emberfall.example/ranks">the rank guide</a> or ask in <code>#help</code>.</p>`;

/** Ranks: one sold once, one sold in every way, one by subscription only. */
export const emberfallRanks: ProductSeed[] = [
  {
    id: '413011874223058944',
    store_id: emberfall.id,
    slug: 'vip',
    name: 'VIP',
    price: 499,
    sort_order: 10,
    label: 'Rank',
    tags: ['ranks', 'featured'],
    description: '<p>A month of <strong>VIP</strong>: 3 homes, a coloured name in the tab list and a place ahead '
      + 'in the queue.</p>',
    remove_after: {value: 1, scale: 'month'},
    metadata: {accent: '#4fb477', homes: '3'},
  },
  {
    id: '413012260862308352',
    store_id: emberfall.id,
    slug: 'vip-plus',
    name: 'VIP+',
    price: 999,
    sort_order: 20,
    label: 'Rank',
    tags: ['ranks', 'monthly', 'featured'],
    description: '<p>All of VIP, and <strong>6 homes</strong>, a workbench in your pocket and 200 claim blocks an '
      + 'hour. Once, every month, or seven days to try it.</p>',
    allow_subscription: true,
    trial: {value: 7, scale: 'day'},
    remove_after: {value: 1, scale: 'month'},
    metadata: {accent: '#4a8fe7', homes: '6'},
  },
  {
    id: '413012615725584384',
    store_id: emberfall.id,
    slug: 'legend',
    name: 'Legend',
    price: 1999,
    sort_order: 30,
    label: 'Most loved',
    tags: ['ranks', 'monthly', 'featured'],
    description: legend.trim(),
    allow_one_time_purchase: false,
    allow_subscription: true,
    metadata: {accent: '#f2b134', homes: '12'},
  },
];
