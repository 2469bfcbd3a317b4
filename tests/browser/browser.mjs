// The browser of the machine. None is downloaded: what a distribution ships is what readers have.

import { access } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The Chromium that `CHROMIUM` names, or the first one found. */
export async function findBrowser() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : KNOWN;
  for (const path of candidates) if (await access(path).then(() => true, () => false)) return path;
  console.error(`no Chromium at ${candidates.join(', ')}: see tests/browser/install.sh`);
  return process.exit(2);
}

/** Starts it. */
export async function openBrowser() {
  const args = ['--disable-gpu', '--disable-dev-shm-usage'];
  // Its sandbox refuses to run for root, who is who builds in a container.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: await findBrowser(), args });
}
