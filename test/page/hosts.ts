const link = (href: string): string => `<link rel="stylesheet" href="${href}">`;
const own = (name: string): string => link(`/test/page/hosts/${name}.css`);
const modules = '/node_modules';

/** A page that the elements are put into. */
interface Host {
  /** The stylesheets that are its own. */
  readonly head: string;
  /** The classes around the content. */
  readonly classes?: string;
  /** Whether the page takes our stylesheet, too. */
  readonly isReady?: boolean;
}

/** Ours, which keeps the room of the elements. */
export const ours = link('/dist/paynow.css');

export const hosts: Readonly<Record<string, Host>> = {
  Bootstrap: {head: link(`${modules}/bootstrap/dist/css/bootstrap.min.css`), classes: 'container text-center small'},
  "Tailwind's preflight": {head: link(`${modules}/tailwindcss/preflight.css`)},
  'a classic WordPress theme': {head: own('wordpress-classic'), classes: 'entry-content'},
  'a WordPress block theme': {
    head: own('wordpress-block'),
    classes: 'wp-site-blocks entry-content is-layout-flow is-layout-constrained has-text-align-center',
  },
  'an old reset': {head: own('old-reset')},
  '* { all: unset }': {
    head: '<style>* { all: unset } head, head *, script { display: none }</style>',
    isReady: true,
  },
  'a page that hands down the worst': {head: own('hostile')},
};
