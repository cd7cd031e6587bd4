import {createServer} from 'node:net';

/** A port of this machine that nobody listens on. Two runs side by side do not ask for the same one. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
