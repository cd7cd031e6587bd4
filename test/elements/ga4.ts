/** What was pushed for Google Analytics 4. */
export interface Pushed {
  readonly event: string;
  readonly ecommerce: {readonly items: readonly Readonly<Record<string, unknown>>[]; readonly [name: string]: unknown};
}

type Rule = (value: unknown) => boolean;

const text: Rule = value => typeof value === 'string' && value !== '' && value.length <= 100;
const number: Rule = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const whole: Rule = value => Number.isInteger(value) && (value as number) >= 0;
const currency: Rule = value => typeof value === 'string' && /^[A-Z]{3}$/.test(value);

// The parameters of an item and of the events, by Google's reference of recommended events for online sales: a partner
// (affiliation) stands in items alone, an item has at least an id or a name, and an event has at most 200 of them.
const itemFields: Readonly<Record<string, Rule>> = {
  item_id: text, item_name: text, affiliation: text, coupon: text, discount: number, index: whole, item_brand: text,
  item_category: text, item_category2: text, item_category3: text, item_category4: text, item_category5: text,
  item_list_id: text, item_list_name: text, item_variant: text, location_id: text, price: number, quantity: whole,
};
const sale = {currency, value: number};
const coupon = {coupon: text};
const events: Readonly<Record<string, {needs: Record<string, Rule>; may?: Record<string, Rule>}>> = {
  view_item_list: {needs: {}, may: {currency, item_list_id: text, item_list_name: text}},
  view_item: {needs: sale},
  add_to_cart: {needs: sale},
  remove_from_cart: {needs: sale},
  view_cart: {needs: sale},
  begin_checkout: {needs: sale, may: coupon},
  purchase: {
    needs: {...sale, transaction_id: text}, may: {...coupon, shipping: number, tax: number, customer_type: text},
  },
};

const check = (fields: Readonly<Record<string, unknown>>, rules: Readonly<Record<string, Rule>>): string[] =>
  Object.entries(fields).filter(([name, value]) => !rules[name]?.(value)).map(([name]) => name);

// A value is the sum of price times quantity of all items, without tax and shipping.
const isSum = (value: unknown, items: Pushed['ecommerce']['items']): boolean => {
  const sum = items.reduce((all, {price, quantity}) => all + Number(price) * Number(quantity ?? 1), 0);
  return Math.abs(Number(value) - sum) < 1e-6;
};

/** Which parts of an event Google's reference does not know in that form, and which of those it needs are missing. */
export const faultsOf = ({event, ecommerce: {items, ...fields}}: Pushed): string[] => {
  const rules = events[event];
  if (!rules) return [`no event ${event}`];
  return [
    ...check(fields, {...rules.needs, ...rules.may}),
    ...Object.keys(rules.needs).filter(name => !(name in fields)),
    ...items.length && items.length <= 200 ? [] : ['items'],
    ...'value' in fields && items.length < 200 && !isSum(fields['value'], items) ? ['value is not the sum'] : [],
    ...items.flatMap(item => [...check(item, itemFields), ...'item_id' in item || 'item_name' in item ? [] : ['id']]),
  ];
};
