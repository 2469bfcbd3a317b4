// The browser of the machine. None is downloaded: what a distribution ships is what readers have.

import { access } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Starts Chromium: the one that `CHROMIUM` names, or the first one found. */
export async function openBrowser() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : KNOWN;
  for (const executablePath of candidates) {
    if (!await access(executablePath).then(() => true, () => false)) continue;
    const args = ['--disable-gpu', '--disable-dev-shm-usage'];
    // Its sandbox refuses to run for root, who is who builds in a container.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    return chromium.launch({ executablePath, args });
  }
  console.error(`no Chromium at ${candidates.join(', ')}: see tests/browser/install.sh`);
  process.exit(2);
}
