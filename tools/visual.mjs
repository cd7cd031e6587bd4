// Compares a picture of every state of every element with the one that was accepted, to the pixel.
//   npm run test:visual               compares
//   npm run test:visual -- --update   accepts what is drawn now
//   npm run test:visual -- cart       only states whose names contain this
// The repository holds the digest of each picture and what machine drew it; the pictures themselves, several
// megabytes, stay on that machine in .visual/ and are there to show a difference.
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {root} from './sources.mjs';
import {withComparer} from './visual/difference.mjs';
import {digest, fingerprint, otherMachine} from './visual/fingerprint.mjs';
import {browserVersion, shoot} from './visual/shoot.mjs';

const baseline = `${root}test/visual/baseline.json`;
const keep = `${root}.visual/`;
const results = `${root}test-results/visual/`;
const isUpdate = process.argv.includes('--update');
const words = process.argv.slice(2).filter(word => !word.startsWith('--'));
const wanted = name => words.length === 0 || words.some(word => name.includes(word));

const kept = existsSync(baseline) ? JSON.parse(readFileSync(baseline, 'utf8')) : {pictures: {}};
const own = fingerprint(await browserVersion());
const other = otherMachine(kept.machine, own);

if (other && !isUpdate) {
  const why = kept.machine ? `the pictures are those of another machine (${other})` : 'no pictures are accepted yet';
  console.log(`Skipped: ${why}. Accept yours with --update to compare.`);
  process.exit(0);
}

const drawn = new Map();
const {failures} = await shoot(wanted, ({view, of, name}, png) => {
  drawn.set(`${view}/${of.replace('paynow-', '')}/${name}`, png);
});
const file = (folder, name) => `${folder}${name.replaceAll('/', '.')}.png`;
const isChosen = name => wanted(name.split('/').at(-1));

if (isUpdate) {
  mkdirSync(keep, {recursive: true});
  mkdirSync(`${root}test/visual`, {recursive: true});
  // Digests of another machine say nothing about this one.
  const others = other ? [] : Object.entries(kept.pictures).filter(([name]) => !isChosen(name));
  for (const [name, png] of drawn) writeFileSync(file(keep, name), png);
  const pictures = Object.fromEntries(
    [...others, ...[...drawn].map(([name, png]) => [name, digest(png)])].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(baseline, `${JSON.stringify({machine: own, pictures}, null, 1)}\n`);
  console.log(`${drawn.size} pictures accepted.`);
} else {
  rmSync(results, {recursive: true, force: true});
  mkdirSync(results, {recursive: true});
  await withComparer(async compare => {
    for (const [name, png] of drawn) {
      if (kept.pictures[name] === digest(png)) continue;
      const before = existsSync(file(keep, name)) && readFileSync(file(keep, name));
      const isBefore = before && digest(before) === kept.pictures[name];
      const {count, png: picture} = isBefore ? await compare(before, png) : {png};
      writeFileSync(file(results, name), picture);
      const what = name in kept.pictures ? `${count ?? 'some'} pixels differ` : 'is new';
      failures.push(`${name}: ${what}, see ${file(results, name)}`);
    }
  });
  for (const name of Object.keys(kept.pictures)) {
    if (isChosen(name) && !drawn.has(name)) failures.push(`${name}: is not drawn any more`);
  }
  if (failures.length > 0) failures.push('Where that is meant: npm run test:visual -- --update');
  else console.log(`${drawn.size} pictures are as they were.`);
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
