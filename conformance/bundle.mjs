// The client and the sandbox are TypeScript: they are bundled for Node into a folder that is removed at once.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Both as modules: {api, sandbox}. */
export const loadSources = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paynow-conformance-'));
  try {
    await build({
      entryPoints: {api: join(root, 'src/api/index.ts'), sandbox: join(root, 'src/sandbox/index.ts')},
      bundle: true, format: 'esm', target: 'es2022', outdir: folder, outExtension: {'.js': '.mjs'}, logLevel: 'silent',
    });
    const load = name => import(pathToFileURL(join(folder, `${name}.mjs`)).href);
    return {api: await load('api'), sandbox: await load('sandbox')};
  } finally {
    await rm(folder, {recursive: true});
  }
};
