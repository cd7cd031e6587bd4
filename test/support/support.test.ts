import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {LitElement, html} from 'lit';
import {property} from 'lit/decorators.js';
import {inside, mount, nextFrame, once, part, settled, until} from './dom.js';

class TrialCounter extends LitElement {
  /** How often it was pressed. */
  @property({type: Number}) count = 0;

  override render() {
    return html`<button part="button" @click=${() => (this.count += 1)}>${this.count}</button>`;
  }
}
customElements.define('trial-counter', TrialCounter);

describe('the ground that tests stand on', () => {
  afterEach(async () => {
    await setViewport({width: 800, height: 600});
  });

  it('mounts an element whose decorated property draws', async () => {
    const counter = await mount<TrialCounter>('<trial-counter count="3"></trial-counter>');
    expect(part(counter, 'button').textContent).to.equal('3');
    counter.count = 4;
    await settled(document);
    expect(part(counter, 'button').textContent).to.equal('4');
  });

  it('mounts a template and keeps its bindings', async () => {
    const counter = await mount<TrialCounter>(html`<trial-counter .count=${7}></trial-counter>`);
    expect(inside(counter, 'button').textContent).to.equal('7');
  });

  it('takes what a test mounted off the page again', () => {
    expect(document.querySelector('trial-counter')).to.equal(null);
  });

  it('presses keys and the mouse like a person', async () => {
    const counter = await mount<TrialCounter>('<trial-counter></trial-counter>');
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(counter);
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Space'});
    const {left, top, width, height} = counter.getBoundingClientRect();
    const pressed = once(counter, 'click');
    const middle = part(counter, 'button').getBoundingClientRect();
    expect(width * height).to.be.greaterThan(0);
    expect([left, top].every(Number.isFinite)).to.equal(true);
    await sendMouse({
      type: 'click',
      position: [Math.round(middle.x + middle.width / 2), Math.round(middle.y + middle.height / 2)],
    });
    await pressed;
    expect(counter.count).to.equal(3);
  });

  it('changes the size of the window and still gets the keyboard', async () => {
    for (const width of [400, 1200]) {
      await setViewport({width, height: 700});
      await until(() => innerWidth === width, `a window ${width} px wide`);
    }
    const counter = await mount<TrialCounter>('<trial-counter></trial-counter>');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await nextFrame();
    expect(counter.count).to.equal(1);
  });

  it('says what it waited for', async () => {
    const failure = await until(() => false, 'a miracle', 20).then(() => undefined, (error: unknown) => error);
    expect(failure).to.be.instanceOf(Error).with.property('message', 'Waited 20 ms for a miracle.');
  });
});
