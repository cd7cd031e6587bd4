// Tries the looks of the elements: ready ones, own values for the custom properties, and which piece a part is.
const themes = ['', 'ember', 'frost', 'voxel', 'neon', 'parchment', 'terminal', 'ink'];
const properties = [
  'accent', 'on-accent', 'surface', 'text', 'muted', 'border', 'danger', 'radius', 'gap', 'button-shadow', 'font',
].map(name => `--paynow-${name}`);

const byId = id => document.getElementById(id);
const stage = byId('stage');
const make = (tag, values, ...children) => {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
};

// The page has looks of its own, which are for its other stories and not for this stage.
const own = new CSSStyleSheet();
own.replaceSync(`#stage[data-paynow-theme='']{${properties.map(name => `${name}:initial`).join(';')}}`);
const marks = new CSSStyleSheet();
document.adoptedStyleSheets.push(own, marks);

byId('themes').append(...themes.map(name => make('label', {},
  make('input', {type: 'radio', name: 'theme', value: name, checked: name === ''}), name || 'as they come')));

const fields = new Map(properties.map(name => [name, make('input', {spellcheck: false, autocomplete: 'off'})]));
byId('properties').append(...[...fields].map(([name, field]) => make('label', {}, name, field)));

if (matchMedia('(prefers-color-scheme: dark)').matches) byId('looks').elements.side.value = 'dark';

const chosen = name => new FormData(byId('looks')).get(name);

const cssOf = () => {
  const set = [...fields].filter(([, {value}]) => value.trim() !== '');
  const lines = set.map(([name, {value}]) => `  ${name}: ${value.trim()};`);
  const sheet = chosen('theme')
    ? `/* <link rel="stylesheet" href="…/paynow.themes.css">\n   <html data-paynow-theme="${chosen('theme')}"> */\n` : '';
  return `${sheet}${lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : ''}` || '/* Nothing is changed yet. */';
};

const apply = () => {
  stage.dataset.paynowTheme = chosen('theme');
  stage.style.colorScheme = chosen('side');
  for (const [name, field] of fields) {
    stage.style.setProperty(name, field.value);
    const value = getComputedStyle(stage).getPropertyValue(name).trim();
    field.placeholder = value || 'by default';
  }
  byId('css').textContent = cssOf();
};
byId('looks').addEventListener('input', apply);
byId('looks').addEventListener('submit', event => event.preventDefault());

// Elements inside of our elements are a part of them to the page, as long as they hand their parts on.
const elements = () => [...stage.querySelectorAll(':defined')].filter(({localName, shadowRoot}) =>
  shadowRoot && localName.startsWith('paynow-'));
const partsOf = tag => [...new Set(elements().filter(({localName}) => localName === tag).flatMap(({shadowRoot}) =>
  [...shadowRoot.querySelectorAll('[part]')].flatMap(({part}) => [...part])))].sort();

let shown = '';
const show = tag => {
  const parts = partsOf(tag);
  if (`${tag} ${parts}` === shown) return;
  shown = `${tag} ${parts}`;
  marks.replaceSync('');
  byId('parts').replaceChildren(...parts.map(part => {
    const mark = on => marks.replaceSync(on ? `${tag}::part(${part}){outline:3px dashed #e0218a;outline-offset:2px}` : '');
    const button = make('button', {type: 'button', textContent: part, ariaPressed: 'false'});
    button.addEventListener('click', () => {
      const isOn = button.ariaPressed !== 'true';
      for (const other of byId('parts').querySelectorAll('button')) other.ariaPressed = 'false';
      button.ariaPressed = String(isOn);
      mark(isOn);
    });
    return make('li', {}, button);
  }));
};

const refresh = () => {
  const tags = [...new Set(elements().map(({localName}) => localName))].sort();
  const select = byId('tag');
  const known = [...select.options].map(({value}) => value);
  select.append(...tags.filter(tag => !known.includes(tag)).map(tag => new Option(`<${tag}>`, tag)));
  if (select.value) show(select.value);
};
byId('tag').addEventListener('change', refresh);
for (const tag of new Set([...stage.querySelectorAll('*')].map(({localName}) => localName).filter(name => name.includes('-'))))
  customElements.whenDefined(tag).then(refresh, () => {});
stage.addEventListener('click', () => requestAnimationFrame(refresh));
document.addEventListener('paynow-cart-change', () => requestAnimationFrame(refresh));

apply();
