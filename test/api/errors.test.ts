import {expect} from '@open-wc/testing';
import {isPaynowError, PaynowError} from '../../src/api/errors.js';

describe('PaynowError', () => {
  it('is an Error that carries what it was given', () => {
    const cause = new TypeError('offline');
    const error = new PaynowError('GET /v1/store: 429 slow-down: …', {
      kind: 'http', status: 429, code: 'slow-down', traceId: 't', retryAfter: 2000, method: 'GET', path: '/v1/store',
      cause,
    });
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('PaynowError');
    expect(String(error)).to.equal('PaynowError: GET /v1/store: 429 slow-down: …');
    const {kind, status, code, traceId, retryAfter, method, path} = error;
    expect({kind, status, code, traceId, retryAfter, method, path}).to.deep.equal({
      kind: 'http', status: 429, code: 'slow-down', traceId: 't', retryAfter: 2000, method: 'GET', path: '/v1/store',
    });
    expect(error.cause).to.equal(cause);
  });

  it('has no cause of its own accord', () => {
    expect('cause' in new PaynowError('x', {kind: 'auth'})).to.equal(false);
  });

  it('keeps its cause out of sight of loops and of JSON, as every Error does', () => {
    const error = new PaynowError('x', {kind: 'network', cause: {token: 'secret'}});
    expect(JSON.stringify(error)).not.to.contain('secret');
  });
});

describe('isPaynowError', () => {
  it('knows the errors of another copy of the script', () => {
    class Other extends Error {
      override name = 'PaynowError';
      kind = 'network';
    }
    expect(isPaynowError(new Other())).to.equal(true);
    expect(isPaynowError(new PaynowError('x', {kind: 'network'}))).to.equal(true);
  });

  const strangers: unknown[] = [
    undefined, null, 'PaynowError', 7, {}, new Error('PaynowError'), {name: 'PaynowError'},
    {name: 'PaynowError', kind: 1}, () => 'PaynowError', new DOMException('x', 'AbortError'),
  ];
  for (const stranger of strangers) {
    it(`does not take ${Object.prototype.toString.call(stranger)} ${String(stranger)} for one`, () => {
      expect(isPaynowError(stranger)).to.equal(false);
    });
  }
});
