/**
 * Tells Svelte's templates of the elements: `import 'paynow-elements/svelte'`, once in the project.
 *
 * Svelte sets a property where there is one of that name and else writes an attribute, `false` among them, which counts
 * as being there: an attribute with a dash is `true` or `undefined`.
 */
import type {HTMLAttributes} from 'svelte/elements';
import type {PaynowAttributes, PaynowClass, PaynowListeners, PaynowProperties, PaynowTag} from './elements.js';

/** What an element takes in a template. Listeners are `onpaynow-add={…}`, or `on:paynow-add={…}` as in Svelte 4. */
export type PaynowProps<Tag extends PaynowTag> = HTMLAttributes<PaynowClass<Tag>> &
  PaynowAttributes<boolean, true | ''>[Tag] &
  PaynowProperties<Tag> &
  PaynowListeners<'on', Tag> &
  PaynowListeners<'on:', Tag>;

type Elements = {[Tag in PaynowTag]: PaynowProps<Tag>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
