import {leanText} from './libraries.mjs';
import {startSandbox} from './sandbox.mjs';

/** Puts the house rules for every test (test/support/setup.ts) in front of each test file. */
export const setupPlugin = () => ({
  name: 'test-setup',
  transform: context => {
    if (/^\/test\/.*\.test\.ts$/.test(context.path)) return `import '/test/support/setup.ts';${context.body}`;
    return undefined;
  },
});

/** Runs the sandbox beside the test server, on a port of its own so that CORS is real; `url` says where. */
export const sandboxPlugin = () => {
  let server;
  return {
    name: 'sandbox',
    get url() {
      return server?.url;
    },
    serverStart: async () => {
      try {
        server = await startSandbox();
      } catch (error) {
        // The tests that need no sandbox still run; the others say what is missing.
        console.warn(error.message);
      }
    },
    serverStop: () => server?.close(),
  };
};

/** Serves the libraries as the scripts for pages hold them. */
export const leanPlugin = () => ({
  name: 'lean-libraries',
  transform: ({path, body}) => leanText(path, body),
});
