import {createRoot} from 'react-dom/client';
import {configure} from 'paynow-elements';
import {shop} from '../../shop.ts';
import {App} from './app.tsx';

configure(shop());
createRoot(document.getElementById('app')!).render(<App />);
