import type {Locator, Page} from '@playwright/test';

/** A cart as a shopper knows it: by what it says and by what can be pressed. */
export const cartIn = (place: Locator) => ({
  lines: place.locator('[part~="line"]'),
  line: (name: string) => place.locator('[part~="line"]').filter({has: place.page().getByText(name, {exact: true})}),
  quantity: (name: string) => place.getByRole('textbox', {name: `Quantity of ${name}`}),
  more: (name: string) => place.getByRole('button', {name: `One ${name} more`}),
  less: (name: string) => place.getByRole('button', {name: `One ${name} less`}),
  remove: (name: string) => place.getByRole('button', {name: `Remove ${name}`}),
  clear: place.getByRole('button', {name: 'Empty the cart'}),
  total: place.locator('[part~="total"]'),
  checkout: place.getByRole('button', {name: 'Checkout'}),
  notices: place.locator('[part~="notice"]'),
});

/** The drawer, opened by the page's cart button. */
export const openDrawer = async (page: Page) => {
  await page.locator('paynow-cart-button').getByRole('button').click();
  return cartIn(page.getByRole('dialog', {name: 'Cart'}));
};

/** The cart that is a part of the page. */
export const inlineCart = (page: Page, name = 'Cart') => cartIn(page.getByRole('region', {name}));

/** The thanks in the cart, which are read out as well. */
export const thanksOn = (page: Page): Locator =>
  page.locator('[part~="thanks"]').getByText('Thank you for your purchase!');

/** A card of the landing page, by its heading. */
export const ware = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({has: page.getByRole('heading', {name, exact: true})});

/** Resolves when every change is confirmed. */
export const settled = async (page: Page): Promise<void> => {
  const busy = 'paynow-add-button:state(busy), paynow-cart:state(busy)';
  await page.waitForFunction(selector => !document.querySelector(selector), busy);
};
