// Where PayNow's description of its API comes from. It is never part of this repository.
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {root} from './bundle.mjs';

const usual = resolve(root, '../shared/api/storefront-api.json');
const address = 'https://raw.githubusercontent.com/paynow-gg/openapi/HEAD/openapi/json/storefront-api.json';

export const help = `PayNow's description of its API is not part of this repository. It is the file
openapi/json/storefront-api.json of the public repository paynow-gg/openapi. Get it and name it:
  curl -o /tmp/storefront-api.json ${address}
  node conformance/run.mjs /tmp/storefront-api.json
or set API_DESCRIPTION to its path or address.`;

/** Reads the description from a path or an address; without one, from the variable or the usual place. */
export const readDescription = async given => {
  const source = given ?? process.env.API_DESCRIPTION ?? (existsSync(usual) ? usual : undefined);
  if (!source) throw new Error('There is no description.');
  const text = /^https?:/.test(source) ? await (await fetch(source)).text() : await readFile(source, 'utf8');
  const document = JSON.parse(text);
  if (!document.openapi?.startsWith('3.1') || !document.paths) {
    throw new Error(`${source} is no OpenAPI 3.1 description.`);
  }
  return document;
};
