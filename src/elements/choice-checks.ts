import type {CustomVariable, Product} from '../api/index.js';
import type {Messages} from '../i18n/en.js';
import {canGive, isSoldOut, modesOf, mostOf, serversOf, valueOf} from './choice.js';
import type {Answers} from './choice.js';
import {costOfPattern} from './pattern-cost.js';
import {accountForms} from './player-name.js';

/** Names a field: `product` for what no field can mend, `variable-0` and so on for the variables. */
export type FieldName = 'product' | 'mode' | 'server' | 'gift' | 'receiver' | 'quantity' | `variable-${number}`;

/** What is wrong in which field: the sentence, and the flag of `ValidityState` that fits. */
export interface Mistake {
  readonly field: FieldName;
  readonly sentence: string;
  readonly flag: 'valueMissing' | 'patternMismatch' | 'badInput' | 'rangeOverflow' | 'rangeUnderflow' | 'customError';
}

// More ways than this are left to the server, whose patterns cannot run away.
const mostWays = 100_000;
const isQuick = (source: string, text: string): boolean => costOfPattern(source, text.length) <= mostWays;

// PayNow reads RE2. What JavaScript cannot compile is left to the server, and so is what it would read otherwise.
const patterns = new Map<string, RegExp | null>();
const patternOf = (source: string): RegExp | null => {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    try {
      pattern = /\[\[:|\(\?[a-zU-]+[):]/.test(source) ? null : new RegExp(`^(?:${source})$`, 'u');
    } catch {
      pattern = null;
    }
    patterns.set(source, pattern);
  }
  return pattern;
};

type Fault = Omit<Mistake, 'field'> | undefined;

const variableMistake = (variable: CustomVariable, answer: string | undefined, text: Messages): Fault => {
  const {type, name, options, value_regex: source} = variable;
  const value = valueOf(variable, answer);
  if (type === 'dropdown') {
    const isKnown = value && options.some(option => option.value === value);
    return isKnown ? undefined : {flag: 'valueMissing', sentence: text.chooseThis(name)};
  }
  if (!value) return {flag: 'valueMissing', sentence: text.fillIn(name)};
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return {flag: 'badInput', sentence: text.notNumber};
  const isWrong = source && isQuick(source, value) && patternOf(source)?.test(value) === false;
  return isWrong ? {flag: 'patternMismatch', sentence: text.notFitting} : undefined;
};

const receiverMistake = ({platform, receiver}: Answers, text: Messages): Fault => {
  const [form, key] = accountForms[platform] ?? [];
  const id = receiver.trim();
  if (!id || !form || !key) return {flag: 'valueMissing', sentence: text.giftForWhom};
  return form.test(id) ? undefined : {flag: 'patternMismatch', sentence: text[key]};
};

const quantityMistake = (product: Product, {quantity}: Answers, text: Messages): Fault => {
  const most = mostOf(product);
  const isCount = /^\s*\d+\s*$/.test(quantity) && Number(quantity) > 0;
  if (!isCount) return {flag: 'rangeUnderflow', sentence: text.quantityWrong};
  return Number(quantity) > most ? {flag: 'rangeOverflow', sentence: text.quantityMost(most)} : undefined;
};

/**
 * What keeps the answers from being bought, in the order of the fields.
 * @param hasTrial whether the cart holds a trial, which keeps out a second one.
 */
export const mistakesIn = (product: Product, answers: Answers, text: Messages, hasTrial: boolean): Mistake[] => {
  const servers = serversOf(product);
  const found: Mistake[] = [];
  const add = (field: FieldName, mistake: Fault | false): void => {
    if (mistake) found.push({field, ...mistake});
  };
  const whole = (sentence: string) => ({flag: 'customError', sentence}) as const;
  add('product', isSoldOut(product) && whole(text.soldOut));
  add('product', !modesOf(product).length && whole(text.notSold));
  const isServed = servers.length > 1 || (servers.length === 1 && answers.server);
  add('product', product.single_game_server_only && !isServed && whole(text.noServer));
  add('mode', answers.mode === 'trial' && hasTrial && whole(text.trialInCart));
  add('server', servers.length > 1 && !servers.some(({id}) => id && id === answers.server)
    && {flag: 'valueMissing', sentence: text.chooseServer});
  product.custom_variables.forEach((variable, index) =>
    add(`variable-${index}`, variableMistake(variable, answers.variables.get(variable.identifier), text)));
  add('receiver', answers.isGift && canGive(product, answers) && receiverMistake(answers, text));
  add('quantity', answers.mode !== 'trial' && !isSoldOut(product) && quantityMistake(product, answers, text));
  return found;
};
