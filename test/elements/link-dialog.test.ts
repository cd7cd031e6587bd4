import {expect} from '@open-wc/testing';
import '../../src/elements/link-dialog.js';
import {configure} from '../../src/store/registry.js';
import {nextFrame, part, until} from '../support/dom.js';
import {product, publish} from './catalog.js';
import {deferred, stubShop} from './support.js';

const kit = product({
  id: '70', slug: 'kit', single_game_server_only: true,
  gameservers: [{id: '1', name: 'One', enabled: true}, {id: '2', name: 'Two', enabled: true}],
});

/** Opens a link for the kit, which the page shows from before while it is read anew, and ends the read. */
const open = async (meanwhile: (dialog: HTMLElement) => void): Promise<string[]> => {
  const stub = stubShop();
  const answer = deferred<object>();
  stub.on('product', () => answer.promise);
  configure({storeId: stub.id});
  await publish(stub, kit);
  const dialog = document.createElement('paynow-link-dialog');
  dialog.wanted = [{key: 'kit', quantity: 1}];
  document.body.append(dialog);
  await dialog.updateComplete;
  meanwhile(dialog);
  const made: string[] = [];
  const {createElement} = document;
  document.createElement = ((name: string) => {
    made.push(name);
    return createElement.call(document, name);
  }) as typeof createElement;
  try {
    answer.resolve(kit);
    await nextFrame();
    await until(() => !dialog.isConnected);
    await nextFrame();
  } finally {
    document.createElement = createElement;
  }
  return made;
};

describe('the dialog of a link that adds', () => {
  it('goes on to the choice of the only product', async () => {
    expect(await open(() => {})).to.include('paynow-add-button');
  });

  it('asks for nothing any more once it was declined, also while the product is read', async () => {
    const made = await open(dialog => part<HTMLButtonElement>(dialog, 'close-button').click());
    expect(made).not.to.include('paynow-add-button');
  });
});
