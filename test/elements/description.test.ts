import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {cleanHtml} from '../../src/elements/clean-html.js';
import {nasty} from './nasty.js';

type Sanitizing = {setHTML?: unknown};

const clean = async (html: string, top = 4): Promise<HTMLElement> => {
  const place = document.createElement('div');
  place.append(await cleanHtml(html, top));
  return place;
};

// Serialized by hand: what is compared is the tree itself and not what a parser makes of it.
const read = (node: Node): string => {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = [...node.attributes].map(({name, value}) => ` ${name}="${value}"`).join('');
  return `<${node.localName}${attributes}>${[...node.childNodes].map(read).join('')}</${node.localName}>`;
};

const cleaned = async (html: string, top?: number): Promise<string> =>
  [...(await clean(html, top)).childNodes].map(read).join('');

const allowedAttributes = new RegExp('^(href|rel|target|src|alt|width|height|loading|title|lang|dir|start|reversed|'
  + 'datetime|colspan|rowspan|scope)$');
const allowedTags = new RegExp('^(p|br|hr|div|span|b|strong|i|em|u|s|del|ins|small|sub|sup|mark|code|pre|kbd|samp|q|'
  + 'blockquote|ul|ol|li|dl|dt|dd|abbr|time|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|caption|h[1-6]|a|img)$');

const faultsOf = (place: Element): string[] => [...place.querySelectorAll('*')].flatMap(element => [
  ...allowedTags.test(element.localName) ? [] : [element.localName],
  ...element.getAttributeNames().filter(name => !allowedAttributes.test(name)),
  ...element instanceof HTMLAnchorElement && element.hasAttribute('href')
    && !/^(https?|mailto):$/.test(element.protocol) ? [element.href] : [],
  ...element instanceof HTMLImageElement && !/^(https?:|data:image\/)/.test(element.src) ? [element.src] : [],
]);

const suite = (): void => {
  it('lets through what a merchant writes', async () => {
    expect(await cleaned('<p>One <strong>two</strong><br><code>/fly</code></p><ul><li>a</li></ul>'))
      .to.equal('<p>One <strong>two</strong><br></br><code>/fly</code></p><ul><li>a</li></ul>');
    expect(await cleaned('<table><tbody><tr><td colspan="2" align="left">a</td></tr></tbody></table>'))
      .to.equal('<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>');
    expect(await cleaned('<ol start="3" type="x"><li>a</li></ol>')).to.equal('<ol start="3"><li>a</li></ol>');
  });

  it('keeps the words of what has no use here, and nothing of what it does not know', async () => {
    expect(await cleaned('<center><font color="red">a</font> <section>b</section></center><some-thing>c</some-thing>'))
      .to.equal('a b');
  });

  it('opens links in a new tab that knows nothing of this one', async () => {
    const rest = 'rel="noopener nofollow" target="_blank"';
    expect(await cleaned('<a href="https://a.example" rel="opener">a</a>'))
      .to.equal(`<a href="https://a.example" ${rest}>a</a>`);
    expect(await cleaned('<a href="mailto:a@a.example">a</a>')).to.equal(`<a href="mailto:a@a.example" ${rest}>a</a>`);
    for (const url of ['/here', 'here', '#x', 'ftp://a.example']) {
      expect(await cleaned(`<a href="${url}">a</a>`), url).to.equal('<a>a</a>');
    }
  });

  it('shows pictures that say where they are from, when they are seen', async () => {
    expect(await cleaned('<img src="https://a.example/a.png" width="20" height="9em">'))
      .to.equal('<img src="https://a.example/a.png" width="20" alt="" loading="lazy"></img>');
    expect(await cleaned('<img src="data:image/png;base64,AA" alt="A">')).to.contain('alt="A"');
    expect(await cleaned('<img src="/a.png"><img>')).to.equal('');
  });

  it('puts headings below the one of the product', async () => {
    expect(await cleaned('<h1>a</h1><h3>b</h3>', 4)).to.equal('<h4>a</h4><h6>b</h6>');
    expect(await cleaned('<h3>a</h3><h5>b</h5><h6>c</h6>', 2)).to.equal('<h2>a</h2><h4>b</h4><h5>c</h5>');
    expect(await cleaned('<h2>a</h2><h6>b</h6>', 7)).to.equal('<h6>a</h6><h6>b</h6>');
  });

  it('lets nothing act', async () => {
    const page = globalThis as unknown as {alert: unknown};
    const {alert} = page;
    const calls: unknown[] = [];
    page.alert = (...args: unknown[]) => void calls.push(args);
    const place = document.createElement('div');
    document.body.append(place);
    for (const [html, words] of nasty) {
      const result = await clean(html);
      place.append(result);
      expect(faultsOf(result), html).to.deep.equal([]);
      if (words !== undefined) expect(result.textContent?.trim(), html).to.equal(words);
    }
    await new Promise(resolve => { requestAnimationFrame(resolve); });
    place.remove();
    page.alert = alert;
    expect(calls).to.deep.equal([]);
  });

  it('stays so however these are put together', async () => {
    const signs = ['<', '>', '"', '</', '<!--', '<p>', '<svg>', '<math>', '<table>', '<select>'];
    const pieces = fc.array(fc.oneof(fc.constantFrom(...nasty.map(([html]) => html), ...signs), fc.string()));
    const isClean = async (parts: string[]): Promise<boolean> => faultsOf(await clean(parts.join(''))).length === 0;
    await fc.assert(fc.asyncProperty(pieces, isClean), {numRuns: 60});
  });

  it('is not stopped by depth', async () => {
    const place = await clean(`${'<div>'.repeat(3_000)}deep`);
    expect(place.textContent).to.contain('deep');
  });
};

describe('a description', () => {
  if ('setHTML' in Element.prototype) describe('with the browser\'s sanitizer', suite);

  describe('with DOMPurify', () => {
    const {prototype} = Element as unknown as {prototype: Sanitizing};
    const own = Object.getOwnPropertyDescriptor(prototype, 'setHTML');
    before(() => { if (own) delete prototype.setHTML; });
    after(() => { if (own) Object.defineProperty(prototype, 'setHTML', own); });
    suite();
  });
});
