/** How what is inside of elements looks: for each inner element its place, its size and all of its computed style. */
export type Look = ReadonlyMap<string, Readonly<Record<string, string>>>;

const round = (length: number): string => String(Math.round(length * 10) / 10);

// What is handed down to every element and seen on none of ours: it is of tabs, quotations, lists, tables, whole pages.
const unseen =
  /tap-highlight|font-smoothing|size-adjust|tab-size|quotes|list-style|border-collapse|border-spacing|locale/;

const everything = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap(element =>
    [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);

// Brings everything that moves to its end.
const calm = (document: Document): void => {
  const roots = everything(document).flatMap(({shadowRoot}) => shadowRoot ?? []);
  for (const animation of [document, ...roots].flatMap(root => root.getAnimations())) {
    if (animation.effect?.getTiming().iterations === Infinity) animation.cancel();
    else animation.finish();
  }
};

/** How what is inside of these elements looks now, once nothing moves any more. */
export const lookOf = (document: Document, ...hosts: readonly Element[]): Look => {
  calm(document);
  const look = new Map<string, Record<string, string>>();
  for (const [index, host] of hosts.entries()) {
    const inner = host.shadowRoot ? everything(host.shadowRoot) : [];
    const from = inner.map(element => element.getBoundingClientRect()).find(({width}) => width > 0);
    for (const [place, element] of inner.entries()) {
      if (element instanceof document.defaultView!.HTMLSlotElement) continue;
      const {x, y, width, height} = element.getBoundingClientRect();
      const style = document.defaultView!.getComputedStyle(element);
      const values: Record<string, string> = {
        place: width || height ? `${round(x - from!.x)} ${round(y - from!.y)}` : '',
        size: `${round(width)} ${round(height)}`,
      };
      for (const name of style) if (!unseen.test(name)) values[name] = style.getPropertyValue(name);
      look.set(`${index} ${host.localName} ${place} ${element.localName}.${element.part}`, values);
    }
  }
  return look;
};

// Where a box begins may differ by less than anything that can be drawn.
const isSame = (expected: string, actual: string | undefined): boolean => {
  const [one, other] = [expected, actual ?? ''].map(text => text.split(' ').map(Number));
  return expected === actual || one!.every((length, index) => Math.abs(length - other![index]!) < 0.3);
};

/** What is not the same, in words: each difference once, with where it is found first. */
export const differences = (expected: Look, actual: Look): string[] => {
  const found = new Map<string, string[]>();
  const note = (what: string, where: string): void => void found.set(what, [...(found.get(what) ?? []), where]);
  for (const [name, values] of expected) {
    const others = actual.get(name);
    if (!others) note('missing', name);
    for (const [property, value] of Object.entries(values)) {
      if (others && !isSame(value, others[property])) note(`${property}: ${others[property]}, not ${value}`, name);
    }
  }
  for (const name of actual.keys()) if (!expected.has(name)) note('new', name);
  return [...found].map(([what, where]) => `${what} (${where.length} times, first ${where[0]})`);
};

const deepest = (root: DocumentOrShadowRoot, x: number, y: number): Element | null => {
  const found = root.elementFromPoint(x, y);
  const inside = found?.shadowRoot && found.shadowRoot !== root && deepest(found.shadowRoot, x, y);
  return inside || found;
};

/** The control, if a shopper can reach it: it is drawn, in sight, and nothing lies above it. */
export const pressable = (control: Element): HTMLElement => {
  calm(control.ownerDocument);
  control.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = control.getBoundingClientRect();
  const hit = deepest(control.ownerDocument, x + width / 2, y + height / 2);
  // Text of the page that is in a slot belongs to the host.
  const isHit = hit && (control.contains(hit) || hit === (control.getRootNode() as ShadowRoot).host);
  if (!isHit) throw new Error(`${control.part} cannot be reached: ${hit?.localName} is there.`);
  return control as HTMLElement;
};
