import {invalid} from './errors.js';
import {convert} from './money.js';
import type {VariableSeed} from './seeds.js';
import type {WireCartLine, WireOption} from './wire.js';
import type {Product} from './world.js';

/** PayNow's expressions are RE2's; one that JavaScript cannot read lets everything through. */
const matches = (source: string, value: string): boolean => {
  try {
    return new RegExp(source, 'u').test(value);
  } catch {
    return true;
  }
};

const checkValue = (variable: VariableSeed, value: string | undefined, path: string): void => {
  const {type, name, value_regex, options = []} = variable;
  if (value === undefined || value === '') {
    throw invalid(path, 'custom-variable-required', `'${name}' is required.`, 'required');
  }
  if (type === 'dropdown' && !options.some(option => option.value === value)) {
    throw invalid(path, 'invalid-custom-variable', `The value is not an option of '${name}'.`, 'option');
  }
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) {
    throw invalid(path, 'invalid-custom-variable', `'${name}' has to be a number.`, 'number');
  }
  if (type !== 'dropdown' && value_regex !== undefined && !matches(value_regex, value)) {
    throw invalid(path, 'invalid-custom-variable', `'${name}' is not of the form that is asked for.`, 'value_regex');
  }
};

/** Refuses missing, unknown and wrong answers to a product's questions with a 400 that names the first one. */
export const checkVariables = (product: Product, values: Record<string, string>, at: string): void => {
  const pathOf = (identifier: string): string => `${at}custom_variables[${identifier}]`;
  for (const identifier of Object.keys(values)) {
    if (product.variables.some(variable => variable.identifier === identifier)) continue;
    throw invalid(pathOf(identifier), 'unknown-custom-variable', `'${product.name}' has no such variable.`);
  }
  for (const variable of product.variables) {
    checkValue(variable, values[variable.identifier], pathOf(variable.identifier));
  }
};

/** Options with their surcharges in another currency. */
export const wireOptions = (options: readonly WireOption[] = [], from: string, to: string): WireOption[] =>
  options.map(option => ({...option, price: convert(option.price, from, to)}));

/** A product's questions with the answers on a line; each chosen option's surcharge is in `to`. */
export const wireAnswers = (
  product: Product, values: Record<string, string>, from: string, to: string,
): WireCartLine['custom_variables'] =>
  product.variables.filter(({identifier}) => values[identifier] !== undefined).map(variable => {
    const {id, identifier, name, description = '', type} = variable;
    const value = values[identifier] ?? '';
    const options = wireOptions(variable.options, from, to);
    const chosen = options.find(option => option.value === value);
    return {id, identifier, name, description, type, value, options, ...(chosen && {selected_option: chosen})};
  });
