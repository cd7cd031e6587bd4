import type {Config} from './config.js';

const names = {
  'affiliate-parameter': 'affiliateParameter', 'affiliate-days': 'affiliateDays', analytics: 'analytics',
  'analytics-consent': 'analyticsConsent',
} as const;

/** Settings that no element needs to be drawn; they are read by what needs them. */
export const moreNames = Object.keys(names) as (keyof typeof names)[];

/** Reads them from attributes, as `readConfig` does the others; an empty one is a value: it switches off. */
export const readMore = (attribute: (name: string) => string | null): Config => Object.fromEntries(
  moreNames.map(name => [names[name], attribute(name)?.trim()]).filter(([, value]) => value !== undefined));
