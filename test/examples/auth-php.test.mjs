import {test} from 'node:test';
import {authTests} from './auth-setup.mjs';
import {servers, whyNoPhp} from './servers.mjs';

const reason = whyNoPhp();
if (reason) test('the sign-in in PHP', {skip: reason}, () => undefined);
else authTests(servers.php);
