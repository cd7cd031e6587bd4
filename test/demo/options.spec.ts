import {faultsOf} from './axe.js';
import {expect, test} from './support.js';

const schemes = ['light', 'dark'] as const;

test('The dialog asks, says what is missing, adds, and gives the focus back', async ({page, shop}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.goto(shop.address('/index.html'));
  const button = page.getByRole('button', {name: 'Choose a fox'});
  await button.click();
  const dialog = page.getByRole('dialog', {name: 'Fox Companion'});
  await dialog.getByRole('combobox', {name: 'Coat'}).selectOption('snow');
  await expect(dialog.getByRole('button', {name: 'Add to cart €6.24'})).toBeVisible();
  await dialog.getByRole('button', {name: 'Add to cart'}).click();
  await expect(dialog.getByRole('textbox', {name: 'Name'})).toBeFocused();
  await dialog.getByRole('checkbox', {name: 'This is a gift'}).check();
  await expect(dialog.getByRole('textbox', {name: 'Their player name'})).toBeVisible();
  for (const colorScheme of schemes) {
    await page.emulateMedia({colorScheme});
    expect(await faultsOf(page), colorScheme).toEqual([]);
  }
  const {width, scroll} = await dialog.evaluate(({clientWidth, scrollWidth}) => ({
    width: clientWidth,
    scroll: scrollWidth,
  }));
  expect(scroll).toBe(width);
  await dialog.getByRole('checkbox', {name: 'This is a gift'}).uncheck();
  await dialog.getByRole('textbox', {name: 'Name'}).fill('Ember');
  await dialog.getByRole('textbox', {name: 'Name'}).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await expect.poll(shop.held).toEqual({'pet-fox': 1});
});

test('Options in the page are accessible in every state, and their button takes them', async ({page, shop}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.goto(shop.address('/gift.html'));
  const anybody = page.getByRole('article').filter({has: page.getByRole('heading', {name: 'For anybody'})});
  await anybody.getByRole('checkbox', {name: 'This is a gift'}).check();
  await anybody.getByRole('textbox', {name: 'Their player name'}).fill('NoSuchPlayer');
  await anybody.getByRole('button', {name: 'Add to cart'}).click();
  await expect(anybody.getByText('Please choose a server.')).toBeVisible();
  await anybody.getByRole('combobox', {name: 'Server'}).selectOption('Survival');
  for (const colorScheme of schemes) {
    await page.emulateMedia({colorScheme});
    expect(await faultsOf(page), colorScheme).toEqual([]);
  }
  await anybody.getByRole('textbox', {name: 'Their player name'}).fill('Lumen_Fox');
  await anybody.getByRole('textbox', {name: 'Their player name'}).press('Enter');
  await expect(page.getByRole('dialog', {name: 'Cart'}).getByText('Gift for Lumen_Fox')).toBeVisible();
  await expect.poll(shop.held).toEqual({'starter-kit': 1});
});

test('The currency changes every price', async ({page, shop}) => {
  await page.goto(shop.address('/options.html'));
  const plus = page.getByRole('article').filter({has: page.getByRole('heading', {name: 'VIP+'})});
  await expect(plus.getByText('€9.99').first()).toBeVisible();
  await page.getByRole('combobox', {name: 'Currency'}).selectOption('USD');
  await expect(plus.getByText('€')).toHaveCount(0);
  await expect(plus.getByText('$').first()).toBeVisible();
});

test('A strict page has nothing against the dialog', async ({page, shop}) => {
  await page.goto(shop.address('/strict-csp.html'), {waitUntil: 'networkidle'});
  const wrong: string[] = [];
  page.on('console', message => {
    if (/Content Security Policy|TrustedHTML|Refused/.test(message.text())) wrong.push(message.text());
  });
  await page.evaluate(() => {
    const button = document.createElement('paynow-add-button');
    button.setAttribute('product-id', 'pet-fox');
    button.textContent = 'A fox';
    document.querySelector('main')!.append(button, document.createElement('paynow-nav'));
  });
  await page.getByRole('button', {name: 'A fox'}).click();
  await expect(page.getByRole('dialog').getByRole('textbox', {name: 'Name'})).toBeVisible();
  await page.getByRole('dialog').getByRole('button', {name: 'Add to cart'}).click();
  await expect(page.getByRole('dialog').getByText('Please fill in: Name.')).toBeVisible();
  expect(wrong).toEqual([]);
});
