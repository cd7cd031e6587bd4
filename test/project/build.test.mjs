import assert from 'node:assert/strict';
import {test} from 'node:test';
import {minifyCss, minifyTemplates} from '../../tools/minify-templates.mjs';

test('a stylesheet loses comments and empty space', () => {
  assert.equal(
    minifyCss(`
      /* The host. */
      :host {
        --_accent: var(--paynow-accent, #2b5ce6);
        display: inline-block;
      }
    `),
    ':host{--_accent:var(--paynow-accent,#2b5ce6);display:inline-block}',
  );
});

test('a number loses the zero before its point, a plain value of an attribute its quotes', () => {
  assert.equal(minifyCss('a { margin: 0.5em -0.5em 10.5px; rotate: calc((0.18 - y) * 9) }'),
    'a{margin:.5em -0.5em 10.5px;rotate:calc((.18 - y) * 9)}');
  assert.equal(minifyCss('[part=\'spinner\'] [part="a-b"] [part=\'a b\'] [level=\'1\'] {}'),
    '[part=spinner] [part=a-b] [part=\'a b\'] [level=\'1\']{}');
});

test('what a stylesheet means stays: descendants, sums, strings', () => {
  assert.equal(
    minifyCss(':host(:state(busy)) button:hover > [part] { width: calc(1px + 2em); content: \'\' / \'\'; }'),
    ':host(:state(busy)) button:hover > [part]{width:calc(1px + 2em);content:\'\' / \'\'}',
  );
  assert.equal(minifyCss('ul :is(a, b) :hover {}'), 'ul :is(a,b) :hover{}');
  const query = '@media (width < 800px) and (hover: hover)';
  assert.equal(minifyCss(`${query} {a {b: c}}`), '@media (width < 800px) and (hover:hover){a{b:c}}');
});

test('markup keeps the space between words and loses its indentation', () => {
  assert.equal(minifyTemplates('html`<p>one\n      <b>two</b></p>`'), 'html`<p>one\n<b>two</b></p>`');
});

test('a stylesheet that asks for the end of an attribute is minified like any other', () => {
  assert.equal(minifyTemplates('css`\n  [slot$="-lines"] {\n    margin: 0;\n  }`'),
    'css`[slot$="-lines"]{margin:0}`');
});

test('a stylesheet with an expression in it loses its indentation only', () => {
  assert.equal(minifyTemplates('css`\n  a {\n    margin: ${one} auto;\n  }`'), 'css`\na {\nmargin: ${one} auto;\n}`');
});
