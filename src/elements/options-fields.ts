import {html, nothing} from 'lit/html.js';
import type {CustomVariable, Product} from '../api/index.js';
import {money} from '../i18n/format.js';
import type {Messages} from '../i18n/en.js';
import {duration} from '../i18n/words.js';
import {minusIcon, plusIcon} from './cart-icons.js';
import {canGive, modesOf, mostOf, serversOf, sortedOptions, unitPrice} from './choice.js';
import type {Answers, Mode} from './choice.js';
import type {FieldName} from './choice-checks.js';
import {selectField} from './select-field.js';
import type {Field} from './select-field.js';

/** What the fields are drawn from, and where they say what was put into them. */
export interface OptionsView {
  readonly product: Product;
  readonly answers: Answers;
  readonly text: Messages;
  readonly locale: string;
  /** On which platforms receivers of gifts are known; nothing as long as that is not known itself. */
  readonly platforms: readonly string[] | undefined;
  /** What is wrong in a field, when that is to be seen. */
  readonly said: (field: FieldName) => string;
  readonly put: (field: FieldName, news: Partial<Answers>) => void;
}

const valueIn = ({target}: Event): string => (target as HTMLInputElement).value;

const price = ({product, locale}: OptionsView, amount: number): string => money(amount, product.currency, locale);

/** A price on top, as `+€0.50`; nothing when there is none. */
const surcharge = (view: OptionsView, amount: number): string =>
  amount ? `${amount > 0 ? '+' : '\u2212'}${price(view, Math.abs(amount))}` : '';

const scale = (value: string): 'day' | 'week' | 'month' | 'year' | undefined =>
  (['day', 'week', 'month', 'year'] as const).find(known => known === value);

/** How often a subscription renews, as a sentence begins. */
export const rhythmOf = (product: Product, text: Messages): string => {
  const every = scale(product.subscription_interval_scale);
  return every ? text[every](product.subscription_interval_value) : text.subscription;
};

/** A phrase that can begin a sentence, within one. */
const inSentence = (phrase: string, locale: string): string =>
  phrase.charAt(0).toLocaleLowerCase(locale) + phrase.slice(1);

const modeName = ({product, text, locale}: OptionsView, mode: Mode): string => {
  if (mode === 'once') return text.once;
  if (mode === 'subscription') return rhythmOf(product, text);
  const {period_scale: unit, period_value: length} = product.trial;
  return scale(unit) ? text.freeFor(duration(length, unit, locale)) : text.trial;
};

const modes = (view: OptionsView) => {
  const {product, answers, text, locale, said, put} = view;
  const offered = modesOf(product);
  if (!offered[1]) return offered[0] === 'subscription' ? html`<p class="hint">${rhythmOf(product, text)}</p>` : '';
  const error = said('mode');
  const rhythm = inSentence(rhythmOf(product, text), locale);
  const later = text.afterwards(price(view, unitPrice(product, answers, 'subscription')), rhythm);
  const row = (mode: Mode) => html`<label class="mode">
    <input type="radio" name="mode" part="control" id=${mode} .checked=${answers.mode === mode}
      aria-describedby=${error ? 'mode-error' : nothing} @change=${() => put('mode', {mode})}>
    <span>${modeName(view, mode)}${mode === 'trial' ? html`<small>${later}</small>` : ''}</span>
    <span class="price">${price(view, unitPrice(product, answers, mode))}</span>
  </label>`;
  return html`<div part="field" role="radiogroup" aria-labelledby="mode-label"
    aria-invalid=${error ? 'true' : 'false'}>
    <span part="label" id="mode-label">${text.mode}</span>
    <div class="modes">${offered.map(row)}</div>
    ${error ? html`<p part="error" id="mode-error">${error}</p>` : ''}
  </div>`;
};

const server = ({product, answers, text, said, put}: OptionsView) => {
  const servers = serversOf(product);
  return servers.length < 2 ? '' : selectField({
    name: 'server', label: text.server, hint: '', error: said('server'), value: answers.server,
    options: [
      ...answers.server ? [] : [{value: '', name: text.choose}], ...servers.map(({id, name}) => ({value: id, name})),
    ],
    put: value => put('server', {server: value}),
  });
};

interface TextField extends Field {
  readonly value: string;
  readonly keys: 'text' | 'decimal' | 'numeric';
  readonly put: (value: string) => void;
}

const textField = ({name, label, hint, error, value, keys, put}: TextField) => {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div part="field">
    <label part="label" for=${name}>${label}</label>
    <input type="text" part="control" id=${name} dir="auto" inputmode=${keys} autocomplete="off" autocapitalize="off"
      spellcheck="false" .value=${value} aria-required="true" aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described || nothing} @input=${(event: Event) => put(valueIn(event))}>
    ${hint ? html`<p class="hint" id=${`${name}-hint`}><bdi>${hint}</bdi></p>` : ''}
    ${error ? html`<p part="error" id=${`${name}-error`}>${error}</p>` : ''}
  </div>`;
};

const variable = (view: OptionsView, asked: CustomVariable, index: number) => {
  const {answers, text, said, put} = view;
  const {identifier, name: label, description: hint, type} = asked;
  const name = `variable-${index}` as const;
  const value = answers.variables.get(identifier) ?? '';
  const field = {
    name, label, hint, value, error: said(name),
    put: (news: string) => put(name, {variables: new Map([...answers.variables, [identifier, news]])}),
  };
  if (type !== 'dropdown') return textField({...field, keys: type === 'number' ? 'decimal' : 'text'});
  const choices = sortedOptions(asked).map(option => {
    const extra = surcharge(view, option.price);
    return {value: option.value, name: extra ? `${option.name} (${extra})` : option.name};
  });
  const isChosen = value && choices.some(choice => choice.value === value);
  return selectField({...field, options: isChosen ? choices : [{value: '', name: text.choose}, ...choices]});
};

const gift = (view: OptionsView) => {
  const {product, answers, platforms, text, said, put} = view;
  const {mode, isGift, platform, receiver, fixedGift} = answers;
  const isSold = modesOf(product).includes('once');
  const isPossible = isSold && !product.is_gifting_disabled && !Object.keys(fixedGift).length;
  if (!isPossible) return '';
  const isOff = mode !== 'once';
  const toggle = ({target}: Event): void => put('gift', {isGift: (target as HTMLInputElement).checked});
  const error = said('gift');
  const edition = () => selectField({
    name: 'platform', label: text.edition, hint: '', error: '', value: platform,
    options: (platforms ?? []).map(value => ({value, name: value.includes('bedrock') ? text.bedrock : text.java})),
    put: value => put('receiver', {platform: value}),
  });
  const isSteam = platform === 'steam';
  return html`<div part="field">
    <label class="check"><input type="checkbox" part="control" id="gift" .checked=${isGift && !isOff} ?disabled=${isOff}
      aria-describedby=${isOff ? 'gift-hint' : error ? 'gift-error' : nothing}
      @change=${toggle}> ${text.asGift}</label>
    ${isOff ? html`<p class="hint" id="gift-hint">${text.giftNotSubscription}</p>` : ''}
    ${error ? html`<p part="error" id="gift-error">${error}</p>` : ''}
  </div>
  ${isGift && platforms && canGive(product, answers) ? html`<div class="receiver">
    ${platforms.length > 1 ? edition() : ''}
    ${textField({
      name: 'receiver', label: isSteam ? text.steamId : text.playerName, hint: isSteam ? text.steamHint : '',
      keys: isSteam ? 'numeric' : 'text', value: receiver, error: said('receiver'),
      put: value => put('receiver', {receiver: value}),
    })}
  </div>` : ''}`;
};

const quantity = ({product, answers, text, said, put}: OptionsView) => {
  const most = mostOf(product);
  if (answers.mode === 'trial' || most < 2) return '';
  const error = said('quantity');
  const now = Number(answers.quantity) || 1;
  const step = (by: number) => (event: Event): void => {
    put('quantity', {quantity: String(Math.min(most, Math.max(1, now + by)))});
    // The buttons change the field as typing does, and so tell the page as typing does.
    for (const type of ['input', 'change']) event.target?.dispatchEvent(new Event(type, {bubbles: true}));
  };
  return html`<div part="field" class="row">
    <label part="label" for="quantity">${text.quantity}</label>
    <div class="stepper">
      <button type="button" aria-label=${text.oneLess} ?disabled=${now <= 1} @click=${step(-1)}>${minusIcon}</button>
      <input type="text" part="control" id="quantity" inputmode="numeric" autocomplete="off" size="3"
        .value=${answers.quantity} aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? 'quantity-error' : nothing}
        @input=${(event: Event) => put('quantity', {quantity: valueIn(event)})}>
      <button type="button" aria-label=${text.oneMore} ?disabled=${now >= most} @click=${step(1)}>${plusIcon}</button>
    </div>
    ${error ? html`<p part="error" id="quantity-error">${error}</p>` : ''}
  </div>`;
};

/** All fields of a product, in the order in which one decides. */
export const optionsFields = (view: OptionsView) => {
  const whole = view.said('product');
  return html`${whole ? html`<p part="error" id="product" tabindex="-1">${whole}</p>` : ''}
    ${modes(view)} ${server(view)}
    ${view.product.custom_variables.map((asked, index) => variable(view, asked, index))}
    ${gift(view)} ${quantity(view)}`;
};
