import type {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import type {FieldName} from './choice-checks.js';

// The API names the field by its place in the request, this package's own rules and some answers by their code alone.
const places: readonly (readonly [RegExp, FieldName])[] = [
  [/gift|recipient|(customer|player)-not-found/, 'receiver'],
  [/game-?server/, 'server'],
  [/trial|subscription/, 'mode'],
  [/quantity|stock|limit/, 'quantity'],
];

/** The field that an error is about; nothing when it is about none, or about several. */
export const fieldOf = ({code = '', details = []}: PaynowError, product: Product): FieldName | undefined => {
  const path = details[0]?.path ?? '';
  const identifier = /custom_variables\W+([\w-]+)/.exec(path)?.[1];
  if (identifier) {
    const index = product.custom_variables.findIndex(variable => variable.identifier === identifier);
    return index < 0 ? undefined : `variable-${index}`;
  }
  const last = path.split('.').filter(step => !/^(id|platform)$/.test(step)).at(-1) ?? '';
  return places.find(([pattern]) => pattern.test(last))?.[1] ?? places.find(([pattern]) => pattern.test(code))?.[1];
};
