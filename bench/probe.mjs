// What runs inside the measured page. It looks once a frame, and costs every page the same.

const probe = (count, finder) => {
  const seen = window.probe = {shift: 0, long: [], drawn: 0, press: undefined};
  new PerformanceObserver(list => {
    for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(list => {
    for (const {duration, startTime} of list.getEntries()) seen.long.push([startTime, duration]);
  }).observe({type: 'longtask', buffered: true});

  const afterPaint = then => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage('');
  };
  let done = 0;
  const look = () => {
    seen.button ??= finder();
    while (done < count && seen.button(done)) done++;
    if (done < count) requestAnimationFrame(look);
    else afterPaint(() => {
      seen.drawn = performance.now();
    });
  };
  document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));

  const rootsOf = (root, found = [root]) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) found.push(...rootsOf(element.shadowRoot));
      if (element.localName === 'iframe' && element.contentDocument) found.push(...rootsOf(element.contentDocument));
    }
    return found;
  };

  /** Where to press, and everything is made ready to see what comes of it. */
  seen.aim = () => {
    const target = seen.button(0);
    target.scrollIntoView({block: 'center'});
    const frame = target.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? {x: 0, y: 0};
    const {x, y, width, height} = target.getBoundingClientRect();
    const press = seen.press = {};
    const view = target.ownerDocument.defaultView;
    view.addEventListener('pointerdown', event => {
      press.began = event.timeStamp;
    }, {capture: true, once: true});
    view.addEventListener('click', event => {
      const began = event.timeStamp;
      view.requestAnimationFrame(() => afterPaint(() => {
        press.paint = view.performance.now() - began;
      }));
      // The first thing that changes anywhere, in a shadow root, in a frame, or in a new one.
      const observer = new MutationObserver(() => {
        observer.disconnect();
        view.requestAnimationFrame(() => afterPaint(() => {
          press.seen = view.performance.now() - began;
        }));
      });
      const options = {childList: true, subtree: true, attributes: true, characterData: true};
      for (const root of rootsOf(document)) observer.observe(root, options);
    }, {capture: true, once: true});
    return {x: frame.x + x + width / 2, y: frame.y + y + height / 2};
  };
};

/**
 * The script that has to run before anything of the page.
 * @param button an expression that makes a function from an index to the button, once there is a document.
 */
export const probeFor = (count, button) => `(${probe})(${count}, () => ${button})`;
