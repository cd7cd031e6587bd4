// What only requests that change something are checked for; a page that reads can do without it.
import {rule, text} from './check.js';

export const platform = text(
  'a platform of the API, such as "steam" or "minecraft"',
  /^(steam|minecraft(_java_name|_bedrock_name|_uuid)?|paynow(_name)?|xbox_xuid)$/,
);
export const int32 = rule<number>('a whole number of 32 bits', value =>
  Number.isInteger(value) && ((value as number) | 0) === value);
export const flag = rule<boolean>('true or false', value => typeof value === 'boolean');

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = rule<Record<string, unknown>>('an object', isObject);
