import type {WireTax} from './wire.js';

type Row = [name: string, currency: string, abbreviation: string, localName: string, rate: number, eu: boolean];

/** Countries where the sandbox's prices hold tax. Everywhere else no tax is named. */
const rates: Record<string, Row> = {
  AT: ['Austria', 'EUR', 'USt.', 'Umsatzsteuer', 20, true],
  CZ: ['Czech Republic', 'CZK', 'DPH', 'Daň z přidané hodnoty', 21, true],
  DE: ['Germany', 'EUR', 'MwSt.', 'Mehrwertsteuer', 19, true],
  ES: ['Spain', 'EUR', 'IVA', 'Impuesto sobre el Valor Añadido', 21, true],
  FI: ['Finland', 'EUR', 'ALV', 'Arvonlisävero', 25.5, true],
  FR: ['France', 'EUR', 'TVA', 'Taxe sur la valeur ajoutée', 20, true],
  GB: ['United Kingdom', 'GBP', 'VAT', 'Value Added Tax', 20, false],
  IE: ['Ireland', 'EUR', 'VAT', 'Value Added Tax', 23, true],
  IT: ['Italy', 'EUR', 'IVA', 'Imposta sul Valore Aggiunto', 22, true],
  NL: ['Netherlands', 'EUR', 'btw', 'Belasting over de toegevoegde waarde', 21, true],
  PL: ['Poland', 'PLN', 'PTU', 'Podatek od towarów i usług', 23, true],
  SE: ['Sweden', 'SEK', 'moms', 'Mervärdesskatt', 25, true],
};

/** The tax inside a price for a customer in this country; undefined where there is none or the country is not known. */
export const taxOf = (country: string | undefined): WireTax | undefined => {
  const row = country === undefined ? undefined : rates[country];
  if (!row || country === undefined) return undefined;
  const [name, currency, abbreviation, localName, rate, eu] = row;
  return {
    country_code: country,
    country_name: name,
    currency,
    vat_abbreviation: abbreviation,
    vat_local_name: localName,
    eu_member_state: eu,
    eservice_rate: rate,
    percentage: rate,
  };
};
