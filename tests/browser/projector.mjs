// Shows pages in the projector view in Chromium, as an officer would in a village hall: from a folder and from a portal, by
// keyboard, by touch, on three screens; and looks whether every word of the page is there and none is cut off.
//
//   LOA=target/release/loa node projector.mjs FOLDER [--only WORD]
//
// FOLDER is the built tree of this repository. Ends with 0 if every proof holds, 1 if one does not, 2 if none could be made.

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { makeSite, must, prove } from './made.mjs';
import { readTree, serveTree } from './tree.mjs';

const PATIENCE = 20_000;
const NAME = '#trinh-chieu';
const SMALLEST = 32;
const HALL = { width: 1280, height: 720 };
const SIZES = [HALL, { width: 1024, height: 768 }, { width: 320, height: 640 }];
const MOST_OF_A_KIND = 1;

const tree = await readTree(resolve(process.argv[2] ?? '')).catch(() => undefined);
if (!tree?.pages.includes('vi/index.html')) {
  console.error('usage: node projector.mjs FOLDER');
  process.exit(2);
}
/** Of each section of three languages the first page and its list, and the home pages. */
const SAMPLE = ['vi', 'km', 'blt-tavt'].flatMap(lang => {
  const counts = new Map();
  return tree.pages.filter(page => {
    const [own, section, ...rest] = page.split('/');
    if (own !== lang || ['a-z', 'tim'].includes(section)) return false;
    const key = `${section} ${rest.length > 1}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key) <= MOST_OF_A_KIND;
  });
});

const long = 'Một câu dài kể chuyện trong làng, từ sáng đến chiều, không xuống dòng. '.repeat(60);
const row = (of, mark) => `|${Array.from({ length: of }, (_, n) => ` ${mark}${n} `).join('|')}|`;
const bad = await makeSite({
  'loa.yml': 'title: Trang thử\nlanguages: [vi]\nleave_quickly_to: https://vi-du.example/\n',
  'content/vi.md': '---\ntitle: Trang đầu\n---\n',
  'content/bai/vi.md': '---\ntitle: Bài viết\nentries: article\n---\n',
  'content/bai/dai/vi.md': `---\ntitle: ${'Tựa đề rất dài của một bài '.repeat(9)}\nsummary: Tóm tắt.\n---\n${long}\n\n## Phần ${'nghiêng'.repeat(30)}\n\n${'k'.repeat(900)}\n\n`
    + `1. ${long}\n${Array.from({ length: 40 }, (_, n) => `${n + 2}. Việc ${n}`).join('\n')}\n\n${row(12, 'Cột số ')}\n${row(12, '---').replace(/\d/g, '')}\n${Array.from({ length: 30 }, (_, n) => row(12, `ô ${n} `)).join('\n')}\n\n`
    + `:::dấu-hiệu\n${Array.from({ length: 30 }, (_, n) => `- Dấu hiệu thứ ${n} cần nhớ`).join('\n')}\n:::\n\nHết.\n`,
  'content/can-giup/vi.md': '---\ntitle: Cần giúp\nentries: page\nleave_quickly: true\n---\n',
  'content/can-giup/a/vi.md': `---\ntitle: Một trang kín\n---\nLời.\n\n## Phần hai\n\n${long}\n`,
}).catch(error => {
  console.error(error.message);
  process.exit(2);
});
const browser = await openBrowser();
const host = await serveTree(tree, '/a/b/');
const file = `${pathToFileURL(tree.folder).href}/`;
const made = `${pathToFileURL(bad.tree.folder).href}/`;
const ARTICLE = 'vi/canh-bao/viec-nhe-luong-cao/index.html';

/** The words of the page that somebody reads, without the ways to other pages; and whether nothing of them is missing or cut. */
const readWords = page => page.evaluate(() => {
  const words = [];
  const walker = document.createTreeWalker(document.getElementById('loa-main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: around, data } = walker.currentNode;
    if (around.checkVisibility({ checkVisibilityCSS: true }) && !around.closest('nav,.side,.share,svg')) words.push(data);
  }
  return words.join('').replace(/\s+/g, '');
});
const judgeScreens = (page, wanted) => page.evaluate(([wanted, smallest]) => {
  const faults = [];
  let at = 0, all = '';
  const screens = [...document.querySelectorAll('.screen')];
  const shown = screens.find(screen => !screen.hidden);
  screens.forEach((screen, number) => {
    for (const other of screens) other.hidden = other !== screen;
    const stage = document.querySelector('.stage').getBoundingClientRect();
    if (screen.scrollHeight > screen.clientHeight + 1) faults.push(`screen ${number + 1} is ${screen.scrollHeight} high, ${screen.clientHeight} are seen`);
    const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    let seen = '';
    while (walker.nextNode()) {
      const { parentElement: around, data } = walker.currentNode;
      if (!data.trim() || around.closest('svg,.pre')) continue;
      seen += data;
      const size = parseFloat(getComputedStyle(around).fontSize);
      if (size < smallest) faults.push(`${size} px: ${data.trim().slice(0, 40)}`);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (box.left < stage.left - 1 || box.right > stage.right + 1 || box.top < stage.top - 1 || box.bottom > stage.bottom + 1) faults.push(`screen ${number + 1} cuts “${data.trim().slice(0, 40)}”`);
    }
    if (!seen.trim() && !screen.querySelector('img,audio,video')) faults.push(`screen ${number + 1} is empty`);
    all += screen.textContent.replace(/\s+/g, '');
  });
  for (const screen of screens) screen.hidden = screen !== shown;
  for (const letter of all) if (letter === wanted[at]) at++;
  if (at < wanted.length) faults.push(`the screens lack “${wanted.slice(at, at + 60)}”`);
  const phone = document.querySelector('.panel .phone');
  if (phone && (parseFloat(getComputedStyle(phone).fontSize) < smallest || phone.getBoundingClientRect().bottom > innerHeight)) faults.push('the number is small or out of sight');
  if (new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size !== document.querySelectorAll('[id]').length) faults.push('a name is given twice');
  return faults.slice(0, 6);
}, [wanted, SMALLEST]);
const shown = page => page.locator('.screen:not([hidden])');
const place = page => page.locator('.panel [role=status]').innerText();
const isNormal = async page => {
  await page.locator('.screens').waitFor({ state: 'detached' });
  must(await page.locator('h1').isVisible(), 'the page is not there again');
  must(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize) === '16px', 'the letters stay large');
  must(!page.url().includes('#'), `the address is ${page.url()}`);
};
const fling = async (page, from, to) => {
  const session = await page.context().newCDPSession(page);
  const touch = (type, x) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 300 }] });
  await touch('touchStart', from);
  for (let n = 1; n <= 6; n++) await touch('touchMove', from + (to - from) * n / 6);
  await touch('touchEnd', to);
};

const proofs = {
  async 'every word of every kind of page is on some screen, none is cut or small'({ open }) {
    const faults = [];
    for (const [n, name] of SAMPLE.entries()) {
      const viewport = SIZES[n % SIZES.length];
      const page = await open(n % 2 ? file : host.base, name, { viewport, colorScheme: n % 3 ? 'light' : 'dark' });
      const wanted = await readWords(page);
      await page.evaluate(name => { location.hash = name; }, NAME);
      await shown(page).waitFor();
      faults.push(...(await judgeScreens(page, wanted)).map(words => `${name} at ${viewport.width}: ${words}`));
      await page.context().close();
    }
    must(!faults.length, faults.join('\n       '));
    must(SAMPLE.length > 30, `only ${SAMPLE.length} pages were shown`);
  },

  async 'long titles, paragraphs, lists, tables, words without a break'({ open }) {
    for (const viewport of SIZES) {
      const page = await open(made, 'vi/bai/dai/index.html', { viewport });
      const wanted = await readWords(page);
      await page.evaluate(name => { location.hash = name; }, NAME);
      await shown(page).waitFor();
      const faults = await judgeScreens(page, wanted);
      must(!faults.length, `at ${viewport.width}: ${faults.join('\n       ')}`);
    }
  },

  async 'by keyboard: on, back, to the ends, out'({ open }) {
    for (const base of [file, host.base]) {
      const page = await open(base, ARTICLE);
      await page.locator(`a[href="${NAME}"]`).press('Enter');
      await shown(page).waitFor();
      const last = Number((await place(page)).split('/')[1]);
      must(last > 5 && await place(page) === `1/${last}`, `it begins at ${await place(page)}`);
      for (const [key, wanted] of [['ArrowRight', 2], ['ArrowDown', 3], ['PageDown', 4], [' ', 5], ['Shift+ ', 4], ['PageUp', 3], ['ArrowUp', 2], ['ArrowLeft', 1], ['ArrowLeft', 1], ['End', last], ['ArrowRight', last], ['Home', 1]]) {
        await page.keyboard.press(key);
        must(await place(page) === `${wanted}/${last}`, `after “${key}” it is at ${await place(page)}, not ${wanted}`);
        must(await page.evaluate(() => document.activeElement.matches('.screen:not([hidden])')), `after “${key}” the reading goes on elsewhere`);
      }
      must(await page.locator('.screen:not([hidden])').count() === 1, 'two screens at once');
      await page.keyboard.press('Escape');
      await isNormal(page);
      must(await page.evaluate(name => document.activeElement.getAttribute('href') === name, NAME), 'the keyboard is lost');
      await page.keyboard.press('Enter');
      await shown(page).waitFor();
      await page.goBack();
      await isNormal(page);
    }
  },

  async 'opened by its address, and left by the button'({ open }) {
    for (const base of [file, host.base]) {
      const page = await open(base, `${ARTICLE}${NAME}`);
      await shown(page).waitFor();
      must(/Việc nhẹ/.test(await shown(page).innerText()), 'the title is not on the first screen');
      await page.locator('.panel button').last().click();
      await isNormal(page);
    }
  },

  async 'by touch: halves of the screen, and a swipe'({ open }) {
    const page = await open(host.base, `${ARTICLE}${NAME}`, { viewport: { width: 1024, height: 768 }, hasTouch: true });
    await shown(page).waitFor();
    for (const [act, wanted] of [
      [() => page.touchscreen.tap(900, 300), '2/'], [() => page.touchscreen.tap(900, 300), '3/'], [() => page.touchscreen.tap(100, 300), '2/'],
      [() => fling(page, 800, 300), '3/'], [() => fling(page, 300, 800), '2/'],
    ]) {
      await act();
      await page.waitForFunction(wanted => document.querySelector('.panel [role=status]').innerText.startsWith(wanted), wanted, { timeout: 3000 }).catch(() => {});
      must((await place(page)).startsWith(wanted), `it is at ${await place(page)}, not ${wanted}`);
    }
    for (const box of await page.locator('.panel button').evaluateAll(buttons => buttons.map(one => one.getBoundingClientRect().toJSON()))) must(box.width >= 48 && box.height >= 48, `a button of ${box.width} x ${box.height}`);
  },

  async 'without a script it is the page in large type, and no word is wider than the screen'({ open }) {
    const page = await open(file, ARTICLE, { javaScriptEnabled: false });
    await page.locator(`a[href="${NAME}"]`).click();
    const size = await page.locator('main p').first().evaluate(one => parseFloat(getComputedStyle(one).fontSize));
    must(size >= SMALLEST, `the letters have ${size} px`);
    must(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it is wider than the screen');
  },

  async 'large letters asked of the browser are kept, and nothing is lost'({ open }) {
    const page = await open(file, ARTICLE, { viewport: HALL });
    const wanted = await readWords(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 360, deviceScaleFactor: 2, mobile: false });
    await page.evaluate(name => { location.hash = name; }, NAME);
    await shown(page).waitFor();
    const faults = await judgeScreens(page, wanted);
    must(!faults.length, faults.join('\n       '));
  },

  async 'a change of the screen keeps the place'({ open }) {
    const page = await open(file, `${ARTICLE}${NAME}`);
    await shown(page).waitFor();
    await page.keyboard.press('End');
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft');
    const begin = (await shown(page).innerText()).trim().slice(0, 12);
    const before = await place(page);
    await page.setViewportSize({ width: 640, height: 480 });
    await page.waitForFunction(before => document.querySelector('.panel [role=status]').innerText !== before, before);
    must((await shown(page).innerText()).trim().startsWith(begin), `it shows “${(await shown(page).innerText()).slice(0, 40)}”, not “${begin}”`);
  },

  async 'paper has the page, not the screens'({ open }) {
    const page = await open(file, ARTICLE);
    await page.emulateMedia({ media: 'print' });
    const of = () => page.evaluate(() => [...document.querySelectorAll('#loa-main *')].map(one => { const box = one.getBoundingClientRect(); return `${one.outerHTML.slice(0, 30).replace(/\s/g, '_')}:${box.width}x${box.height}`; }).join(' '));
    const before = await of();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(name => { location.hash = name; }, NAME);
    await shown(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    must(!await page.locator('.screens').isVisible(), 'the screens are on paper');
    const after = await of();
    must(after === before, `the page is printed otherwise: ${before.split(' ').find((one, n) => one !== after.split(' ')[n])}`);
  },

  async 'a page to be left quickly can be left from every screen'({ open }) {
    const page = await open(made, `vi/can-giup/a/index.html${NAME}`);
    await shown(page).waitFor();
    must(await page.locator('nav.leave a').isVisible(), 'there is no way out');
    await page.keyboard.press('Escape');
    await isNormal(page);
    must(await page.evaluate(() => document.querySelector('nav.leave').nextElementSibling.contains(document.querySelector('.trail')) || document.querySelector('nav.leave').parentNode === document.body), 'the way out is lost');
    await page.evaluate(name => { location.hash = name; }, NAME);
    await shown(page).waitFor();
    await page.locator('nav.leave a').click();
    await page.waitForURL(/lich\/index\.html$/);
  },

  async 'nothing of it is fetched before it is asked for'({ open, asked }) {
    const page = await open(host.base, ARTICLE);
    must(!asked.some(to => to.includes('trinh-chieu')), `it fetched ${asked}`);
    await page.evaluate(name => { location.hash = name; }, NAME);
    await shown(page).waitFor();
    must(asked.filter(to => to.includes('assets/trinh-chieu')).length === 2, `it fetched ${asked}`);
  },
};

try {
  await prove(proofs, async () => {
    const errors = [], asked = [];
    const open = async (base, name, options = {}) => {
      const own = await browser.newContext({ viewport: HALL, reducedMotion: 'reduce', ...options });
      own.setDefaultTimeout(PATIENCE);
      const page = await own.newPage();
      page.on('console', message => message.type() === 'error' && errors.push(`console: ${message.text()}`));
      page.on('pageerror', error => errors.push(String(error)));
      page.on('request', request => asked.push(request.url()));
      await page.goto(base + name);
      return page;
    };
    const end = async () => { for (const own of browser.contexts()) await own.close(); };
    return { given: { open, asked }, errors, end };
  });
} finally {
  await browser.close();
  host.close();
  await bad.end();
}
