// Every template of the theme, in three languages, light and dark, narrow and wide, under a sub-path and from a folder: what a
// machine can see of barriers, what a finger has to hit, where the keyboard goes, what moves, what comes out on paper.
//
//   node matrix.mjs [--jobs N] [--only WORD] [--every] [--skip CHECK,CHECK…] TREE SITE [TREE SITE…]
//
// SITE is the folder that TREE was built from. Of each template and language the first tree gives the page that has most to
// show; a template that has no page in any of them is a fault. `--every` looks at every page and asks for no template. `--skip`
// leaves out what a check finds.
// Ends with 0 if nothing is wrong, 1 if something is, 2 if the proof could not be made.

import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { readPage, readWidth } from './facts.mjs';
import { countShifts, readFocus, readForced, readLines, readPaper, readTargets, readUnreached } from './measures.mjs';
import { makeTemplateOf, pageTemplates } from './templates.mjs';
import { baseOf, readTree, serveTree } from './tree.mjs';
import { ANYWHERE, go, makeWatched } from './watched.mjs';

const THEME = join(dirname(fileURLToPath(import.meta.url)), '../../themes/default');
// WCAG 2.2 A and AA, axe's own advice, and of AAA the contrast: 7:1 for words.
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast-enhanced': { enabled: true } } };
const EDITIONS = ['vi', 'km', 'blt-tavt'];
// There is one page of each of these, or its language does not matter.
const ONCE = new Set(['root', '404', 'neutral', 'redirect']);
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
// What lies in a closed menu is not looked at: each size and each colour is tried once with all menus open (the third word).
const VIEWS = [[NARROW, 'light', false], [NARROW, 'dark', true], [WIDE, 'light', true], [WIDE, 'dark', false]];
// What people set who see little, on the page of the first language.
const SETTINGS = [{ forcedColors: 'active' }, { forcedColors: 'active', colorScheme: 'dark' }, { contrast: 'more' }, { contrast: 'more', colorScheme: 'dark' }];
const TARGET = 48;
const CONTRAST = 7;
// A font on 2G. Less than a thousandth of the window is the rounding of one line.
const LATE_FONT = 500;
const SHIFT = 0.001;
// Letters that the phone lacks are put in when they come, and words then break elsewhere: no page can hold still for that.
const SHIFT_BY_FONT = 0.1;
// More characters than this fit on no sheet, whoever sets them.
const SHEET = 3_000;
const ONE_SHEET = new Set(['guide', 'alert']);
const LONGEST_WALK = 400;

const options = process.argv.slice(2);
const take = (name, otherwise) => (options.includes(name) ? options.splice(options.indexOf(name), 2)[1] : otherwise);
const jobs = Number(take('--jobs', '2'));
const only = take('--only', '');
const skipped = take('--skip', '').split(',');
const every = options.includes('--every') && options.splice(options.indexOf('--every'), 1);
if (!options.length || options.length % 2 || !(jobs >= 1)) {
  console.error('usage: matrix.mjs [--jobs N] [--only WORD] [--every] [--skip CHECK,CHECK…] TREE SITE [TREE SITE…]');
  process.exit(2);
}

const faults = new Map();
const looked = new Map();
const unsure = new Map();
const fault = (check, page, words) => {
  if (skipped.includes(check)) return;
  const key = `${check}\t${words}`;
  faults.set(key, (faults.get(key) ?? new Set()).add(page));
};
const count = (check, by = 1) => looked.set(check, (looked.get(check) ?? 0) + by);
const started = Date.now();

const browser = await openBrowser();
const newPage = makeWatched(browser, fault);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const papers = await mkdtemp(join(tmpdir(), 'loa-papers-'));
const trees = [];
try {
  while (options.length) trees.push(await readGiven(resolve(options.shift()), resolve(options.shift())));
  const cells = await choose();
  await inTurns(cells.filter(cell => `${cell.template} ${cell.edition} ${cell.page}`.includes(only)));
  process.exitCode = report(cells);
} finally {
  trees.forEach(each => each.hosts.forEach(host => host.close()));
  await browser.close();
  await rm(papers, { recursive: true });
}

async function readGiven(folder, site) {
  const tree = await readTree(folder);
  const templateOf = await makeTemplateOf(site);
  const blank = await browser.newPage();
  const pages = new Map();
  for (const page of tree.pages) {
    const found = await blank.evaluate(readPage, await readFile(join(folder, page), 'utf8'));
    pages.set(page, { ...found, template: templateOf(page, found) });
  }
  await blank.close();
  const prefix = await baseOf(tree) ?? ANYWHERE;
  const hosts = [await serveTree(tree, prefix), await serveTree(tree, prefix, name => (name.endsWith('.woff2') ? LATE_FONT : 0))];
  const numbers = new Map();
  for (const { links } of pages.values()) {
    // What most pages call is the number of the site.
    for (const to of new Set(links.flatMap(link => (link.to.startsWith('tel:') ? [link.to.slice(4)] : [])))) numbers.set(to, (numbers.get(to) ?? 0) + 1);
  }
  const number = [...numbers].sort((one, other) => other[1] - one[1])[0]?.[0];
  return { pages, hosts, number, file: `${pathToFileURL(folder).href}/`, http: hosts[0].base, late: hosts[1].base };
}

/** For each template and language the page that shows most, in the language's own words if there is one. */
async function choose() {
  const cells = [];
  const add = (template, edition, tree, [page, found]) => cells.push({ template, edition, tree, page, found });
  const own = ({ words }) => (words.own * 2 > words.all ? 1000 : 0);
  const rank = found => own(found) + found.features.length;
  for (const tree of every ? trees : []) tree.pages.forEach((found, page) => add(found.template, page.split('/')[0], tree, [page, found]));
  for (const template of every ? [] : await pageTemplates(THEME)) {
    for (const edition of ONCE.has(template) ? [''] : EDITIONS) {
      const best = tree => [...tree.pages].filter(([page, found]) => found.template === template && page.startsWith(edition && `${edition}/`))
        .sort(([, one], [, other]) => rank(other) - rank(one))[0];
      const tree = trees.find(best);
      if (tree) add(template, edition, tree, best(tree));
      else fault('templates', template, `no page of it${edition && ` in ${edition}`}: the proof has nothing to look at`);
    }
    count('templates');
  }
  if (!cells.length) throw new Error('there is no page');
  return cells;
}

async function inTurns(cells) {
  const open = cells.values();
  await Promise.all(Array.from({ length: jobs }, async () => {
    for (const cell of open) {
      try {
        await judge(cell);
      } catch (error) {
        fault('loads', cell.page, String(error).split('\n')[0]);
      }
    }
  }));
}

async function judge(cell) {
  const { page, template, edition, found } = cell;
  // Only 404.html may name files from the root of the host, which is not there on file://.
  cell.ways = found.links.some(link => link.to.startsWith('/')) ? ['http'] : ['file', 'http'];
  for (const way of cell.ways) {
    const at = await openPage(way, cell);
    await go(at, page);
    await judgeAccess(at, VIEWS.map(([size, colorScheme, open]) => [size, { colorScheme }, open]), true).then(found => tell(page, found, VIEWS.length));
    if (way === cell.ways[0]) await judgeSizes(at, page);
    await at.page.context().close();
  }
  // What follows does not depend on where the page came from; a redirect and the neutral page have less to ask of.
  if (edition === EDITIONS[0] || ONCE.has(template)) await judgeSettings(cell);
  await judgeWalk(cell, NARROW);
  if (edition === EDITIONS[0]) await judgeWalk(cell, WIDE);
  await judgeShifts(cell, NARROW);
  await judgeShifts(cell, WIDE);
  if (!['redirect', 'neutral', '404'].includes(template)) await judgePaper(cell);
}

/** A watched page for the tree of a cell. What leads away by itself is held, so that it can be looked at. */
async function openPage(way, { tree, template }, more = {}) {
  const at = await newPage(way, tree[way], more);
  if (template === 'redirect') {
    await at.page.route(address => address.pathname.endsWith('.html'), async route => {
      const answer = await route.fetch().catch(() => undefined);
      const html = answer ? await answer.text() : await readFile(fileURLToPath(route.request().url()), 'utf8');
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace(/<meta http-equiv="?refresh[^>]*>/i, '') });
    });
  }
  return at;
}

/** axe in each view, with the menus as the view says. Gives the views of each fault, by its words. */
async function judgeAccess(at, views, sized, found = new Map()) {
  await at.page.evaluate(axe);
  const note = (words, view) => found.set(words, (found.get(words) ?? new Set()).add(view));
  for (const [size, media, open] of views) {
    await at.page.setViewportSize(size);
    if (sized) await at.page.emulateMedia(media);
    await at.page.evaluate(open => document.querySelectorAll('details').forEach(menu => { menu.open = open; }), open);
    const view = `${size.width} ${Object.values(media).join(' ')}`;
    // `preload` would fetch the style a second time, which a page from a folder may not.
    // axe takes the colour that the style sheet names for the one that is forced.
    const rules = media.forcedColors ? { ...RULES, rules: { 'color-contrast': { enabled: false } } } : RULES;
    const { violations, incomplete } = await at.page.evaluate(rules => globalThis.axe.run({ ...rules, resultTypes: ['violations', 'incomplete'], preload: false }), rules);
    count('axe');
    // An open menu covers what it is opened over until it is closed.
    const isCovered = node => open && node.any.some(({ message }) => message.includes('obscured'));
    for (const rule of violations.filter(({ nodes }) => !nodes.every(isCovered))) {
      note(`axe\t${rule.id} (${rule.impact}) ${rule.nodes[0].target.join(' ')}: ${rule.nodes[0].any[0]?.message ?? rule.help}`, view);
    }
    for (const rule of incomplete) unsure.set(rule.id, (unsure.get(rule.id) ?? 0) + rule.nodes.length);
    const measures = sized ? [['targets', readTargets, TARGET], ['lines', readLines]] : media.forcedColors ? [['forced', readForced, CONTRAST]] : [];
    for (const [check, measure, given] of measures) {
      const { measured, faults: words } = await at.page.evaluate(measure, given);
      count(check, measured);
      words.forEach(words => note(`${check}\t${words}`, view));
    }
  }
  return found;
}

function tell(page, found, views) {
  for (const [key, where] of found) {
    const [check, words] = key.split('\t');
    fault(check, page, where.size < views ? `${words} (${[...where].join(', ')})` : words);
  }
}

/** Letters of twice the size on the narrowest screen and on a laptop: nothing sticks out, nothing is cut. */
async function judgeSizes(at, page) {
  await at.page.emulateMedia({ colorScheme: 'light' });
  for (const [size, large] of [[NARROW, false], [NARROW, true], [WIDE, true]]) {
    await at.page.setViewportSize(size);
    await at.page.evaluate(large => { document.documentElement.style.fontSize = large ? '200%' : ''; }, large);
    for (const open of [false, true]) {
      await at.page.evaluate(open => document.querySelectorAll('details').forEach(menu => { menu.open = open; }), open);
      count('width');
      for (const words of await at.page.evaluate(readWidth)) fault('width', page, `${words} at ${size.width}${large ? ', text at 200 %' : ''}${open ? ', menus open' : ''}`);
    }
  }
}

async function judgeSettings(cell) {
  const found = new Map();
  for (const media of SETTINGS) {
    // Told to a page that is open already, Chromium leaves some words in their old colour.
    const at = await openPage(cell.ways[0], cell, { viewport: NARROW, ...media });
    await go(at, cell.page);
    await judgeAccess(at, [[NARROW, media, false]], false, found);
    await at.page.context().close();
  }
  tell(cell.page, found, VIEWS.length + SETTINGS.length);
}

/** From link to link with the Tab key, as somebody goes who cannot hold a mouse. */
async function judgeWalk(cell, size) {
  const at = await openPage(cell.ways[0], cell, { viewport: size });
  await go(at, cell.page);
  for (let step = 0; step < LONGEST_WALK; step++) {
    await at.page.keyboard.press('Tab');
    const stop = await at.page.evaluate(readFocus);
    if (!stop) break;
    count('focus');
    for (const words of stop.faults) fault('focus', cell.page, `${stop.name} ${words} at ${size.width}`);
  }
  const left = [...new Set(await at.page.evaluate(readUnreached))];
  if (left.length) fault('focus', cell.page, `Tab never reaches ${left.slice(0, 5).join(', ')} at ${size.width}`);
  await at.page.context().close();
}

/** What moves under the reader's eyes: nothing, and little when the font comes late. */
async function judgeShifts(cell, size) {
  const at = await openPage('late', cell, { viewport: size });
  await at.page.addInitScript(countShifts);
  await go(at, cell.page);
  await at.page.evaluate(() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))));
  const shifts = await at.page.evaluate(() => globalThis.loaShifts);
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  count('shifts');
  const most = at.requests.some(to => to.endsWith('.woff2')) ? SHIFT_BY_FONT : SHIFT;
  const what = [...new Set(shifts.map(({ what }) => what))].slice(0, 2).join('; ');
  if (sum > most) fault('shifts', cell.page, `moves by ${sum.toFixed(2)}, more than ${most}, at ${size.width}: ${what}`);
  await at.page.context().close();
}

/** On paper: the number on each sheet, nothing that wants a finger, and what is meant for the wall on one sheet. */
async function judgePaper(cell) {
  const { template, page, tree: { number }, found } = cell;
  const at = await openPage(cell.ways[0], cell, { viewport: { width: 794, height: 1123 } });
  await go(at, page);
  await at.page.emulateMedia({ media: 'print' });
  for (const what of await at.page.evaluate(readPaper)) fault('paper', page, `${what} is printed`);
  const path = join(papers, `${Math.random().toString(36).slice(2)}.pdf`);
  await at.page.pdf({ path, format: 'A4', preferCSSPageSize: true });
  await at.page.context().close();
  const sheets = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f').slice(0, -1);
  count('paper', sheets.length);
  const without = sheets.findIndex(sheet => !sheet.replace(/[\s.]/g, '').includes(number));
  if (number && without >= 0) fault('paper', page, `sheet ${without + 1} of ${sheets.length} is without the number ${number}`);
  if (ONE_SHEET.has(template) && sheets.length > 1 && found.words.all < SHEET) fault('paper', page, `takes ${sheets.length} sheets for ${found.words.all} characters`);
}

function report(cells) {
  const of = check => [...faults].filter(([key]) => key.startsWith(`${check}\t`)).reduce((sum, [, found]) => sum + found.size, 0);
  console.log(`${new Set(cells.map(({ template }) => template)).size} templates, ${cells.length} pages:`);
  for (const template of new Set(cells.map(cell => cell.template))) {
    console.log(`  ${template.padEnd(10)}${cells.filter(cell => cell.template === template).map(cell => cell.page.replace(/(^|\/)index\.html$/, '$1')).join('  ') || '-'}`);
  }
  const checks = [...new Set([...looked.keys(), ...[...faults.keys()].map(key => key.split('\t')[0])])];
  for (const check of checks) console.log(`${check.padEnd(16)}${String(looked.get(check) ?? 0).padStart(10)}${String(of(check)).padStart(8)}`);
  for (const [key, found] of [...faults].sort()) {
    const [check, words] = key.split('\t');
    const some = [...found].slice(0, 3).join(', ');
    console.log(`FAULT ${check}: ${words}\n      ${some}${found.size > 3 ? ` and ${found.size - 3} more` : ''}`);
  }
  if (unsure.size) console.log(`axe is not sure of: ${[...unsure].map(([rule, nodes]) => `${rule} ${nodes}`).join(', ')}`);
  console.log(`${faults.size ? `${faults.size} kinds of fault` : 'no fault'}, ${Math.round((Date.now() - started) / 1000)} s`);
  return faults.size ? 1 : 0;
}
