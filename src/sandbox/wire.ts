/*
 * What the sandbox answers, in PayNow's own names. These types are the sandbox's, not the client's: the fake must not
 * share what it is there to check. A property that PayNow may leave out is left out here, never sent as null.
 */

/** A named amount of time, e.g. `1` and `month`. */
export type WireScale = 'day' | 'week' | 'month' | 'year';

/** The tax that is inside a price. `percentage` is 19 for 19 %. */
export interface WireTax {
  country_code: string;
  country_name: string;
  currency: string;
  vat_abbreviation: string;
  vat_local_name: string;
  eu_member_state: boolean;
  eservice_rate: number;
  percentage: number;
}

/** A sale that is running. `discount_amount` is in permille for `percent`, else in minor units. */
export interface WireSale {
  id: string;
  version_id: string;
  name: string;
  discount_type: 'percent' | 'amount';
  discount_amount: number;
  minimum_order_value: number;
  begins_at: string;
  ends_at?: string;
}

/** What one unit costs, in minor units of the currency that was asked for. */
export interface WirePricing {
  active_sale?: WireSale;
  sale_value?: number;
  vat_rate?: WireTax;
  regional_pricing?: {region_id: string; currency: string; tax_inclusive: boolean; base_price: number};
  price_original: number;
  price_final: number;
}

/** One choice of a dropdown; `price` is added to the price of one unit. */
export interface WireOption {
  name: string;
  value: string;
  price: number;
  is_default: boolean;
  sort_order: number;
}

/** Something the customer has to say about the product. */
export interface WireVariable {
  identifier: string;
  name: string;
  description: string;
  type: 'dropdown' | 'text' | 'number';
  value_regex?: string;
  options: WireOption[];
}

/** A game server that the product can be delivered to. */
export interface WireGameServer {
  id: string;
  name: string;
  enabled: boolean;
}

/** One line of a cart. `price` is for one unit and holds the surcharges of the chosen options. */
export interface WireCartLine {
  line_key: string;
  product_id: string;
  name: string;
  slug: string;
  price: number;
  quantity: number;
  subscription: boolean;
  trial: boolean;
  image_url?: string;
  selected_gameserver_id?: string;
  selected_gameserver?: WireGameServer;
  pricing: WirePricing;
  custom_variables: (Omit<WireVariable, 'value_regex'> & {id: string; value: string; selected_option?: WireOption})[];
  gift_to_customer?: WireCustomer;
  gift_to_customer_id?: string;
}

/** A customer as other customers may see them: the recipient of a gift. */
export interface WireCustomer {
  id: string;
  store_id: string;
  profile: {id: string; platform: string; name: string; avatar_url: string};
  steam_id?: string;
  steam?: {id: string; name: string; avatar_url: string};
  minecraft_uuid?: string;
  minecraft?: {id: string; name: string; avatar_url: string};
  minecraft_platform?: 'java' | 'bedrock';
  name: string;
}

/** One fault among those that PayNow lists under `errors`. */
export interface WireValidationError {
  code: string;
  message: string;
  path: string;
  validation: string;
}
