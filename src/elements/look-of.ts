const names = ['accent', 'on-accent', 'surface', 'text', 'muted', 'border', 'danger', 'radius', 'gap', 'button-shadow'];

/**
 * The look that an element has from where it stands: colours, font and direction, for something of it that has to
 * stand elsewhere. A sheet of its own, because a page may forbid style attributes.
 */
export const lookOf = (element: Element): CSSStyleSheet => {
  // What speaks for an element of the page is not in the page itself.
  const style = getComputedStyle(element.isConnected ? element : element.parentElement ?? document.body);
  const own = names.map(name => [`--paynow-${name}`, style.getPropertyValue(`--paynow-${name}`)] as const);
  const {colorScheme, direction, fontFamily} = style;
  const rules = [
    ...own, ['--paynow-font', fontFamily], ['color-scheme', `${colorScheme}!important`], ['direction', direction],
  ].filter(([, value]) => value);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{${rules.map(([name, value]) => `${name}:${value}`).join(';')}}`);
  return sheet;
};
