// Answers a query with exactly what it selects: the client of Shopify refuses an answer with more in it.
// Commas mean nothing in this language.
const tokens = query => query.replaceAll(/#.*/g, '').match(/\.\.\.|[{}()[\]:!=$@]|"(?:[^"\\]|\\.)*"|[\w-]+/g) ?? [];

const skipArguments = (list, at) => {
  let depth = 0;
  do {
    if (list[at] === '(') depth++;
    if (list[at] === ')') depth--;
    at++;
  } while (depth);
  return at;
};

// A selection is a list of `{name, alias, of}`, or of `{spread}` for what a fragment selects.
const selection = (list, start) => {
  const fields = [];
  let at = start + 1;
  while (list[at] !== '}') {
    const field = {};
    if (list[at] === '...') {
      at++;
      if (list[at] === 'on') at += 2;
      else if (list[at] !== '{') field.spread = list[at++];
      field.isSpread = true;
    } else {
      field.alias = field.name = list[at++];
      if (list[at] === ':') {
        field.name = list[at + 1];
        at += 2;
      }
      if (list[at] === '(') at = skipArguments(list, at);
    }
    if (list[at] === '{') [field.of, at] = selection(list, at);
    fields.push(field);
  }
  return [fields, at + 1];
};

const parse = query => {
  const list = tokens(query);
  const fragments = {};
  let main = [];
  for (let at = 0; at < list.length;) {
    const name = list[at] === 'fragment' ? list[at + 1] : undefined;
    while (list[at] !== '{') at = list[at] === '(' ? skipArguments(list, at) : at + 1;
    const [fields, end] = selection(list, at);
    if (name) fragments[name] = fields;
    else main = fields;
    at = end;
  }
  return {main, fragments};
};

const project = (value, fields, fragments) => {
  if (Array.isArray(value)) return value.map(item => project(item, fields, fragments));
  if (value === null || value === undefined || !fields) return value ?? null;
  return Object.assign({}, ...fields.map(({name, alias, of, spread, isSpread}) => isSpread
    ? project(value, of ?? fragments[spread], fragments)
    : {[alias]: project(value[name], of, fragments)}));
};

/** `data` as the query wants it. */
export const select = (query, data) => {
  const {main, fragments} = parse(query);
  return project(data, main, fragments);
};
