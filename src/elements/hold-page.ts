// Made when it is needed, because Node, where this file may be imported, has no stylesheets.
let sheet: CSSStyleSheet | undefined;
const holders = new Set<object>();

/** Keeps the page behind a dialog from scrolling for as long as anything holds it. */
export const holdPage = (holder: object, isHeld: boolean): void => {
  const had = holders.size > 0;
  holders[isHeld ? 'add' : 'delete'](holder);
  const has = holders.size > 0;
  if (had === has) return;
  const still = sheet ??= new CSSStyleSheet();
  // The gutter keeps the width that the scrollbar leaves, so that nothing behind the dialog moves.
  const hasScrollbar = innerWidth > document.documentElement.clientWidth;
  const gutter = hasScrollbar ? 'scrollbar-gutter:stable!important' : '';
  const others = document.adoptedStyleSheets.filter(other => other !== still);
  if (has) still.replaceSync(`html{overflow:hidden!important;${gutter}}`);
  document.adoptedStyleSheets = has ? [...others, still] : others;
};
