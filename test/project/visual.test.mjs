import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fingerprint, otherMachine} from '../../tools/visual/fingerprint.mjs';

test('Pictures are compared on the machine that drew them, and on no other', () => {
  const kept = JSON.parse(JSON.stringify(fingerprint('140.0.1')));
  assert.equal(otherMachine(kept, fingerprint('140.0.1')), '');
  assert.equal(otherMachine(kept, fingerprint('141.0.0')), 'browser Chromium 141.0.0 instead of Chromium 140.0.1');
  assert.match(otherMachine({...kept, fonts: 'others'}, kept), /^fonts \S+ instead of others$/);
  assert.match(otherMachine(undefined, kept), /^browser .+ instead of none, system .+, fonts /);
});
