// A small site made for a proof: written into a folder of its own, with the theme and the words of this checkout, and built by the real
// program.

import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTree } from './tree.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LOA = process.env.LOA ?? join(ROOT, 'target/release/loa');

/** Builds `files` (path to text or bytes). `tree` is what came of it; `end` takes it away. */
export async function makeSite(files, ...options) {
  const folder = await mkdtemp(join(tmpdir(), 'loa-made-'));
  for (const name of ['themes', 'i18n']) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const end = () => rm(folder, { recursive: true });
  const made = spawnSync(LOA, ['--site', folder, 'build', '--today', '2026-11-22', ...options], { encoding: 'utf8' });
  if (made.status !== 0) {
    await end();
    throw new Error(`loa build ended with ${made.status}: ${made.stdout ?? ''}${made.stderr ?? made.error}`);
  }
  return { tree: await readTree(join(folder, 'public')), end };
}

export class Fault extends Error {}

/** What a proof asserts. */
export function must(good, words) {
  if (!good) throw new Fault(words);
}

/**
 * Makes each proof and says how it went. `make` gives what it needs and takes it away again: `{ given, errors, end }`. The exit
 * code is 0 if every proof holds, else 1.
 */
export async function prove(proofs, make) {
  const started = Date.now();
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
  let faults = 0, count = 0;
  for (const [name, proof] of Object.entries(proofs).filter(([name]) => name.includes(only))) {
    count++;
    const begun = Date.now();
    const words = [];
    const { given, errors, end } = await make();
    try {
      await proof(given);
    } catch (error) {
      words.push(error instanceof Fault ? error.message : error.stack.split('\n').slice(0, 6).join('\n       '));
    }
    words.push(...errors);
    await end();
    console.log(`${words.length ? 'BAD ' : 'good'} ${String(Date.now() - begun).padStart(6)} ms  ${name}${words.map(each => `\n       ${each}`).join('')}`);
    faults += words.length ? 1 : 0;
  }
  console.log(`${faults ? `${faults} faults` : 'no fault'} in ${count} proofs, ${Math.round((Date.now() - started) / 1000)} s`);
  process.exitCode = faults ? 1 : 0;
}
