// What README.md shows of RESULTS.md: both are written by the same run, and no figure is copied by hand.
const start = '<!-- bench: made by npm run bench -->';
const end = '<!-- /bench -->';

/** The text of README.md with the charts and the first table of RESULTS.md in it. */
export const withResults = (readme, results) => {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md has no place for the results: put ${start} and ${end} there.`);
  const shown = /^# .*\n\n(?<shown>[^]*?)\n\n## /m.exec(results)?.groups?.shown;
  if (!shown) throw new Error('bench/RESULTS.md does not begin as the benchmark writes it.');
  return `${before}${start}\n${shown.replaceAll('](', '](bench/')}\n${end}${after}`;
};
