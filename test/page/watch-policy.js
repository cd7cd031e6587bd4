// Runs in the pages of test/page before anything else: a policy may be broken while the page is still being read.
window.brokenPolicies = [];
document.addEventListener('securitypolicyviolation', event => {
  window.brokenPolicies.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
