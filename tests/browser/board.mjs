// Judges the editor's board and the banners of broken pages in Chromium, at the address of a preview.
//
//   node board.mjs http://127.0.0.1:4000/ [--shots FOLDER] [PAGE…]
//
// Opens the board, all kinds of pages that it links to, and the PAGEs given (broken ones, with their banner): as laptops and
// phones have them, light, dark, in forced colours, with large letters. Ends with 0 if nothing is wrong, 1 if something is,
// 2 if the proof could not be made.

import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';

// WCAG 2.2 A and AA, and axe's own advice.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 640 };
const NARROW = { width: 320, height: 640 };
const VIEWS = [[LAPTOP, 'light'], [LAPTOP, 'dark'], [PHONE, 'light'], [PHONE, 'dark'], [NARROW, 'light']];
const PATIENCE = 30_000;
// One page of each kind: the first two parts of its address say which.
const kindOf = href => new URL(href).pathname.split('/').slice(1, 3).join('/');

const options = process.argv.slice(2);
const at = options.indexOf('--shots');
const shots = at >= 0 ? options.splice(at, 2)[1] : undefined;
const [base, ...pages] = options;
if (!/^https?:\/\//.test(base ?? '')) {
  console.error(`usage: ${fileURLToPath(import.meta.url)} ADDRESS [--shots FOLDER] [PAGE…]`);
  process.exit(2);
}
if (shots) await mkdir(shots, { recursive: true });

const faults = [];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await openBrowser();
try {
  const board = new URL('/_loa/', base).href;
  const kinds = await kindsFrom(board);
  const broken = pages.map(page => new URL(page, base).href);
  for (const href of [board, ...kinds, ...broken]) await judge(href, broken.includes(href));
  console.log(`${1 + kinds.length + broken.length} pages, ${faults.length} faults`);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  process.exitCode = faults.length ? 1 : 0;
} finally {
  await browser.close();
}

/** One page of each kind that the board leads to, in two steps: comparisons are linked from the matrix. */
async function kindsFrom(board) {
  const page = await browser.newPage();
  const found = new Map();
  for (const from of [board, undefined]) {
    const next = from ? [from] : [...found.values()];
    for (const href of next) {
      await page.goto(href, { timeout: PATIENCE });
      const links = await page.locator('a[href^="/_loa/"]').evaluateAll(all => all.map(link => link.href.split('#')[0]));
      for (const link of links) if (link !== board && !found.has(kindOf(link))) found.set(kindOf(link), link);
    }
  }
  await page.close();
  return [...found.values()];
}

async function judge(href, isBroken) {
  const name = decodeURIComponent(new URL(href).pathname);
  const fault = words => faults.push(`${name}: ${words}`);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && fault(`console: ${message.text()}`));
  page.on('pageerror', error => fault(`script: ${error.message}`));
  page.on('response', answer => answer.status() >= 400 && fault(`${answer.status()} ${answer.url()}`));
  for (const [size, colorScheme] of VIEWS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.goto(href, { timeout: PATIENCE });
    await page.evaluate(() => document.querySelectorAll('main details').forEach(each => { each.open = true; }));
    const view = `${size.width} ${colorScheme}`;
    await judgeWidth(page, words => fault(`${words} (${view})`));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(runOnly => globalThis.axe.run({ runOnly, resultTypes: ['violations'], preload: false }), RULES);
    // The theme's way past its menu is no longer the first link of a page that tells of an error.
    const isPast = ({ id, nodes }) => isBroken && id === 'region' && nodes.every(({ target }) => target.join() === '.skip');
    for (const rule of violations.filter(rule => !isPast(rule))) fault(`axe ${rule.id} ${rule.nodes[0].target.join(' ')}: ${rule.nodes[0].any[0]?.message ?? rule.help} (${view})`);
    if (isBroken) await judgeBanner(page, words => fault(`${words} (${view})`));
    if (shots && size !== NARROW) await page.screenshot({ path: join(shots, `${name.replaceAll(/[^a-z0-9.-]+/gi, '_')}.${view.replace(' ', '.')}.png`), fullPage: true });
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.setViewportSize(LAPTOP);
  if (shots) await page.screenshot({ path: join(shots, `${name.replaceAll(/[^a-z0-9.-]+/gi, '_')}.forced.png`) });
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  if (isBroken && await page.locator('.loa-bao').isVisible()) fault('the banner is printed');
  await page.emulateMedia({ media: 'screen' });
  // What a reader does who sets the letters of the browser to twice their size.
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await judgeWidth(page, words => fault(`${words} (large letters)`));
  await context.close();
}

/** Nothing reaches out of the page sideways, but for what scrolls on its own. */
async function judgeWidth(page, fault) {
  const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
  if (wide > room) fault(`is ${wide} wide in a window of ${room}`);
}

/** The banner stands above the page, in its flow, first thing, and covers nothing. */
async function judgeBanner(page, fault) {
  const found = await page.evaluate(() => {
    const banner = document.querySelector('.loa-bao');
    if (!banner) return undefined;
    const box = banner.getBoundingClientRect();
    const next = banner.nextElementSibling;
    const below = [...document.body.children].filter(each => each !== banner && each.getBoundingClientRect().height > 2);
    const covered = below.filter(each => !['fixed', 'absolute', 'sticky'].includes(getComputedStyle(each).position) && each.getBoundingClientRect().top < box.bottom - 1);
    return {
      role: banner.getAttribute('role'), lang: banner.lang, top: box.top + scrollY, width: box.width, room: document.documentElement.clientWidth,
      position: getComputedStyle(banner).position, covered: covered.map(each => each.tagName), next: next?.tagName,
    };
  });
  if (!found) return fault('has no banner');
  if (found.role !== 'alert' || !found.lang) fault(`role ${found.role}, lang ${found.lang}`);
  if (found.top !== 0 || found.width < found.room - 1) fault(`the banner stands at ${found.top}, ${found.width} wide of ${found.room}`);
  if (found.covered.length) fault(`the banner covers ${found.covered}`);
}
