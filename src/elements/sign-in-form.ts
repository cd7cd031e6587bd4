import {html} from 'lit/html.js';
import type {Messages} from '../i18n/en.js';
import type {PlatformAccount} from '../api/index.js';
import {accountForms} from './player-name.js';

/** What stands in the form. */
export interface SignInForm {
  readonly account: PlatformAccount;
  /** What is wrong with the name; empty when nothing is. */
  readonly error: string;
  readonly isBusy: boolean;
  readonly put: (account: Partial<PlatformAccount>) => void;
  readonly submit: () => void;
}

const editions = [['minecraft_java_name', 'java'], ['minecraft_bedrock_name', 'bedrock']] as const;

/** What is wrong with a name, before anybody is asked about it. */
export const nameMistake = ({platform, id}: PlatformAccount, text: Messages): string => {
  const [form, key] = accountForms[platform] ?? [];
  if (!id.trim()) return text.nameMissing;
  return form && key && !form.test(id.trim()) ? text[key] : '';
};

/** The form in which players of Minecraft say who they are. */
export const signInForm = ({account, error, isBusy, put, submit}: SignInForm, text: Messages) => {
  const send = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  const type = ({target}: Event): void => put({id: (target as HTMLInputElement).value});
  return html`<form part="form" novalidate @submit=${send}>
    <fieldset>
      <legend>${text.yourEdition}</legend>
      <div class="editions">
        ${editions.map(([platform, key]) => html`<label class="edition">
          <input type="radio" name="edition" .checked=${account.platform === platform}
            @change=${() => put({platform})}><span>${text[key]}</span></label>`)}
      </div>
    </fieldset>
    <label class="label" for="name">${text.yourName}</label>
    <input part="input" id="name" name="username" .value=${account.id} @input=${type} autocomplete="username"
      autocapitalize="none" autocorrect="off" spellcheck="false" enterkeyhint="go" maxlength="40" required dir="auto"
      aria-invalid=${error ? 'true' : 'false'} aria-describedby="error">
    <p part="error" id="error" role="alert">${error}</p>
    <button type="submit" class="main" part="button" aria-disabled=${isBusy}><span>${text.signIn}</span><i></i></button>
  </form>`;
};
