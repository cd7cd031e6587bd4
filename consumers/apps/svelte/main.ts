import {mount} from 'svelte';
import {configure} from 'paynow-elements';
import {shop} from '../../shop.ts';
import App from './App.svelte';

configure(shop());
mount(App, {target: document.getElementById('app')!});
