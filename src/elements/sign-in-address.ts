import type {Shop} from '../store/shop.js';

/**
 * Where shoppers sign in and come back from; nothing when the shop names no such page, or none that can be followed.
 * The way back is this very page: whatever an address asks for, nobody is sent anywhere else.
 */
export const signInAddress = ({config: {signInUrl}}: Shop): string | undefined => {
  const url = signInUrl && URL.canParse(signInUrl, document.baseURI) ? new URL(signInUrl, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.searchParams.set('return_to', location.href);
  return url.href;
};
