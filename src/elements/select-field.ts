import {html, nothing} from 'lit/html.js';

/** What every field has. */
export interface Field {
  /** Id of the control; those of hint and error follow from it. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string;
}

interface SelectField extends Field {
  readonly value: string;
  readonly options: readonly {readonly value: string; readonly name: string}[];
  readonly put: (value: string) => void;
}

/** A labelled choice. Its arrow is an element, because pages may forbid the pictures that a stylesheet would bring. */
export const selectField = ({name, label, hint, error, value, options, put}: SelectField) => {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div part="field">
    <label part="label" for=${name}>${label}</label>
    <span class="select">
      <select
        part="control"
        id=${name}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${described || nothing}
        @change=${({target}: Event) => put((target as HTMLSelectElement).value)}
      >
        ${options.map(
          option =>
            html`<option .value=${option.value} .selected=${option.value === value} ?hidden=${option.value === ''}>
              ${option.name}
            </option>`,
        )}
      </select>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 10l5 5 5-5"></path></svg>
    </span>
    ${hint ? html`<p class="hint" id=${`${name}-hint`}><bdi>${hint}</bdi></p>` : ''}
    ${error ? html`<p part="error" id=${`${name}-error`}>${error}</p>` : ''}
  </div>`;
};
