/** What signing in says, and the element that shows who is signed in. */
export const account = {
  signInTitle: 'Sign in',
  signInLoading: 'Looking who is signed in',
  signedInAs: (name: string) => `Signed in as ${name}`,
  /** For a customer without a name. */
  someone: 'Customer',
  signOut: 'Sign out',
  signedOutNow: 'You are signed out.',
  yourName: 'Your player name',
  yourEdition: 'Your edition of Minecraft',
  java: 'Minecraft Java',
  bedrock: 'Minecraft Bedrock',
  nameMissing: 'Please write your player name.',
  notJava: 'A player name has 3 to 16 letters, digits or underscores.',
  notBedrock: 'A player name has 3 to 16 letters, digits or spaces.',
  noPlayer: 'There is no player of this name in this edition. Please check how it is spelled.',
  signInElsewhere: 'You go to the sign-in of this site and come back here.',
  signInBeside: 'The sign-in opens in a window of its own.',
  signInGoOn: 'Go on to sign in',
  signInWaits: 'Please go on in the window that has opened.',
  signInBlocked: 'The browser has not let the window open. You can sign in on this page instead.',
  /** For the merchant, who sees it when trying the page. */
  signInMissing: 'Nobody can sign in here yet: this shop needs a sign-in-url, an auth-url or a customer-token.',
  close: 'Close',
  retry: 'Try again',
};
