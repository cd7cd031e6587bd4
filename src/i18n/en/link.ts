/** What a link that adds something asks. */
export const link = {
  linkTitle: 'Add this to your cart?',
  linkDecline: 'No, thanks',
  linkLoading: 'Looking at what this link is for',
  linkWrong: 'This link does not say properly what to add, so nothing was added.',
  linkTimes: (quantity: string, name: string) => `${quantity} × ${name}`,
};
