// Makes examples of what a JSON schema allows: the least, the most, and everything between one property at a time.

const texts = {
  'flake-id': '411486491630370816', 'steam-id': '76561197960287930', ipv4: '192.0.2.1',
  'date-time': '2026-01-02T03:04:05Z',
};

const typesOf = schema => [schema.type ?? []].flat();

const isNullable = schema => typesOf(schema).includes('null');

const simple = (schema, kind) => {
  if (kind === 'null' && isNullable(schema)) return null;
  if (schema.enum) return kind === 'grown' ? 'something_new' : schema.enum.at(-1);
  const type = typesOf(schema).find(one => one !== 'null');
  if (type === 'boolean') return kind !== 'least';
  if (type === 'integer' || type === 'number') {
    if (kind === 'least') return 0;
    return schema.format === 'int32' ? 2 ** 31 - 1 : schema.format === 'double' ? 21.5 : Number.MAX_SAFE_INTEGER;
  }
  return texts[schema.format] ?? (kind === 'least' ? '' : schema.example ?? 'Zoë 🧱');
};

/**
 * One example. `kind` is `least` (required properties only), `most` (all of them), `null` (all of them, null where that
 * is allowed) or `grown` (all, with new properties and new values of enums, as a later version of the API may send).
 */
export const exampleOf = (description, raw, kind, depth = 0) => {
  const schema = description.resolve(raw);
  if (kind === 'null' && isNullable(schema)) return null;
  const type = typesOf(schema).find(one => one !== 'null');
  if (type === 'array') {
    return kind === 'least' || depth > 8 ? [] : [exampleOf(description, schema.items, kind, depth + 1)];
  }
  if (type !== 'object') return simple(schema, kind);
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => kind !== 'least' || schema.required?.includes(name))
    .map(([name, inner]) => [name, exampleOf(description, inner, kind, depth + 1)]);
  const more = kind === 'grown' && schema.properties ? [['something_new', {a: [1]}]] : [];
  return Object.fromEntries([...entries, ...more]);
};

/** Paths to every property that is not required, as far as they exist in the value. */
const optionalsOf = (description, raw, value, path = []) => {
  const schema = description.resolve(raw);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => optionalsOf(description, schema.items, item, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).filter(([name]) => name in value).flatMap(([name, inner]) => [
    ...schema.required?.includes(name) ? []
      : [{path: [...path, name], nullable: isNullable(description.resolve(inner))}],
    ...optionalsOf(description, inner, value[name], [...path, name]),
  ]);
};

const edited = (value, path, edit) => {
  const copy = structuredClone(value);
  edit(path.slice(0, -1).reduce((node, key) => node[key], copy), path.at(-1));
  return copy;
};

/** All examples as [name, value, allowed]; `allowed` says whether the description itself has to accept the value. */
export const examplesOf = (description, schema) => {
  const most = exampleOf(description, schema, 'most');
  const one = optionalsOf(description, schema, most).flatMap(({path, nullable}) => [
    [`without ${path.join('.')}`, edited(most, path, (node, key) => delete node[key]), true],
    ...nullable ? [[`null ${path.join('.')}`, edited(most, path, (node, key) => (node[key] = null)), true]] : [],
  ]);
  return [
    ['least', exampleOf(description, schema, 'least'), true],
    ['most', most, true],
    ['null', exampleOf(description, schema, 'null'), true],
    ['grown', exampleOf(description, schema, 'grown'), false],
    ...one,
  ];
};
