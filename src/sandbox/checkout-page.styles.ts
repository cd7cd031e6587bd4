/** The look of the sandbox's own pages, light and dark. */
export const style = `
:root { color-scheme: light dark; --back: light-dark(#f4f1ed, #17141a); --card: light-dark(#fff, #221e27);
  --text: light-dark(#241d1a, #f3ecea); --soft: light-dark(#6f625c, #a99d9c); --edge: light-dark(#e6ded7, #38313f);
  --fire: #c8451b; }
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; padding: 24px 16px; background: var(--back); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; display: grid; gap: 20px; align-content: center; justify-items: center; }
header, main, footer { width: min(100%, 560px); }
header { display: flex; align-items: center; gap: 12px; font-size: 1.1rem; }
header img { border-radius: 10px; }
header span { margin-inline-start: auto; padding: 2px 10px; border: 1px solid var(--edge); border-radius: 99px;
  color: var(--soft); font-size: .8rem; }
main { padding: 28px; background: var(--card); border: 1px solid var(--edge); border-radius: 18px;
  box-shadow: 0 12px 40px rgb(0 0 0 / .08); }
h1 { font-size: 1.5rem; line-height: 1.25; }
.for, .note, footer { color: var(--soft); }
.for strong { color: var(--text); }
.note, footer { font-size: .85rem; }
.notice { margin-top: 16px; padding: 10px 14px; border-radius: 10px; background: light-dark(#fdeee7, #43241a); }
ul { list-style: none; padding: 0; }
.lines { margin: 20px 0; border-block: 1px solid var(--edge); }
.line { display: grid; grid-template-columns: 64px 1fr auto auto; gap: 14px; align-items: center; padding: 14px 0; }
.line + .line { border-top: 1px solid var(--edge); }
.line img, .blank { width: 64px; height: 64px; border-radius: 12px; background: var(--back); }
.line h2 { font-size: 1rem; overflow-wrap: anywhere; }
.line li, .quantity { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.price { font-weight: 600; min-width: 4.5em; text-align: end; font-variant-numeric: tabular-nums; }
dl { display: grid; gap: 6px; font-variant-numeric: tabular-nums; }
dl div { display: flex; justify-content: space-between; }
.total { font-size: 1.25rem; font-weight: 700; }
.actions { display: flex; gap: 12px; margin-top: 24px; }
.actions form { display: grid; }
.actions form:last-child { flex: 1; }
button, .button { display: inline-block; width: 100%; padding: 13px 22px; border: 0; border-radius: 12px;
  background: var(--fire); color: #fff; font: inherit; font-weight: 600; text-align: center; text-decoration: none;
  cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.1); }
button:focus-visible, .button:focus-visible { outline: 3px solid light-dark(#241d1a, #fff); outline-offset: 2px; }
.quiet { background: transparent; color: var(--text); border: 1px solid var(--edge); }
.accounts { display: grid; gap: 12px; margin: 20px 0; }
.accounts button { display: flex; align-items: center; gap: 14px; padding: 10px 14px; background: transparent;
  color: var(--text); border: 1px solid var(--edge); text-align: start; }
.accounts button:hover { border-color: var(--fire); }
.accounts img, .accounts .blank { width: 44px; height: 44px; border-radius: 10px; }
.accounts small { display: block; color: var(--soft); font-weight: 400; }
.done { display: grid; gap: 12px; justify-items: center; text-align: center; padding: 16px 0; }
.tick { display: grid; place-items: center; width: 64px; height: 64px; border-radius: 50%; background: #2f855a;
  color: #fff; font-size: 2rem; }
@media (max-width: 420px) { main { padding: 20px; } .line { grid-template-columns: 48px 1fr auto; }
  .line img, .blank { width: 48px; height: 48px; } .quantity { grid-column: 3; grid-row: 1; align-self: end; }
  .price { grid-column: 3; grid-row: 2; min-width: 0; align-self: start; } .line > div { grid-row: 1 / 3; }
  .line img, .blank { grid-row: 1 / 3; } }
`;
