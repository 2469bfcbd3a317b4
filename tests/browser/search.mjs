// Judges the search of the built tree of this repository in Chromium: opened from a folder, and under a portal's sub-path with
// the strictest policy.
//
//   node search.mjs FOLDER [--sizes]
//
// The keys that the browser makes are compared with the fixtures that the Rust tests run. Then pages are looked for in five
// scripts, the way people type. Prints what the script and the index weigh. With `--sizes` only the index is weighed, of any tree.
// Ends with 0 if nothing is wrong, 1 if something is, 2 if the proof could not be made.

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openBrowser } from './browser.mjs';
import { readTree, serveTree } from './tree.mjs';

const KIB = 1024;
const SCRIPT = 6 * KIB;
const FILES = 32;
// Of the text of the pages, each packed by itself, as it goes over the wire.
const SHARE = 0.25;
// Two pages of Chinese hold a thousand different pairs of letters; a share means something from here on.
const SMALL = 2 * KIB;
// docs.js and the files that hold the words of a query, of a site of this size.
const MOST_LOADED = 8;
const PATIENCE = 10_000;

// The page of a language to search on, what is typed, and the first page to be found; `undefined` where nothing must be.
const LAW = 'van-ban/luat-phong-chong-mua-ban-nguoi-2024';
const RIGHTS = 'van-ban/tuyen-ngon-nhan-quyen';
const QUERIES = [
  ['vi', 'việc nhẹ lương cao', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'viec nhe luong cao', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'VIEC NHE', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'VIỆC NHẸ', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'việc nhẹ lương cao'.normalize('NFD'), 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'vieecj nhej luwowng cao', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'viec nhe luogn cao', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'vie65c nhe5 lu7o7ng cao', 'canh-bao/viec-nhe-luong-cao'],
  ['vi', 'mai mối cưới xa', 'canh-bao/moi-gioi-hon-nhan'],
  ['vi', 'mai moi cuoi', 'canh-bao/moi-gioi-hon-nhan'],
  ['vi', 'nguoi bi hai khong co loi', 'bai-viet/khong-do-loi-cho-nguoi-bi-hai'],
  ['vi', 'tuyen truyen caanf thow', 'van-ban/ke-hoach-136-kh-ubnd-can-tho'],
  ['vi', '111', 'bai-viet/dieu-gi-xay-ra-khi-goi-111'],
  ['vi', '១១១', 'bai-viet/dieu-gi-xay-ra-khi-goi-111'],
  ['vi', 'tổng đài 111', 'duong-day-nong/111'],
  ['vi', 'luật phòng chống mua bán người 2024', LAW],
  ['vi', 'luat phong chong mua ban nguoi', LAW],
  ['vi', '2546/QĐ-TTg', 'van-ban/quyet-dinh-2546-qd-ttg'],
  ['vi', 'khach san nha ngh', 'huong-dan/khach-san-nha-nghi'],
  ['vi', 'tuyên ngôn nhân quyền', RIGHTS],
  ['vi', 'ba cau hoi', 'cau-chuyen/ba-cau-hoi'],
  ['vi', 'zzqxjk', undefined],
  ['vi', 'tôi cần giúp', undefined, 'can-giup/toi-can-giup'],
  ['km', 'សិទ្ធិមនុស្ស', RIGHTS],
  ['km', 'សិទិ្ធមនុស្ស', RIGHTS],
  ['km', 'សេរីភាព', RIGHTS],
  ['km', 'viec nhe luong cao', 'canh-bao/viec-nhe-luong-cao'],
  ['km', 'កខគឃង', undefined],
  ['lo', 'ມະນຸດ', RIGHTS],
  ['zh-hant', '人權宣言', RIGHTS],
  ['zh-hant', '權', RIGHTS],
  ['blt-tavt', 'ꪀꪺꪀ', RIGHTS],
  ['blt-tavt', 'ꪵꪠꪙ ꪒꪲꪙ', RIGHTS],
  // A language without a text of its own finds those that its pages show.
  ['tyz', 'viec nhe luong cao', 'canh-bao/viec-nhe-luong-cao'],
  ['hmn-vn', 'luat phong chong mua ban nguoi', LAW],
];

const options = process.argv.slice(2);
const folder = resolve(options[0] ?? '');
const faults = [];
let checks = 0;
const good = (words, holds) => {
  checks++;
  if (!holds) faults.push(words);
};

const tree = await readTree(folder).catch(() => undefined);
if (!tree?.pages.length) {
  console.error(`usage: node search.mjs FOLDER [--sizes]: ${folder} holds no page`);
  process.exit(2);
}
await judgeSizes();
if (!options.includes('--sizes')) await judgeBrowser();
for (const words of faults) console.log(`FAULT search: ${words}`);
console.log(`${checks} checks, ${faults.length ? `${faults.length} faults` : 'no fault'}`);
process.exitCode = faults.length ? 1 : 0;

function packed(bytes) {
  return gzipSync(bytes, { level: 6 }).length;
}

/** What the script and each language's files weigh, beside the words of its own pages. */
async function judgeSizes() {
  const script = packed(await readFile(join(folder, 'assets/search.js')));
  console.log(`search.js ${script} bytes of ${SCRIPT}`);
  good(`search.js weighs ${script} bytes`, script <= SCRIPT);
  const indexes = [...tree.files].filter(name => /^[^/]+\/tim\/docs\.js$/.test(name));
  good('there is no index', indexes.length);
  for (const docs of indexes) {
    const edition = docs.split('/')[0];
    const files = [...tree.files].filter(name => name.startsWith(`${edition}/tim/`));
    const sizes = await Promise.all(files.map(async name => packed(await readFile(join(folder, name)))));
    const index = sizes.reduce((sum, size) => sum + size, 0);
    const lines = JSON.parse((await readFile(join(folder, docs), 'utf8')).slice('loaS("docs",'.length, -2)).d.split('\n');
    let each = 0, whole = '';
    for (const line of lines) {
      const at = line.split('\t')[0];
      const text = wordsOf(await readFile(join(folder, edition, at, 'index.html'), 'utf8'));
      each += packed(text);
      whole += text;
    }
    const together = packed(whole);
    console.log(`${edition}: ${lines.length} pages, ${files.length} files, largest ${Math.max(...sizes)}, index ${index} bytes, ${(100 * index / each).toFixed(1)} % of the text page by page (${each}), ${(100 * index / together).toFixed(1)} % of all in one (${together})`);
    good(`${edition} has ${files.length} files`, files.length <= FILES);
    good(`the index of ${edition} is ${(100 * index / each).toFixed(1)} % of its text`, index <= Math.max(SMALL, SHARE * each));
    for (const name of files) good(`${name} is no name for every disk`, /^[a-z0-9.-]+$/.test(name.split('/').at(-1)));
  }
}

/** The words of a page between its head and its foot. */
function wordsOf(html) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]*>/g, '').replace(/&\w+;/g, ' ').replace(/\s+/g, ' ');
}

async function judgeBrowser() {
  const browser = await openBrowser();
  const host = await serveTree(tree, '/a/b/');
  try {
    for (const base of [`${pathToFileURL(folder).href}/`, host.base]) {
      const way = base.startsWith('file') ? 'file' : 'http';
      await judgeQuiet(browser, base, way);
      await judgeKeys(browser, base, way);
      for (const query of QUERIES) await judgeQuery(browser, base, way, query);
      await judgeUse(browser, base, way);
    }
  } finally {
    host.close();
    await browser.close();
  }
}

async function open(browser, base, way, page) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  const tab = await context.newPage();
  const asked = [];
  context.on('request', request => asked.push(request.url()));
  context.on('requestfailed', request => good(`failed: ${request.url()} (${way})`, request.failure()?.errorText === 'net::ERR_ABORTED'));
  context.on('console', message => good(`${message.text()} (${page}, ${way})`, message.type() !== 'error'));
  context.on('weberror', error => good(`${error.error()} (${page}, ${way})`, false));
  await tab.goto(base + page, { waitUntil: 'load' });
  return { tab, asked, close: () => context.close() };
}

async function judgeQuiet(browser, base, way) {
  const { tab, asked, close } = await open(browser, base, way, 'vi/canh-bao/viec-nhe-luong-cao/index.html');
  const scripts = () => asked.filter(to => /\.js$/.test(to));
  good(`${scripts()} is loaded before anybody searches (${way})`, scripts().length === 1 && scripts()[0].endsWith('assets/site.js'));
  await tab.focus('#loa-search');
  await tab.waitForFunction(() => globalThis.loaKeys);
  good(`the box has no name (${way})`, await tab.getByRole('searchbox').getAttribute('id') === 'loa-search' && (await tab.locator('label[for=loa-search]').innerText()).trim());
  await close();
}

async function judgeKeys(browser, base, way) {
  const { tab, close } = await open(browser, base, way, 'vi/index.html?q=a');
  await tab.waitForFunction(() => globalThis.loaKeys);
  const of = text => tab.evaluate(text => globalThis.loaKeys.tokens(text).map(token => token.pair ? `+${token.pair}` : `${token.word} ${token.bare} ${token.marks}`), text);
  const fixture = await readFile(new URL('../data/khmer-folding.tsv', import.meta.url), 'utf8');
  const unescaped = text => text.replace(/\\u([0-9A-F]{4})/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
  for (const line of fixture.split('\n').filter(line => line && !line.startsWith('#')).slice(1)) {
    const [a, b, relation] = line.split('\t').map(unescaped);
    good(`${line} (${way})`, (String(await of(a)) === String(await of(b))) === (relation === '='));
  }
  const keys = await readFile(new URL('../data/search-keys.tsv', import.meta.url), 'utf8');
  for (const line of keys.split('\n').filter(line => line && !line.startsWith('#')).slice(1)) {
    const [text, wanted] = line.split('\t').map(unescaped);
    const found = (await of(text)).join(', ');
    good(`${text} gave ${found}, not ${wanted} (${way})`, found === wanted);
  }
  for (const [typed, meant] of [
    ['dduwowngf', 'đường'], ['dduowngf', 'đường'], ['vieetj', 'việt'], ['vietej', 'viejt'], ['nguwowif', 'người'], ['nguwoif', 'người'], ['ddawks', 'đắk'],
    ['d9uo7ng2', 'đường'], ['vie65t', 'việt'], ['cuwr', 'cử'], ['thuowngr', 'thưởng'], ['wng', 'ưng'],
  ]) {
    const [one, other] = await tab.evaluate(([typed, meant]) => [globalThis.loaKeys.untyped(typed), globalThis.loaKeys.tokens(meant)[0]], [typed, meant]);
    if (typed !== 'vietej') good(`${typed} was read as ${one.bare} ${one.marks}, not ${meant} (${way})`, one.bare === other.bare && one.marks === other.marks);
  }
  for (const [a, b, isNear] of [['nguoi', 'nguio', true], ['nguoi', 'ngoi', true], ['nguoi', 'nguoii', true], ['nguoi', 'ngxoi', true], ['nguoi', 'ngxxi', false], ['nguoi', 'nguoixx', false], ['abcd', 'badc', false]]) {
    good(`${a} and ${b} (${way})`, await tab.evaluate(([a, b]) => globalThis.loaKeys.near(a, b), [a, b]) === isNear);
  }
  await close();
}

async function judgeQuery(browser, base, way, [edition, typed, wanted, absent]) {
  const { tab, asked, close } = await open(browser, base, way, `${edition}/index.html`);
  await tab.fill('#loa-search', typed);
  const links = tab.locator('#loa-results a');
  const none = tab.locator('search [role=status] > :last-child');
  await Promise.race([links.first().waitFor(), none.waitFor()]).catch(() => {});
  const found = await links.evaluateAll((links, base) => links.map(link => link.href.slice(base.length)), base);
  const say = words => `“${typed}” on ${edition}/ ${words} (${way})`;
  if (typed === 'សិទ្ធិមនុស្ស') good(say('marks nothing'), await tab.locator('#loa-results mark').count() > 0);
  if (wanted) good(say(`found ${found[0]}, not ${wanted}`), found[0] === `${edition}/${wanted}/index.html`);
  else if (absent) good(say(`found ${absent}`), !found.some(to => to.includes(absent)));
  else good(say(`found ${found}`), !found.length && await none.isVisible() && await none.locator('a').getAttribute('href') === `../${edition}/a-z/index.html`);
  for (const to of found) good(say(`leads to ${to}`), tree.files.has(to));
  for (const item of await tab.locator('#loa-results > li').evaluateAll(items => items.map(item => [item.lang, item.innerText]))) {
    const script = /[\u1780-\u17DD]/.test(item[1]) ? 'km' : /[\u0E80-\u0EFF]/.test(item[1]) ? 'lo' : /[\uAA80-\uAADF]/.test(item[1]) ? 'blt-Tavt' : /[\u4E00-\u9FFF]/.test(item[1]) ? 'zh-Hant' : 'vi';
    good(say(`says ${item[0]} of ${item[1]}`), item[0] === script);
  }
  const files = asked.filter(to => to.includes('/tim/'));
  good(say(`loads ${files.length} files`), files.length && files.length <= MOST_LOADED);
  good(say('asks another host'), asked.every(to => to.startsWith(base)));
  await close();
}

/** The keyboard, the address, the words that are read out. */
async function judgeUse(browser, base, way) {
  const { tab, close } = await open(browser, base, way, 'vi/bai-viet/index.html');
  const active = () => tab.evaluate(() => document.activeElement.id || document.activeElement.closest('li')?.parentNode.id);
  await tab.fill('#loa-search', 'mua bán người');
  await tab.locator('#loa-results a').first().waitFor();
  await tab.locator('search [role=status] > p:visible').waitFor();
  good(`nothing is read out (${way})`, /\d/.test(await tab.locator('search [role=status]').innerText()));
  good(`no word is marked (${way})`, await tab.locator('#loa-results mark').count() > 0);
  good(`the address does not keep the words (${way})`, new URL(tab.url()).searchParams.get('q') === 'mua bán người');
  await tab.keyboard.press('Tab');
  good(`Tab does not reach the results (${way}): ${await active()}`, await active() === 'loa-results');
  await tab.focus('#loa-search');
  await tab.keyboard.press('ArrowDown');
  good(`the arrow does not reach the results (${way})`, await active() === 'loa-results');
  await tab.keyboard.press('ArrowUp');
  good(`the arrow does not lead back (${way})`, await active() === 'loa-search');
  await tab.keyboard.press('Escape');
  good(`Escape does not close (${way})`, await tab.locator('#loa-results a').count() === 0 && !new URL(tab.url()).search);
  await tab.fill('#loa-search', 'việc nhẹ lương cao');
  await tab.locator('#loa-results a').first().waitFor();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/viec-nhe-luong-cao\/index\.html$/).catch(() => good(`Enter opens ${tab.url()} (${way})`, false));
  await tab.goBack();
  await tab.locator('#loa-results a').first().waitFor().catch(() => good(`the way back has lost the words (${way})`, false));
  await judgeWords(tab, way);
  await tab.emulateMedia({ media: 'print' });
  good(`it is printed (${way})`, !await tab.locator('search').isVisible());
  await close();
}

/** Words typed without their tones are marked with them; the count is said once, when somebody stops; no step of history is made. */
async function judgeWords(tab, way) {
  await tab.fill('#loa-search', '');
  await tab.evaluate(() => {
    globalThis.said = [];
    const status = document.querySelector('search [role=status]');
    new MutationObserver(() => globalThis.said.push(status.innerText)).observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await tab.waitForFunction(() => !document.querySelector('search [role=status]').innerText);
  const steps = await tab.evaluate(() => { globalThis.said.length = 0; return history.length; });
  await tab.locator('#loa-search').pressSequentially('viec nhe luong cao', { delay: 40 });
  await tab.locator('search [role=status] > p:visible').waitFor();
  const said = await tab.evaluate(() => globalThis.said);
  good(`${said.length} things are said of 18 letters: ${said.join(' | ')} (${way})`, said.length <= 3 && new Set(said.map(words => words.replace(/\D/g, ''))).size <= 2);
  good(`typing makes steps of history (${way})`, await tab.evaluate(() => history.length) === steps);
  const marks = await tab.locator('#loa-results li').first().locator('mark').allInnerTexts();
  for (const word of ['việc', 'nhẹ', 'lương', 'cao']) good(`“${word}” is not marked, only ${marks} (${way})`, marks.some(mark => mark.toLowerCase() === word));
  good(`“${marks}” is marked`, marks.every(mark => ['viec', 'nhe', 'luong', 'cao'].includes(mark.normalize('NFD').replace(/[\u0300-\u036F]/g, '').toLowerCase())));
  const links = await tab.locator('#loa-results a').count();
  for (let n = 0; n < links + 3; n++) await tab.keyboard.press('ArrowDown');
  good(`the arrow leaves the results (${way})`, await tab.evaluate(() => document.activeElement === [...document.querySelectorAll('#loa-results a')].at(-1)));
}
