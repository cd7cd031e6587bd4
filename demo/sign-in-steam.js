// Who signs out of the shop signs out of the site as well.
const {signOut} = document.querySelector('script[data-sign-out]').dataset;

document.addEventListener('paynow-sign-out', () => {
  void fetch(signOut, {method: 'POST', keepalive: true});
});
