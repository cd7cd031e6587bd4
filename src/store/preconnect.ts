let opened: string | undefined;

/** Opens the way to the API while the page still loads what will ask it for something. Nothing is sent. */
export const preconnect = (apiUrl = 'https://api.paynow.gg'): void => {
  const {document} = globalThis;
  if (!document || apiUrl === opened) return;
  const link = document.createElement('link');
  link.rel = 'preconnect';
  // Without credentials, as every request of ours: a connection for one kind does not serve the other.
  link.crossOrigin = '';
  link.href = opened = apiUrl;
  document.head.append(link);
};
