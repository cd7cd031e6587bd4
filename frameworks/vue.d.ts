/**
 * Tells Vue's templates of the elements: `import 'paynow-elements/vue'`, once in the project. Vue itself
 * learns of them by `compilerOptions: {isCustomElement: tag => tag.startsWith('paynow-')}`.
 *
 * Vue sets a property where there is one of that name and else writes an attribute, `false` among them, which counts as
 * being there: an attribute with a dash is `true` or `undefined`.
 */
import type {HTMLAttributes, PublicProps} from 'vue';
import type {ElementEventMap} from '../types/store/events.js';
import type {PaynowAttributes, PaynowClass, PaynowEvent, PaynowTag} from './elements.js';

type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

type Listeners<Tag extends PaynowTag> = {
  [Name in keyof ElementEventMap as `on${Capitalize<Camel<Name> & string>}`]?: (
    event: PaynowEvent<Name, Tag>,
  ) => void;
};

type Attributes<Given> = {[Name in keyof Given as Camel<Name> & string]: Given[Name]};

/** What an element takes in a template. */
export type PaynowProps<Tag extends PaynowTag> = HTMLAttributes &
  PublicProps &
  Attributes<PaynowAttributes<boolean | '', true | ''>[Tag]> &
  Listeners<Tag> & {slot?: string | undefined};

type Elements = {[Tag in PaynowTag]: new () => PaynowClass<Tag> & {$props: PaynowProps<Tag>}};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
