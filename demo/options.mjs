import {parseArgs} from 'node:util';

const text = {type: 'string'};
const options = {
  'store-id': text, 'api-url': text, 'customer-token': text, currency: text, country: text, port: text,
};
const isWebAddress = value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const rules = {
  'store-id': [value => /^\d{1,20}$/.test(value), 'the digits of a PayNow store id'],
  'api-url': [isWebAddress, 'the address of an API, such as https://api.paynow.gg'],
  'customer-token': [value => value !== '', 'a token'],
  currency: [value => /^[a-z]{3}$/i.test(value), 'three letters, such as EUR'],
  country: [value => /^[a-z]{2}$/i.test(value), 'two letters, such as DE'],
  port: [value => /^\d+$/.test(value) && value <= 65535, 'a number from 0 to 65535'],
};
const known = Object.keys(options).map(name => `--${name}`).join(', ');

/** Reads the command line into `{values, errors}`; every mistake is one sentence. */
export const readOptions = args => {
  const {values, positionals, tokens} = parseArgs({args, options, strict: false, tokens: true, allowPositionals: true});
  const errors = [];
  for (const {kind, name, rawName, value} of tokens) {
    if (kind !== 'option') continue;
    if (!rules[name]) errors.push(`There is no option ${rawName}: the demo takes ${known}.`);
    else if (value === undefined) errors.push(`${rawName} needs a value: write ${rules[name][1]}.`);
    else if (!rules[name][0](value)) errors.push(`${rawName} "${value}" cannot be used: write ${rules[name][1]}.`);
  }
  if (errors.length === 0 && positionals.length > 0) {
    errors.push(`"${positionals[0]}" is not an option: the demo takes ${known}.`);
  }
  for (const name of ['api-url', 'customer-token']) {
    if (values[name] && !values['store-id']) errors.push(`--${name} belongs to a real store: add --store-id.`);
  }
  return {values, errors};
};
