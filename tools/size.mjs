// What a page loads, in bytes. The limits are in size-limits.json, and nothing passes them; `npm run size` prints the
// table.
import {existsSync, readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {fileURLToPath} from 'node:url';
import {outputOf, staticClosure} from './closure.mjs';
import {root} from './sources.mjs';

const read = file => JSON.parse(readFileSync(root + file, 'utf8'));

const weigh = file => {
  const bytes = readFileSync(root + file);
  const options = {params: {[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}};
  const [gzip, brotli] = [gzipSync(bytes, {level: 9}), brotliCompressSync(bytes, options)];
  return {raw: bytes.length, gzip: gzip.length, brotli: brotli.length};
};

const row = ({name, limit}, files, missing) => {
  const sums = {raw: 0, gzip: 0, brotli: 0};
  for (const file of files) for (const [unit, bytes] of Object.entries(weigh(file))) sums[unit] += bytes;
  return {name, limit, files, missing, ...sums};
};

/** One row per stage of a page's life and one for the classic script: files, raw, gzip, brotli and the limit. */
export const sizes = () => {
  const {stages, classic} = read('tools/size-limits.json');
  const metafile = read('dist/meta/loader.json');
  const files = new Set();
  const missing = [];
  const rows = stages.map(stage => {
    for (const source of stage.adds) {
      const output = outputOf(metafile, source);
      if (output) for (const file of staticClosure(metafile, output)) files.add(file);
      else missing.push(source);
    }
    return row(stage, [...files], [...missing]);
  });
  return [...rows, row(classic, ['dist/paynow.classic.js'], [])];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(`${root}dist/meta/loader.json`)) {
    console.error('There is no build to weigh: run `npm run build` first.');
    process.exit(1);
  }
  const rows = sizes();
  console.table(
    Object.fromEntries(
      rows.map(({name, files, raw, gzip, brotli, limit}) => [
        name,
        {files: files.length, raw, gzip, brotli, limit},
      ]),
    ),
  );
  const details = process.argv.includes('--files') ? (rows.at(-2)?.files ?? []) : [];
  if (details.length > 0) console.table(Object.fromEntries(details.map(file => [file, weigh(file)])));
  for (const {name, brotli, limit, missing} of rows) {
    if (missing.length > 0) console.log(`${name}: not built yet: ${missing.join(', ')}`);
    if (brotli > limit) {
      console.error(`${name}: ${brotli} bytes are ${brotli - limit} too many.`);
      process.exitCode = 1;
    }
  }
}
