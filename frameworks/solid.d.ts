/**
 * Tells Solid's JSX of the elements: `import 'paynow-elements/solid'`, once in the project.
 *
 * Solid sets properties, `product-id` as `productId`, and listens with `on:paynow-add`. What has no property is written
 * with `attr:`, such as the attributes of `<paynow-store>`.
 */
import type {JSX as SolidJsx} from 'solid-js';
import type {PaynowAttributes, PaynowClass, PaynowListeners, PaynowProperties, PaynowTag} from './elements.js';

type Prefixed<Prefix extends string, Given> = {[Name in keyof Given & string as `${Prefix}${Name}`]?: Given[Name]};

type Plain<Tag extends PaynowTag> = Tag extends 'paynow-store'
  ? {[Name in keyof PaynowAttributes[Tag]]?: never}
  : PaynowAttributes<boolean>[Tag];

/** What an element takes in JSX. */
export type PaynowProps<Tag extends PaynowTag> = SolidJsx.HTMLAttributes<PaynowClass<Tag>> &
  Plain<Tag> &
  Prefixed<'attr:', PaynowAttributes<true | ''>[Tag]> &
  Prefixed<'bool:', PaynowAttributes<boolean>[Tag]> &
  Prefixed<'prop:', PaynowProperties<Tag>> &
  PaynowProperties<Tag> &
  PaynowListeners<'on:', Tag>;

type Elements = {[Tag in PaynowTag]: PaynowProps<Tag>};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
