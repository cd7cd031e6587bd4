import type {CustomVariable, CustomVariableOption, GameServer, Product} from '../api/index.js';
import type {LineRequest} from '../store/events.js';

/** A line without its product: what there is to choose. */
export type Choice = Omit<LineRequest, 'productId'>;

/** Ways to buy a product. */
export type Mode = 'once' | 'subscription' | 'trial';

/** What stands in the fields. Nothing in it is checked yet. */
export interface Answers {
  readonly mode: Mode;
  readonly server: string;
  /** By identifier. A map, because a merchant may call a variable `constructor`. */
  readonly variables: ReadonlyMap<string, string>;
  readonly isGift: boolean;
  readonly platform: string;
  readonly receiver: string;
  readonly quantity: string;
  /** A receiver whom the page has chosen, and whom the shopper does not change. */
  readonly fixedGift: Choice;
}

/** The ways in which a product is sold to this customer; the first one goes without saying. */
export const modesOf = ({allow_one_time_purchase, allow_subscription, trial}: Product): Mode[] => [
  ...allow_one_time_purchase ? ['once' as const] : [],
  ...allow_subscription ? ['subscription' as const] : [],
  ...allow_subscription && trial.enabled && trial.eligible ? ['trial' as const] : [],
];

/** The game servers that can be chosen; none where the product does not ask. */
export const serversOf = ({single_game_server_only: isAsked, gameservers}: Product): GameServer[] =>
  isAsked ? gameservers.filter(({enabled}) => enabled) : [];

/** The choices of a dropdown in the order that the merchant gave them. */
export const sortedOptions = ({options}: CustomVariable): CustomVariableOption[] =>
  [...options].sort((a, b) => a.sort_order - b.sort_order);

/** How many of the product this customer may have at most. */
export const mostOf = ({stock}: Product): number => Math.min(stock?.customer_available ?? 2 ** 31 - 1, 2 ** 31 - 1);

/** Whether the product cannot be had at all at the moment. */
export const isSoldOut = ({stock}: Product): boolean =>
  !!stock && (!stock.available_to_purchase || stock.customer_available === 0);

/** Whether a gift is possible with what is chosen. */
export const canGive = (product: Product, {mode, fixedGift}: Answers): boolean =>
  !product.is_gifting_disabled && mode === 'once' && !Object.keys(fixedGift).length;

const platforms = ['minecraft_java_name', 'minecraft_bedrock_name', 'steam'];

/** The platforms on which a store of this kind knows the receivers of gifts. */
export const platformsOf = (store: string): string[] =>
  /^minecraft/i.test(store) ? platforms.slice(0, 2) : platforms.slice(2);

const modeOf = (modes: readonly Mode[], {trial, subscription}: Choice): Mode => {
  const wanted = trial ? 'trial' : subscription ? 'subscription' : 'once';
  return modes.includes(wanted) ? wanted : modes[0] ?? 'once';
};

const firstValue = (variable: CustomVariable, wish: string | undefined): string => {
  const {type, options} = variable;
  if (type !== 'dropdown') return wish ?? '';
  if (options.some(({value}) => value === wish)) return wish ?? '';
  const [first, second] = sortedOptions(variable);
  return options.find(({is_default: isDefault}) => isDefault)?.value ?? (second ? '' : first?.value ?? '');
};

/** What stands in the fields at first: what the page wishes, else what the merchant proposes, else nothing. */
export const firstAnswers = (product: Product, wish: Choice = {}): Answers => {
  const {giftTo, giftToCustomerId} = wish;
  const isTyped = !!giftTo && platforms.includes(giftTo.platform);
  const wished = new Map(Object.entries(wish.customVariables ?? {}));
  const servers = serversOf(product);
  const server = servers.length === 1 ? servers[0] : servers.find(({id}) => id === wish.gameserverId);
  return {
    mode: modeOf(modesOf(product), wish),
    server: server?.id ?? '',
    variables: new Map(product.custom_variables.map(variable =>
      [variable.identifier, firstValue(variable, wished.get(variable.identifier))])),
    isGift: isTyped,
    platform: isTyped ? giftTo.platform : '',
    receiver: isTyped ? giftTo.id : '',
    quantity: String(wish.quantity ?? 1),
    fixedGift: {...giftTo && !isTyped ? {giftTo} : {}, ...giftToCustomerId ? {giftToCustomerId} : {}},
  };
};

/** What is sent for the answer to a variable. */
export const valueOf = ({type}: CustomVariable, answer = ''): string => {
  if (type === 'dropdown') return answer;
  const typed = answer.trim();
  // Many people write the decimals of a number behind a comma.
  return type === 'number' && /^-?\d+,\d+$/.test(typed) ? typed.replace(',', '.') : typed;
};

/** The part of a line that the answers make. What is not answered is not in it. */
export const choiceOf = (product: Product, answers: Answers): Choice => {
  const {mode, server, variables, isGift, platform, receiver, quantity, fixedGift} = answers;
  const values = product.custom_variables
    .map(variable => [variable.identifier, valueOf(variable, variables.get(variable.identifier))] as const)
    .filter(([, value]) => value);
  const id = receiver.trim();
  return {
    quantity: mode === 'trial' ? 1 : Number(quantity) || 1,
    ...mode === 'once' ? {} : {subscription: true},
    ...mode === 'trial' ? {trial: true} : {},
    ...server ? {gameserverId: server} : {},
    ...values.length ? {customVariables: Object.fromEntries(values)} : {},
    ...isGift && id && canGive(product, answers) ? {giftTo: {platform, id}} : {},
    ...fixedGift,
  };
};

/** What one costs with its surcharges, in the smallest unit of the product's currency; a trial costs nothing now. */
export const unitPrice = (product: Product, {variables}: Answers, mode: Mode): number =>
  mode === 'trial' ? 0 : product.custom_variables.reduce((sum, {identifier, type, options}) => {
    const chosen = type === 'dropdown' && options.find(({value}) => value === variables.get(identifier));
    return sum + (chosen ? chosen.price : 0);
  }, product.pricing?.price_final ?? product.price);

/** Answers as the browser keeps them for a page that comes back. */
export const stateOf = ({variables, ...rest}: Answers): string => JSON.stringify({...rest, variables: [...variables]});

/** What the browser has kept. */
export const answersFrom = (state: string): Answers => {
  const {variables, ...rest} = JSON.parse(state) as Omit<Answers, 'variables'> & {variables: [string, string][]};
  return {...rest, variables: new Map(variables)};
};
