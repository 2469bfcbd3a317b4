// Judges every page of a built tree in Chromium: opened from a folder, under a portal's sub-path with the strictest policy,
// with JavaScript off, inside a frame, narrow and wide, light and dark.
//
//   node proof.mjs FOLDER [--sample] [--jobs N] [--skip CHECK,CHECK…]
//
// `--sample` opens one page a part of the theme and language instead of all; links are always followed on all. `--skip` leaves
// out what a check finds, for trees that are bad on purpose.
// Ends with 0 if nothing is wrong, 1 if something is, 2 if the proof could not be made.

import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { readPage, readText, readWidth } from './facts.mjs';
import { judgeFonts } from './fonts.mjs';
import { followLinks } from './links.mjs';
import { judgeSaid } from './said.mjs';
import { baseOf, readTree, servePortal, serveTree } from './tree.mjs';
import { ANYWHERE, PATIENCE, go, makeWatched } from './watched.mjs';
import { makeScale } from './weight.mjs';

// WCAG 2.2 A and AA, and axe's own advice.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// A narrow old phone and a laptop, in pixels of CSS.
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
// The letters of the browser at twice their size, as many readers over fifty have them.
const LARGE = { width: 640, height: 800 };
// What a template prints when it was given a thing and not its words.
const RAW = /\{\{|\}\}|\{[$"']|\[object |\bundefined\b|\bNaN\b|&(amp|lt|quot|#\d+);/;
// How a page offers the number, as facts.mjs asks for it.
const CALL = 'a[href^="tel:"]';
// What lies in a closed menu is not looked at, so each size and each colour is tried once with all menus open (the third word).
const VIEWS = [[NARROW, 'light', false], [NARROW, 'dark', true], [WIDE, 'light', true], [WIDE, 'dark', false]];

const options = process.argv.slice(2);
const valueOf = (name, otherwise) => (options.includes(name) ? options[options.indexOf(name) + 1] : otherwise);
const sampleOnly = options.includes('--sample');
const jobs = Number(valueOf('--jobs', '2'));
const skipped = valueOf('--skip', '').split(',');
const folder = resolve(options[0] ?? '');
const isFolder = options[0] && await stat(folder).then(found => found.isDirectory(), () => false);
if (!isFolder || !(jobs >= 1)) stop(`usage: ${fileURLToPath(import.meta.url)} FOLDER [--sample] [--jobs N] [--skip CHECK,CHECK…]`);

/** The faults by check and words, so that one slip of a template on 500 pages is one line. */
const faults = new Map();
const looked = new Map();
const fault = (check, page, words) => {
  if (skipped.includes(check)) return;
  const key = `${check}\t${words}`;
  faults.set(key, (faults.get(key) ?? new Set()).add(page));
};
const count = (check, by = 1) => looked.set(check, (looked.get(check) ?? 0) + by);
const started = Date.now();

const tree = await readTree(folder);
if (!tree.pages.length) stop(`${folder} holds no page`);
const browser = await openBrowser();
const newPage = makeWatched(browser, fault);
const portal = await servePortal();
tree.base = await baseOf(tree);
const host = await serveTree(tree, tree.base ?? ANYWHERE);
const bases = { file: `${pathToFileURL(folder).href}/`, http: host.base };
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scale = makeScale(tree, bases.http, fault);
try {
  const facts = await readAllPages();
  for (const [page, found] of facts) judgeFacts(page, found, facts);
  count('links', await followLinks(tree, facts, fault));
  for (const [page, found] of facts) {
    const { values, cards } = await judgeSaid(tree, found, (check, words) => fault(check, page, words));
    count('data', values);
    count('cards', cards);
  }
  // A site that knows its address says to machines what it is.
  for (const check of ['data', 'cards']) if (tree.base && !looked.get(check)) fault(check, 'index.html', 'no page has any');
  // A redirect would lead away from under the proof: its link is followed, it is not opened. Only 404.html may name files
  // from the root of the host, which is not there on file://: it has a proof of its own.
  const rooted = page => page === '404.html' && facts.get(page).links.some(link => link.to.startsWith('/'));
  const pages = tree.pages.filter(page => !facts.get(page).redirect && !rooted(page));
  const sample = choose(facts, pages);
  const texts = await openAll(sampleOnly ? sample : pages, facts);
  await judgeNotFound();
  await judgeSearch(facts, pages);
  await inTurns(sample, async (page, work) => {
    if (!skipped.includes('axe')) await judgeAccess(page, work);
    await judgeFramed(page, work, texts.get(page));
  });
  process.exitCode = report(pages, sample);
} finally {
  host.close();
  portal.close();
  await browser.close();
}

/** Reads the bytes of all pages in one blank page of the browser: its parser is the judge, nothing is loaded. */
async function readAllPages() {
  const blank = await browser.newPage();
  const facts = new Map();
  for (const page of tree.pages) {
    facts.set(page, await blank.evaluate(readPage, await readFile(join(folder, page), 'utf8')));
  }
  await blank.close();
  return facts;
}

function judgeFacts(page, found, facts) {
  const say = words => fault('head and frame', page, words);
  count('head and frame');
  const edition = page.split('/')[0];
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found.lang)) say(`lang of <html> is "${found.lang}"`);
  else if (facts.has(`${edition}/index.html`) && edition !== 'lich' && found.lang.toLowerCase() !== edition) say(`lang of <html> is "${found.lang}" under ${edition}/`);
  if (!found.title.trim()) say('no title');
  if (found.headings !== 1) say(`${found.headings} <h1>`);
  for (const what of found.forbidden) say(`forbidden: ${what}`);
  // The neutral page of "leave quickly" shows nothing of us, and 404.html stands alone at any address.
  const bare = found.redirect || page === '404.html' || page.startsWith('lich/');
  const excused = what => (what === 'nav' ? page === 'index.html' : what === CALL && !hasNumber(facts));
  if (!bare) for (const missing of found.wayfinding.filter(what => !excused(what))) say(`no ${missing}`);
}

/** Whether the site has a number at all: if it has, each page has to show it. */
function hasNumber(facts) {
  facts.hasNumber ??= [...facts.values()].some(({ wayfinding }) => !wayfinding.includes(CALL));
  return facts.hasNumber;
}

/** The fewest pages, in order, that show every class and element of the theme and every depth and section, in each language. */
function choose(facts, pages) {
  const covered = new Set();
  return pages.filter(page => {
    const parts = page.split('/');
    const edition = parts.length > 2 ? parts[0] : '';
    const shape = `${edition} ${parts.length} ${parts.length > 3 ? parts[1] : ''} ${/^trang-\d+$/.test(parts.at(-2)) ? 'paged' : ''}`;
    const found = [shape, ...facts.get(page).features.map(feature => `${edition} ${feature}`)].filter(mark => !covered.has(mark));
    found.forEach(mark => covered.add(mark));
    return found.length;
  });
}

/** Runs `act(page, work)` over the pages, as many at a time as there are jobs, each with browser pages of its own. */
async function inTurns(pages, act) {
  const open = pages.values();
  await Promise.all(Array.from({ length: jobs }, async () => {
    const work = {
      file: await newPage('file', bases.file),
      http: await newPage('http', bases.http),
      bare: await newPage('no script', bases.file, { javaScriptEnabled: false }),
      frame: await newPage('frame', portal.base, {}, bases.http),
    };
    for (const page of open) {
      try {
        await act(page, work);
      } catch (error) {
        fault('loads', page, String(error).split('\n')[0]);
      }
    }
    await Promise.all(Object.values(work).map(each => each.page.context().close()));
  }));
}

/** Opens each page in its three ways. Gives the text of each, by page. */
async function openAll(pages, facts) {
  const texts = new Map();
  await inTurns(pages, async (page, { file, http, bare }) => {
    await go(file, page);
    const text = await file.page.evaluate(readText);
    texts.set(page, text);
    if (!text.length) fault('text', page, 'no words');
    await judgeFonts(file.page, file.requests, words => fault('fonts', page, words));
    count('fonts');
    for (const line of text.filter(line => RAW.test(line))) fault('text', page, `raw value: ${line}`);
    for (const size of [WIDE, NARROW, LARGE]) {
      const large = size === LARGE;
      await file.page.setViewportSize(size);
      if (large) await file.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      count('width');
      for (const words of await file.page.evaluate(readWidth)) fault('width', page, `${words} at ${size.width}${large ? ', text at 200 %' : ''}`);
    }
    await file.page.setViewportSize(WIDE);
    await go(http, page);
    same('under a sub-path', page, text, await http.page.evaluate(readText));
    await scale.weigh(page, http.requests, facts.get(page));
    count('weight');
    await go(bare, page);
    same('without JavaScript', page, text, await bare.page.evaluate(readText));
    ['loads', 'requests', 'console', 'dialogs'].forEach(check => count(check, 3));
  });
  return texts;
}

function same(where, page, expected, found) {
  count('text');
  const at = expected.findIndex((line, number) => line !== found[number]);
  if (at >= 0) fault('text', page, `other words ${where}: "${found[at] ?? ''}", not "${expected[at]}"`);
  else if (found.length !== expected.length) fault('text', page, `more words ${where}: "${found[expected.length]}"`);
}

/** A wrong address, deep below the prefix: what a portal shows there has to read well. */
async function judgeNotFound() {
  if (!tree.files.has('404.html')) return fault('loads', '404.html', 'there is no page for a wrong address');
  const at = await newPage('wrong address', bases.http);
  const { page } = at;
  at.name = '404.html';
  // That the address itself is answered by 404 is what is wanted here.
  page.context().removeAllListeners('response');
  page.context().removeAllListeners('console');
  await page.goto(`${bases.http}vi/khong-co/o-day`, { timeout: PATIENCE });
  if (await page.locator('h1').count() !== 1) fault('loads', '404.html', 'shows no heading at a wrong address');
  count('loads');
  await page.context().close();
}

/** Types the title of a page into the search of its language, both ways, and follows what is found. */
async function judgeSearch(facts, pages) {
  const homes = pages.filter(page => /^[^/]+\/index\.html$/.test(page) && facts.get(page).ids.includes('loa-search'));
  for (const home of homes) {
    const edition = home.split('/')[0];
    const entry = pages.find(page => page.startsWith(`${edition}/`) && page.split('/').length === 4 && !page.startsWith(`${edition}/chu-de/`));
    for (const way of entry ? ['file', 'http'] : []) {
      const at = await newPage(`search, ${way}`, bases[way]);
      await go(at, home);
      if (at.requests.some(to => to.includes('/tim/'))) fault('search', home, 'loads before anybody searches');
      await at.page.fill('#loa-search', facts.get(entry).title.split(' ').slice(0, 3).join(' '));
      const found = at.page.locator('#loa-results a');
      await found.first().waitFor({ timeout: 5000 }).catch(() => fault('search', home, `finds nothing for the title of ${entry} (${way})`));
      for (const link of await found.evaluateAll(links => links.map(each => each.href))) {
        const name = decodeURIComponent(link.slice(at.base.length).split(/[?#]/)[0]);
        if (!link.startsWith(at.base) || !tree.files.has(name)) fault('search', home, `leads nowhere: ${link} (${way})`);
      }
      count('search');
      await at.page.context().close();
    }
  }
}

/** What a machine can see of the barriers on a page: narrow and wide, light and dark. */
async function judgeAccess(page, { file: at }) {
  await go(at, page);
  await at.page.evaluate(axe);
  const found = new Map();
  for (const [size, colorScheme, open] of VIEWS) {
    await at.page.setViewportSize(size);
    await at.page.emulateMedia({ colorScheme });
    await at.page.evaluate(open => document.querySelectorAll('details').forEach(menu => { menu.open = open; }), open);
    // `preload` would fetch the style a second time, which a page from a folder may not.
    const { violations } = await at.page.evaluate(runOnly => globalThis.axe.run({ runOnly, resultTypes: ['violations'], preload: false }), RULES);
    count('axe');
    // An open menu covers what it is opened over until it is closed.
    const isCovered = node => open && node.any.some(({ message }) => message.includes('obscured'));
    for (const rule of violations.filter(({ nodes }) => !nodes.every(isCovered))) {
      const words = `${rule.id} (${rule.impact}) ${rule.nodes[0].target.join(' ')}: ${rule.nodes[0].any[0]?.message ?? rule.help}`;
      found.set(words, [...found.get(words) ?? [], `${size.width} ${colorScheme}`]);
    }
  }
  for (const [words, views] of found) fault('axe', page, views.length < VIEWS.length ? `${words} (${views.join(', ')})` : words);
  await at.page.setViewportSize(WIDE);
  await at.page.emulateMedia({ colorScheme: 'light' });
}

/** The same page in a portal's frame: whole, and with no more room taken than given. */
async function judgeFramed(page, { frame: at }, text) {
  if (!text) return;
  await go(at, page, `${portal.base}?${bases.http}${encodeURI(page)}`);
  const inner = at.page.frames().find(each => each.url().startsWith(bases.http));
  if (!inner) return fault('frame', page, 'does not load in a frame');
  same('in a frame', page, text, await inner.evaluate(readText));
  for (const words of await inner.evaluate(readWidth)) fault('frame', page, `${words} in a frame`);
  count('frame');
}

function report(pages, sample) {
  const of = check => [...faults].filter(([key]) => key.startsWith(`${check}\t`)).reduce((sum, [, found]) => sum + found.size, 0);
  console.log(`${tree.files.size} files, ${tree.pages.length} pages, ${sampleOnly ? sample.length : pages.length} opened, ${sample.length} in the sample`);
  console.log(`${'check'.padEnd(16)}${'looked at'.padStart(10)}${'faults'.padStart(8)}`);
  const checks = [...new Set([...looked.keys(), ...[...faults.keys()].map(key => key.split('\t')[0])])];
  for (const check of checks) console.log(`${check.padEnd(16)}${String(looked.get(check) ?? 0).padStart(10)}${String(of(check)).padStart(8)}`);
  for (const [key, found] of [...faults].sort()) {
    const [check, words] = key.split('\t');
    const some = [...found].slice(0, 3).join(', ');
    console.log(`FAULT ${check}: ${words}\n      ${some}${found.size > 3 ? ` and ${found.size - 3} more` : ''}`);
  }
  console.log(`weight on the wire, packed, without fonts:\n${scale.heaviest()}`);
  console.log(`${faults.size ? `${faults.size} kinds of fault` : 'no fault'}, ${Math.round((Date.now() - started) / 1000)} s`);
  return faults.size ? 1 : 0;
}

function stop(words) {
  console.error(words);
  process.exit(2);
}
