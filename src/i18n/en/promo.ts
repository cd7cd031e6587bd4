/** What the field for promo codes says. */
export const promo = {
  haveCode: 'Have a promo code?',
  promoCode: 'Promo code or gift card',
  applyCode: 'Add',
  promoCodes: 'Your codes',
  codeAdded: (code: string) => `${code} was added. It is taken off at the checkout.`,
  codeRemoved: (code: string) => `${code} was removed.`,
  removeCode: (code: string) => `Remove code ${code}`,
  codesLater: 'Taken off at the checkout.',
  codeMissing: 'Please enter a code.',
  codeInvalid: 'This is too long or has characters that no code has.',
  codeKnown: 'You have added this code already.',
  codesFull: 'You cannot add more codes. Remove one first.',
  codeRefused: (code: string) => `The checkout did not accept ${code}. Remove it to go on; your other codes stay.`,
  codesSuspected: 'The checkout did not accept one of these codes. Remove the one that is wrong; the others stay.',
};
