/** Every output file that loading `file` brings with it by static imports, itself first. Reads an esbuild metafile. */
export const staticClosure = (metafile, file) => {
  const found = new Set();
  const visit = name => {
    if (found.has(name)) return;
    found.add(name);
    for (const {path, kind, external} of metafile.outputs[name].imports) {
      if (kind === 'import-statement' && !external) visit(path);
    }
  };
  visit(file);
  return [...found];
};

// Entries pass through a module of tools/chunks.mjs, which leaves its mark on their names.
const plain = name => name?.replace(/^entry:(\.\/)?/, '');

/** The output file made from a source file as an entry or a target of `import()`; one may serve several. */
export const outputOf = ({outputs}, source) => Object.keys(outputs).find(name => {
  const {entryPoint, entryPoints = [entryPoint]} = outputs[name];
  return entryPoints.some(one => plain(one) === source);
});
