import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {arch, platform} from 'node:os';

export const digest = data => createHash('sha256').update(data).digest('hex').slice(0, 16);

const system = () => {
  const release = '/etc/os-release';
  const name = existsSync(release) && /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync(release, 'utf8'))?.[1];
  return `${name || platform()} ${arch()}`;
};

const fonts = () => {
  try {
    return digest(execFileSync('fc-list', {encoding: 'utf8'}).split('\n').sort().join('\n'));
  } catch {
    return 'unknown';
  }
};

/** What decides how the same page is drawn: two machines that agree in it draw the same to the pixel. */
export const fingerprint = version => ({browser: `Chromium ${version}`, system: system(), fonts: fonts()});

/** In what two of them differ, in words; empty when they are the same. */
export const otherMachine = (kept, own) => Object.keys(own)
  .filter(name => kept?.[name] !== own[name])
  .map(name => `${name} ${own[name]} instead of ${kept?.[name] ?? 'none'}`)
  .join(', ');
