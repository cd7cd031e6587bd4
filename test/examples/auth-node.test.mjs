import {authTests} from './auth-setup.mjs';
import {servers} from './servers.mjs';

authTests(servers.node);
