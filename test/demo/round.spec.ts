import {openDrawer, ware} from './cart.js';
import {expect, test} from './support.js';

test('A shopper fills the cart, changes it, pays and comes back to an empty one', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  const cartButton = page.locator('paynow-cart-button').getByRole('button');
  await ware(page, 'Ember Key').getByRole('button', {name: 'Add to cart'}).click();
  await expect(cartButton).toHaveAccessibleName('Cart, 1 item');
  await ware(page, 'Phoenix Wings').getByRole('button', {name: 'Add to cart'}).click();
  await expect(cartButton).toHaveAccessibleName('Cart, 2 items');

  const cart = await openDrawer(page);
  await expect(cart.lines).toHaveCount(2);
  await expect(cart.total).toContainText('€11.98');
  await cart.more('Ember Key').click();
  await expect(cart.quantity('Ember Key')).toHaveValue('2');
  await expect(cart.total).toContainText('€13.97');
  await cart.quantity('Ember Key').fill('5');
  await cart.quantity('Ember Key').press('Enter');
  await expect(cart.total).toContainText('€19.94');
  await cart.less('Ember Key').click();
  await expect(cart.quantity('Ember Key')).toHaveValue('4');
  await cart.remove('Phoenix Wings').click();
  await expect(cart.lines).toHaveCount(1);
  await expect(cart.total).toContainText('€7.96');
  await expect.poll(shop.held).toEqual({'ember-key': 4});

  await cart.checkout.click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  await expect(page.getByText('Ember Key')).toBeVisible();
  await page.getByRole('button', {name: 'Pay €7.96'}).click();
  await expect(page).toHaveURL(shop.address('/index.html'));
  const thanks = page.getByRole('dialog', {name: 'Cart'});
  await expect(thanks).toContainText('Thank you for your purchase!');
  await thanks.getByRole('button', {name: 'Continue'}).click();
  await expect(thanks).toBeHidden();
  await expect(cartButton).toHaveAccessibleName('Cart, 0 items');
  expect(await shop.orders()).toBe(1);
});

test('A shopper who cancels finds the cart as it was', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await ware(page, 'Frost Key').getByRole('button', {name: 'Add to cart'}).click();
  await ware(page, 'Name Colour').getByRole('button', {name: 'Ember'}).click();
  const cart = await openDrawer(page);
  await expect(cart.line('Name Colour')).toContainText('Colour: Ember');
  await cart.checkout.click();
  await page.getByRole('button', {name: 'Cancel'}).click();
  await expect(page).toHaveURL(shop.address('/index.html'));
  await expect(page.locator('paynow-cart-button').getByRole('button')).toHaveAccessibleName('Cart, 2 items');
  const again = await openDrawer(page);
  await expect(again.lines).toHaveCount(2);
  await expect(again.line('Frost Key')).toContainText('€1.87');
  expect(await shop.orders()).toBe(0);
});

test('Emptying the cart asks once, in place', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await ware(page, 'Ember Key').getByRole('button', {name: 'Add to cart'}).click();
  await ware(page, 'VIP').getByRole('button', {name: 'Add to cart'}).click();
  const cart = await openDrawer(page);
  await expect(cart.lines).toHaveCount(2);
  await cart.clear.click();
  await expect(cart.lines).toHaveCount(2);
  await page.getByRole('button', {name: 'Remove everything?'}).click();
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  await expect.poll(shop.held).toEqual({});
});

test('Two servers and two colours are lines of their own, and each is changed by itself', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  const kit = ware(page, 'Starter Kit');
  for (const server of ['Survival', 'Skyblock']) {
    await kit.getByRole('button', {name: 'Choose a server'}).click();
    const dialog = page.getByRole('dialog', {name: 'Starter Kit'});
    await dialog.getByRole('combobox', {name: 'Server'}).selectOption(server);
    await dialog.getByRole('button', {name: 'Add to cart'}).click();
    await expect(dialog).toBeHidden();
  }
  const cart = await openDrawer(page);
  await expect(cart.lines).toHaveCount(2);
  const skyblock = cart.lines.filter({hasText: 'Server: Skyblock'});
  await skyblock.getByRole('button', {name: 'One Starter Kit more'}).click();
  await expect(skyblock.getByRole('textbox')).toHaveValue('2');
  await cart.lines.filter({hasText: 'Server: Survival'}).getByRole('button', {name: 'Remove Starter Kit'}).click();
  await expect(cart.lines).toHaveCount(1);
  await expect.poll(shop.held).toEqual({'starter-kit': 2});
});

test('The drawer is left with Escape, and the focus goes back to what opened it', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  const cartButton = page.locator('paynow-cart-button').getByRole('button');
  await cartButton.press('Enter');
  await expect(page.getByRole('dialog', {name: 'Cart'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', {name: 'Cart'})).toBeHidden();
  await expect(cartButton).toBeFocused();
});
