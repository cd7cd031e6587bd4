// Checks the client and the sandbox against PayNow's description of its API: node conformance/run.mjs [FILE_OR_URL]
import {inspect} from './inspect.mjs';
import {help, readDescription} from './source.mjs';

const table = rows => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  return rows.map(row => row.map((cell, column) =>
    column ? String(cell).padStart(widths[column]) : cell.padEnd(widths[column])).join('  ')).join('\n');
};

const report = ({inspector: {counts, faults}, missing}) => {
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b));
  console.log(table([
    ['route', 'requests', 'good answers', 'refusals', 'examples', 'faults'],
    ...rows.map(([name, count]) =>
      [name, count.requests, count.good, count.refused, count.examples, count.faults]),
  ]));
  if (missing.length) console.log(`\nNot in the client yet:\n  ${missing.join('\n  ')}`);
  console.log(faults.size ? `\n${faults.size} faults:` : '\nEverything is as the description says.');
  for (const [sentence, times] of faults) console.log(`- ${sentence}${times > 1 ? ` (${times} times)` : ''}`);
};

let document;
try {
  document = await readDescription(process.argv[2]);
} catch (error) {
  console.error(`${error.message}\n\n${help}`);
}
if (document) {
  const result = await inspect(document);
  report(result);
  process.exitCode = result.inspector.faults.size ? 1 : 0;
} else {
  process.exitCode = 2;
}
