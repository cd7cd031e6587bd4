/*
 * What stands in for PayNow.js: it behaves as version 1.3 does, down to what is awkward in it, so that a page that
 * works with this one works with PayNow's. It opens a frame of 800 by 760 pixels, leaves for the checkout by itself in
 * narrower windows, throws when a checkout is open already, and waits for the end of a transition when it closes, which
 * on some pages never comes.
 */

/** The script of the page that sells. The checkout's address follows from the script's own. */
export const bundle = `(() => {
  const base = document.currentScript.src.replace(/\\/paynow-js\\/.*/, '');
  const width = 800, height = 760;
  const listeners = {};
  let isOpen = false, overlay, frame;

  const emit = (name, detail) => (listeners[name] || []).forEach(listener => listener(detail));
  const css = (element, text) => { element.style.cssText += text; return element; };
  const make = text => css(document.createElement('div'), text);

  const spin = () => {
    if (document.getElementById('paynow-spin')) return;
    const style = document.createElement('style');
    style.id = 'paynow-spin';
    style.textContent = '@keyframes paynow-spin { to { transform: rotate(360deg); } }';
    document.head.append(style);
  };

  const createOverlay = own => {
    const before = own ? own.style.cssText : '';
    const root = own || make('position:fixed;inset:0;z-index:999999;opacity:0;transition:opacity .3s ease;'
      + 'pointer-events:none;background:rgba(0,0,0,.7);');
    css(root, 'display:flex;align-items:center;justify-content:center;');
    if (own) css(root, 'position:relative;transition:background .3s ease;');
    else document.body.append(root);
    spin();
    const spinner = make('position:absolute;width:32px;height:32px;border:4px solid #fffb;border-radius:50%;'
      + 'border-bottom-color:transparent;animation:paynow-spin 1s linear infinite;');
    const content = make('opacity:0;transition:opacity .3s ease;');
    root.append(spinner, content);
    const escape = event => { if (!own && event.key === 'Escape') close(); };
    document.addEventListener('keydown', escape);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      css(root, own ? 'background:rgba(0,0,0,.7);' : 'opacity:1;pointer-events:auto;');
      if (!own) document.body.style.overflow = 'hidden';
    }));
    return {
      content,
      show: () => { spinner.style.opacity = '0'; content.style.opacity = '1'; },
      hide: () => {
        document.removeEventListener('keydown', escape);
        content.style.opacity = '0';
        css(root, own ? 'background:transparent;' : 'opacity:0;pointer-events:none;');
        return new Promise(resolve => root.addEventListener('transitionend', resolve, {once: true}));
      },
      destroy: () => {
        spinner.remove();
        content.remove();
        document.body.style.overflow = '';
        if (own) own.style.cssText = before;
        else root.remove();
      },
    };
  };

  const close = async () => {
    await overlay?.hide();
    frame?.remove();
    overlay?.destroy();
    isOpen = false;
    emit('closed');
    overlay = frame = undefined;
  };

  addEventListener('message', ({source, data}) => {
    if (!frame || source !== frame.contentWindow || !data || !data.paynow) return;
    if (data.paynow === 'ready') { overlay.show(); emit('ready'); }
    if (data.paynow === 'completed') emit('completed', {orderId: data.orderId});
    if (data.paynow === 'close') void close();
  });

  const open = ({token, baseURL, renderTo, disableRedirect = false, theme}) => {
    if (isOpen) throw new Error('A checkout is already open');
    const address = (baseURL || base) + '/checkout/' + encodeURIComponent(token);
    if (window.innerWidth < width && !disableRedirect) {
      window.location.href = address;
      return;
    }
    if (renderTo && renderTo.element) {
      const rect = renderTo.element.getBoundingClientRect();
      if (rect.width < width || rect.height < height) throw new Error('Element must be at least 800x760px');
    }
    isOpen = true;
    overlay = createOverlay(renderTo && renderTo.element);
    frame = css(document.createElement('iframe'), 'width:' + width + 'px;height:' + height + 'px;border:0;'
      + 'border-radius:5px;');
    frame.allow = 'payment';
    frame.src = address + '?embed=' + (theme === 'light' || theme === 'dark' ? theme : 'auto');
    overlay.content.append(frame);
  };

  window.PayNow = {checkout: {
    open, close: () => void close(),
    on: (name, listener) => void (listeners[name] = listeners[name] || []).push(listener),
    off: (name, listener) => { listeners[name] = (listeners[name] || []).filter(other => other !== listener); },
  }};
})();
`;

/** The script of the checkout page inside the frame. */
export const frameScript = `(() => {
  const tell = message => parent.postMessage(message, '*');
  const {orderId} = document.body.dataset;
  for (const button of document.querySelectorAll('[data-close]'))
    button.addEventListener('click', () => tell({paynow: 'close'}));
  tell({paynow: 'ready'});
  if (orderId) tell({paynow: 'completed', orderId});
})();
`;
