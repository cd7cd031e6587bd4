// What an attribute of the manifest may be given, for the types and for the data of editors.

/** `'a' | 'b' | null` gives `['a', 'b']`; nothing where the values are not a closed list. */
export const literalsOf = ({type}) => {
  const words = (type?.text ?? '').split(' | ').filter(word => !/^(null|undefined)$/.test(word));
  const isList = words.length > 0 && words.every(word => /^'[^']*'$/.test(word));
  return isList ? words.map(word => word.slice(1, -1)) : undefined;
};

/** `flag`, `number` or `text`: how the value of an attribute without a closed list is written. */
export const kindOf = ({type}) => {
  const text = type?.text ?? '';
  return /\bboolean\b/.test(text) ? 'flag' : /\bnumber\b/.test(text) ? 'number' : 'text';
};
