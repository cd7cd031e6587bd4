import {createHash} from 'node:crypto';
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const cache = fileURLToPath(new URL('../node_modules/.cache/paynow-elements/', import.meta.url));

/** Bundles a TypeScript file of the project, with everything that it imports, and imports the result into Node. */
export const bundleForNode = async source => {
  const {outputFiles} = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const text = outputFiles[0].text;
  // The name follows from the content, so that two runs at once never read a half-written file of the other.
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const file = `${cache}${basename(source, '.ts')}-${hash}.mjs`;
  mkdirSync(cache, {recursive: true});
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return import(pathToFileURL(file).href);
};
