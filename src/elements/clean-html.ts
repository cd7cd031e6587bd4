import {isLink, isPicture} from './safe-url.js';

/** What may stand in a description, each with the attributes that it keeps beside `title`, `lang` and `dir`. */
const allowed: Readonly<Record<string, readonly string[]>> = Object.assign(Object.create(null), Object.fromEntries(
  ('p br hr div span b strong i em u s del ins small sub sup mark code pre kbd samp q blockquote ul li dl dt dd abbr '
    + 'figure figcaption table thead tbody tfoot tr caption h1 h2 h3 h4 h5 h6').split(' ').map(tag => [tag, []])), {
  a: ['href'], img: ['src', 'alt', 'width', 'height'], ol: ['start', 'reversed'], time: ['datetime'],
  td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'],
});

const everywhere = ['title', 'lang', 'dir'];

// Of these the words stay. All else goes with what is in it: it may be a script, and no merchant means it to be read.
const unwrapped = ('address article aside bdi bdo big body center cite details dfn font footer form header hgroup '
  + 'label legend main marquee nav nobr picture ruby section strike summary tt var').split(' ');

const isFit = (name: string, value: string): boolean => {
  if (name === 'href') return isLink(value) && /^(https?:|mailto:)/i.test(value.trim());
  if (name === 'src') return isPicture(value);
  if (/^(width|height|start|colspan|rowspan)$/.test(name)) return /^\d{1,4}$/.test(value);
  return true;
};

/** Below the heading that the page gives the product, whatever level the merchant began with. */
const headings = (root: ParentNode, top: number): ((tag: string) => string) => {
  const first = [1, 2, 3, 4, 5, 6].find(level => root.querySelector(`h${level}`)) ?? 1;
  return tag => (/^h\d$/.test(tag) ? `h${Math.min(6, Number(tag[1]) - first + top)}` : tag);
};

// Nothing of what the merchant wrote gets into the page itself: what is allowed is made anew, node by node.
const copy = (from: Node, nameOf: (tag: string) => string): Node[] => {
  if (from.nodeType === Node.TEXT_NODE) return [document.createTextNode(from.nodeValue ?? '')];
  if (!(from instanceof HTMLElement)) return [];
  const names = allowed[from.localName];
  if (!names && !unwrapped.includes(from.localName)) return [];
  const children = [...from.childNodes].flatMap(child => copy(child, nameOf));
  if (!names) return children;
  const made = document.createElement(nameOf(from.localName));
  for (const name of [...names, ...everywhere]) {
    const value = from.getAttribute(name);
    if (value !== null && isFit(name, value)) made.setAttribute(name, value);
  }
  if (made instanceof HTMLAnchorElement && made.hasAttribute('href')) {
    Object.assign(made, {rel: 'noopener nofollow', target: '_blank'});
  }
  if (made instanceof HTMLImageElement) {
    if (!made.hasAttribute('src')) return [];
    Object.assign(made, {alt: made.alt, loading: 'lazy'});
  }
  made.append(...children);
  return [made];
};

type Parsed = ParentNode & Node;
type Sanitizing = HTMLElement & {setHTML?: (html: string, options: {sanitizer: object}) => void};

// The browser's own sanitizer needs no policy under Trusted Types. DOMPurify makes one named `dompurify`.
const parse = async (html: string): Promise<Parsed> => {
  const elements = Object.keys(allowed);
  const attributes = [...new Set([...Object.values(allowed).flat(), ...everywhere])];
  // A document that is not shown: nothing in it is loaded or run.
  const {body} = document.implementation.createHTMLDocument('') as {body: Sanitizing};
  if (body.setHTML) {
    // Lists of what stays, and none of what goes: Chromium 156 ends the page over `onstart` when it has to look for it.
    body.setHTML(html, {sanitizer: {elements, attributes, replaceWithChildrenElements: unwrapped}});
    return body;
  }
  const {purifier} = await import('./purifier.js');
  return purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true, ALLOWED_TAGS: [...elements, ...unwrapped, '#text'], ALLOWED_ATTR: attributes,
    KEEP_CONTENT: false, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, SANITIZE_DOM: false,
  });
};

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0'};

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!).trim();

/**
 * HTML that the merchant wrote, without anything that could act: no script, style, form or frame, links that open a new
 * tab, pictures over the network only. Where the page's policy lets nothing read HTML, its words alone.
 * @param top the level that the first heading gets.
 */
export const cleanHtml = async (html: string, top: number): Promise<DocumentFragment> => {
  const clean = document.createDocumentFragment();
  try {
    const parsed = await parse(html);
    const nameOf = headings(parsed, top);
    clean.append(...[...parsed.childNodes].flatMap(child => copy(child, nameOf)));
  } catch {
    clean.replaceChildren(wordsOf(html));
  }
  return clean;
};
