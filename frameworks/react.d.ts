/**
 * Tells React's JSX of the elements: `import 'paynow-elements/react'`, once in the project.
 *
 * React 19 sets properties, listens with `onpaynow-add={…}` and leaves out an attribute that is `false`. React 18
 * writes attributes only, `false` among them, which counts as being there; its listeners are added through a ref.
 */
import type * as React from 'react';
import type {PaynowAttributes, PaynowClass, PaynowListeners, PaynowProperties, PaynowTag} from './elements.js';

type Is19 = 'use' extends keyof typeof React ? true : false;

type Common<Tag extends PaynowTag> = React.HTMLAttributes<PaynowClass<Tag>> & React.ClassAttributes<PaynowClass<Tag>>;

type Props19<Tag extends PaynowTag> = Common<Tag> &
  PaynowAttributes<boolean, boolean | ''>[Tag] &
  PaynowProperties<Tag> &
  PaynowListeners<'on', Tag>;

type Props18<Tag extends PaynowTag> = Omit<Common<Tag>, 'className'> &
  PaynowAttributes<true | ''>[Tag] & {
    /** React 18 knows no `className` on custom elements. */
    class?: string | undefined;
  } & {[Name in keyof PaynowListeners<'on', Tag>]?: never};

/** What an element takes in JSX. */
export type PaynowProps<Tag extends PaynowTag> = Is19 extends true ? Props19<Tag> : Props18<Tag>;

type Elements = {[Tag in PaynowTag]: PaynowProps<Tag>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
