import {readFile} from 'node:fs/promises';

/**
 * Serves the pages of merchants for test/page: `/a-page.html?body=…&policy=…` answers with that body under that
 * Content-Security-Policy, and `/copy/NAME/…` is a further copy of `/dist/…`, a script of its own to the browser; in
 * `/copy/alone/` there is nothing but the classic script. `/held.js?by=…` is an empty script that comes when
 * `/release?by=…` is asked for: until then the parser that met it waits.
 */
export const pagesPlugin = () => {
  let root;
  const held = new Map();
  return {
    name: 'pages',
    serverStart: ({config}) => {
      root = config.rootDir;
    },
    serve: async ({path, query}) => {
      if (path === '/a-page.html') {
        const {head = '', body = '', policy} = query;
        return {
          type: 'html',
          body:
            `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>${head}</head>` +
            `<body>${body}</body></html>`,
          headers: policy ? {'content-security-policy': policy} : {},
        };
      }
      if (path === '/held.js') {
        await new Promise(resolve => {
          held.set(query.by, resolve);
        });
        return {type: 'js', body: ''};
      }
      if (path === '/release') {
        held.get(query.by)?.();
        return {type: 'text', body: ''};
      }
      const [, name, file] = /^\/copy\/(\w+)\/([\w./-]+\.js)$/.exec(path) ?? [];
      return file && !file.includes('..') && (name !== 'alone' || file === 'paynow.classic.js')
        ? {type: 'js', body: await readFile(`${root}/dist/${file}`, 'utf8')}
        : undefined;
    },
  };
};
