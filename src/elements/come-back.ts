/**
 * A page to which somebody comes back from signing in goes on with what they wanted. What does that is loaded then.
 */
try {
  if (sessionStorage['paynow.resume']) import('./resume.js').catch(() => {});
} catch {
  // Where there is no storage nothing was left.
}
