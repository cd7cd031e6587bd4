import {createApp} from 'vue';
import {configure} from 'paynow-elements';
import {shop} from '../../shop.ts';
import App from './App.vue';

configure(shop());
createApp(App).mount('#app');
