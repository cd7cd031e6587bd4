import {render} from 'solid-js/web';
import {configure} from 'paynow-elements';
import {shop} from '../../shop.ts';
import {App} from './app.tsx';

configure(shop());
render(() => <App />, document.getElementById('app')!);
