// zod/mini does one thing here: it reads answers at once and forwards, with schemas that stay as they are and without
// settings, words or names for what is wrong. What serves anything else is taken out of the scripts for pages, and with
// it what zod leaves on globalThis; the entries for bundlers use zod as it is. A test reads thousands of answers with
// both and compares.

/** A declaration at the start of a line, up to the end of it. */
const declared = start => new RegExp(`^${start}[^]*?^\\}.*`, 'm');

const core = [
  // A schema is its definition, and what its own constructor and those that this one builds on put to it.
  [declared('export /\\*@__NO_SIDE_EFFECTS__\\*/ function \\$constructor'), `
export /*@__NO_SIDE_EFFECTS__*/ function $constructor(initializer, members) {
  const init = (inst, def) => {
    initializer(inst, def);
    Object.assign(inst, members);
  };
  function schema(def) {
    this._zod = {def, constr: schema};
    init(this, def);
  }
  schema.init = init;
  return schema;
}`],
  [/^let _E = .*/m, ''],
  [/^\(_a = globalThis\).*/m, ''],
  ['globalThis.__zod_globalConfig;', '{};'],
];

const util = [
  [/^export const captureStackTrace = .*/m, ''],
  [declared('export function mergeDefs'), 'export const mergeDefs = (...defs) => Object.assign({}, ...defs);'],
];

const parse = [
  [declared('export const _safeParse = '), `
export const _safeParse = () => (schema, input) => {
  const {issues, value} = schema._zod.run({value: input, issues: []});
  return issues.length
    ? {success: false, error: {issues: issues.map(issue => ({path: [], ...issue}))}}
    : {success: true, data: value};
};`],
  ['_safeParse(errors.$ZodRealError)', '_safeParse()'],
];

const schemas = [
  // Checks come after reading, and none after one that finds fault.
  [declared('export const \\$ZodType = [^]*?^\\}, \\{'), `
export const $ZodType = /*@__PURE__*/ core.$constructor((inst, def) => {
  inst._zod.run = payload => {
    inst._zod.parse(payload);
    for (const check of def.checks ?? []) if (!payload.issues.length) check(payload);
    return payload;
  };
}, {
  check(...checks) {
    const {def} = this._zod;
    return this.clone({...def, checks: [...def.checks ?? [], ...checks]});
  },
  clone(def) {
    return new this._zod.constr(def);
  },
});`],
  [/(?<=core\.\$constructor\()"\$Zod\w+", /g, ''],
  // Nothing is made to fit, and who asks what was wrong is told the place and not the value that was there.
  [/^ +if \(def\.coerce\)\n +try \{\n.*\n +\}\n +catch \(_\) \{ \}\n/gm, ''],
  [/^ +inst\._zod\.pattern = .*\n/gm, ''],
  [/^ +(inst|input|input: payload\.value),\n/gm, ''],
  [/ && !Number\.isNaN\(input\) && (?=Number\.isFinite)/, ' && '],
  [/^ +const received = typeof input === "number"\n +\? Number.isNaN[^]*?undefined\n +: undefined;\n/m, ''],
  [/^ +\.\.\.\(received .*\n/m, ''],
  [declared('function handleArrayResult'), `
function handleResult(result, final, key) {
  for (const {path = [], ...issue} of result.issues) final.issues.push({...issue, path: [key, ...path]});
  final.value[key] = result.value;
}`],
  [declared('export const \\$ZodArray = '), `
export const $ZodArray = /*@__PURE__*/ core.$constructor((inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = payload => {
    const input = payload.value;
    if (!Array.isArray(input)) return void payload.issues.push({expected: "array", code: "invalid_type"});
    payload.value = [];
    input.forEach((value, i) => handleResult(def.element._zod.run({value, issues: []}), payload, i));
  };
});`],
  [declared('export const \\$ZodObject = '), `
export const $ZodObject = /*@__PURE__*/ core.$constructor((inst, def) => {
  $ZodType.init(inst, def);
  let shape;
  inst._zod.parse = payload => {
    const input = payload.value;
    // A getter in it is a schema that has itself inside.
    shape ??= {...def.shape};
    if (!util.isObject(input)) return void payload.issues.push({expected: "object", code: "invalid_type"});
    payload.value = {};
    const read = (key, {_zod: {optin, run}}) => {
      if (key in input || !optin) handleResult(run({value: input[key], issues: []}), payload, key);
    };
    for (const key in shape) read(key, shape[key]);
    // Assigning this one would give the result another prototype.
    if (def.catchall) for (const key in input) {
      Object.hasOwn(shape, key) || key === "__proto__" || read(key, def.catchall);
    }
  };
});`],
  [declared('export const \\$ZodOptional = '), `
export const $ZodOptional = /*@__PURE__*/ core.$constructor((inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  inst._zod.parse = payload => payload.value === undefined || def.innerType._zod.run(payload);
});`],
  [declared('export const \\$ZodNullable = '), `
export const $ZodNullable = /*@__PURE__*/ core.$constructor((inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = def.innerType._zod.optin;
  inst._zod.parse = payload => payload.value === null || def.innerType._zod.run(payload);
});`],
];

const miniSchemas = [
  // They add nothing to the schemas that they build on.
  [
    /^export const ZodMini(String|Number|Boolean|Unknown|Array|Object|Optional|Nullable) = [^]*?^\}\);/gm,
    'export const ZodMini$1 = core.$$Zod$1;',
  ],
  [/^ +\.\.\.util\.normalizeParams\(params\),\n/gm, ''],
];

const api = [
  [/snapshotChecks\((\{.*?), \.\.\.util\.normalizeParams\(params\) \}\)/g, '$1 }'],
  [/^ +\.\.\.util\.normalizeParams\(params\),\n/gm, ''],
];

const file = (name, edits) => [new RegExp(`[\\\\/]zod[\\\\/]v4[\\\\/]${name}\\.js$`), edits];

/** Path of a file in node_modules -> what has to be done with its text. */
export const leanZod = [
  file('core[\\\\/]core', core),
  file('core[\\\\/]api', api),
  file('core[\\\\/]util', util),
  // What is wrong is told as it is. The one file of the classic script would hold the class of errors all the same.
  file('core[\\\\/]errors', [
    [/^export const \$ZodError = [^]*?^\}\);\n/m,
      'export const $ZodError = undefined, $ZodRealError = undefined;\n'],
    [/^const initializer = [^]*?^\};\n/m, ''],
  ]),
  file('core[\\\\/]parse', parse),
  file('core[\\\\/]schemas', schemas),
  file('mini[\\\\/]schemas', miniSchemas),
  // There is no register of schemas unless somebody asks for it.
  file('core[\\\\/]registries', [
    [/^.*globalThis.*__zod_globalRegistry = .*$/m, ''],
    [/globalThis\.__zod_globalRegistry/g, '/* @__PURE__ */ registry()'],
  ]),
];
