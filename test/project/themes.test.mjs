import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {root} from '../../tools/sources.mjs';

const css = readFileSync(`${root}src/paynow.themes.css`, 'utf8');
const documented = [...readFileSync(`${root}src/elements/paynow-element.ts`, 'utf8').matchAll(/@cssprop (--[\w-]+)/g)];
const themes = [...css.matchAll(/\[data-paynow-theme='(\w+)'\] \{([^}]*)\}/g)].map(([, name, body]) => ({
  name,
  values: Object.fromEntries([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, key, value]) => [key, value])),
  others: body.replaceAll(/--[\w-]+: [^;]+;/g, '').trim(),
}));

const channels = hex => {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1);
  return digits.match(/../g).map(digit => Number.parseInt(digit, 16) / 255);
};
const luminance = hex => {
  const linear = part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = channels(hex).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

test('the ready looks are at least six, and set nothing but the documented custom properties', () => {
  const known = documented.map(([, name]) => name);
  assert.ok(themes.length >= 6, `There are ${themes.length}.`);
  for (const {name, values, others} of themes) {
    assert.equal(others, '', `${name} sets more than custom properties`);
    assert.deepEqual(Object.keys(values).filter(key => !known.includes(key)), [], name);
  }
});

test('the ready looks can be read, by day and by night', () => {
  const pairs = [['text', 'surface', 7], ['muted', 'surface', 4.5], ['danger', 'surface', 4.5],
    ['on-accent', 'accent', 4.5], ['accent', 'surface', 4.5]];
  for (const {name, values} of themes) {
    for (const [index, side] of ['light', 'dark'].entries()) {
      const colour = key => /light-dark\((#\w+), (#\w+)\)/.exec(values[`--paynow-${key}`])[index + 1];
      for (const [front, back, least] of pairs) {
        const found = contrast(colour(front), colour(back));
        assert.ok(found >= least, `${name}, ${side}: ${front} on ${back} has a contrast of ${found.toFixed(2)}`);
      }
    }
  }
});
