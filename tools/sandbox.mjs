// Starts the sandbox from the sources, for the test runners and the demo.
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {bundleForNode} from './node-bundle.mjs';

const source = fileURLToPath(new URL('../src/sandbox/node.ts', import.meta.url));

/** `{url, close}` of a fresh sandbox server. */
export const startSandbox = async (options = {}) => {
  if (!existsSync(source)) throw new Error('src/sandbox/node.ts is missing: there is no sandbox to start.');
  const {serveSandbox} = await bundleForNode(source);
  return serveSandbox({port: 0, ...options});
};
