/**
 * Tells Preact's JSX of the elements: `import 'paynow-elements/preact'`, once in the project.
 *
 * Preact sets a property where there is one of that name and else writes an attribute, where `false` may count as being
 * there: an attribute with a dash is left out instead, or set by its property (`openCart={false}`).
 */
import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {PaynowAttributes, PaynowClass, PaynowListeners, PaynowProperties, PaynowTag} from './elements.js';

/** What an element takes in JSX. */
export type PaynowProps<Tag extends PaynowTag> = HTMLAttributes<PaynowClass<Tag>> &
  ClassAttributes<PaynowClass<Tag>> &
  PaynowAttributes<boolean, true | ''>[Tag] &
  PaynowProperties<Tag> &
  PaynowListeners<'on', Tag>;

type Elements = {[Tag in PaynowTag]: PaynowProps<Tag>};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
