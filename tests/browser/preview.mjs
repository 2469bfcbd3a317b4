// Edits a site under the real `loa watch` and looks in Chromium at what becomes of the tabs that show it: nothing of what the
// reader did is lost, and what the editor did is seen.
//
//   LOA=target/release/loa node preview.mjs [--only WORD]
//
// Ends with 0 if every proof holds, 1 if one does not, 2 if they could not be made.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LOA = process.env.LOA ?? join(ROOT, 'target/release/loa');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
// For a machine that does other work meanwhile.
const PATIENCE = 30_000;

const A = 'content/bai/a/vi.md';
const B = 'content/bai/b/vi.md';
const PAGE_A = 'vi/bai/a/index.html';
const PAGE_B = 'vi/bai/b/index.html';
const lines = Array.from({ length: 60 }, (_, n) => `Đoạn thứ ${n} nói về chuyện ${n * 7} của làng.`);
const text = (title, lines, head = '') => `---\ntitle: ${title}\nsummary: Tóm tắt.\n${head}---\n![Nghe bài](am.wav)\n\n${lines.join('\n\n')}\n`;
const changed = (at, words) => lines.map((line, n) => (n === at ? words : line));

/** Half a minute of silence, which a browser plays like any sound. */
const silence = () => {
  const bytes = Buffer.alloc(44 + 240_000, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 240_000, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(240_000, 40);
  return bytes;
};

/** A site in a folder of its own. */
async function makeSite() {
  const folder = await mkdtemp(join(tmpdir(), 'loa-preview-'));
  const put = async (path, content) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await put('loa.yml', 'title: Trang thử\nlanguages: [vi, km]\n');
  await put('content/vi.md', '---\ntitle: Trang đầu\n---\nLời chào.\n');
  await put('content/bai/vi.md', '---\ntitle: Bài viết\nentries: article\n---\n');
  for (const [name, title] of [['a', 'Bài một'], ['b', 'Bài hai']]) {
    await put(`content/bai/${name}/vi.md`, text(title, lines));
    await put(`content/bai/${name}/am.wav`, silence());
  }
  return { folder, put, remove: path => rm(join(folder, path), { recursive: true }) };
}

/** Starts `loa watch` and waits until it says where it is. */
async function watch(folder, ...more) {
  const child = spawn(LOA, ['--site', folder, 'watch', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise((done, fail) => {
    const hear = piece => {
      said += piece;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said);
      if (found) done(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    child.on('exit', () => fail(new Error(`loa watch ended: ${said}`)));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  return { address, base: new URL('/', address).href, port: new URL(address).port, stop };
}

/** A page of somebody else on this machine. */
async function foreign() {
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>x</title>'));
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

class Fault extends Error {}
const must = (good, words) => {
  if (!good) throw new Fault(words);
};
const has = (page, words) => page.waitForFunction(words => document.body.textContent.includes(words), words, { timeout: PATIENCE });
const lacks = (page, words) => page.waitForFunction(words => !document.body.textContent.includes(words), words, { timeout: PATIENCE });
const stay = page => page.evaluate(() => { window.loaProof = true; });
const hasStayed = async page => must(await page.evaluate(() => window.loaProof === true), 'the page was loaded again');
const inView = (page, words) => page.waitForFunction(words => {
  const block = [...document.querySelectorAll('main p')].find(block => block.textContent.includes(words));
  const box = block?.getBoundingClientRect();
  return box && box.top >= 0 && box.bottom <= innerHeight;
}, words, { timeout: PATIENCE });

const proofs = {
  async 'an edit changes its place and loses nothing of the reader'({ open, put }) {
    const page = await open(PAGE_A);
    await page.evaluate(() => {
      window.loaNode = [...document.querySelectorAll('main p')].find(block => block.textContent.includes('Đoạn thứ 41 '));
      for (const menu of document.querySelectorAll('details')) menu.open = true;
    });
    await page.locator('#loa-search').fill('gọi ai');
    await page.evaluate(async () => {
      const sound = document.querySelector('audio');
      sound.muted = true;
      await sound.play();
      scrollTo({ top: 1500, behavior: 'instant' });
    });
    const before = await page.evaluate(() => ({ top: scrollY, open: document.querySelectorAll('details[open]').length }));
    must(before.top > 500, 'the page is too short for this proof');
    await put(A, text('Bài một', changed(40, 'Câu này vừa được sửa.')));
    await has(page, 'Câu này vừa được sửa.');
    await hasStayed(page);
    const after = await page.evaluate(() => ({
      top: scrollY, open: document.querySelectorAll('details[open]').length, typed: document.getElementById('loa-search').value,
      isFocused: document.activeElement.id === 'loa-search', plays: !document.querySelector('audio').paused && document.querySelector('audio').currentTime > 0,
      isKept: window.loaNode.isConnected, results: document.querySelectorAll('search [role=status]').length, isShown: !document.querySelector('search').hidden,
    }));
    must(after.top === before.top, `the page scrolled from ${before.top} to ${after.top}`);
    must(after.open === before.open && before.open > 0, `${before.open} details were open, ${after.open} are`);
    must(after.typed === 'gọi ai' && after.isFocused, `the search holds "${after.typed}"${after.isFocused ? '' : ', without focus'}`);
    must(after.plays, 'the sound has stopped');
    must(after.isKept, 'a paragraph that nobody edited was replaced');
    must(after.isShown, 'what a script had uncovered is hidden again');
    await put(A, text('Bài đổi tên', [...lines.slice(0, 10), 'Một đoạn chen vào.', ...lines.slice(20)]));
    await has(page, 'Một đoạn chen vào.');
    await page.waitForFunction(() => document.title.includes('Bài đổi tên'));
    await hasStayed(page);
    const now = await page.evaluate(() => ({
      shown: [...document.querySelectorAll('main p')].map(block => block.textContent), isKept: window.loaNode.isConnected, h1: document.querySelector('h1').textContent,
    }));
    const clean = await open(PAGE_A, await page.context().browser().newContext());
    must(JSON.stringify(await clean.evaluate(() => [...document.querySelectorAll('main p')].map(block => block.textContent))) === JSON.stringify(now.shown), 'the page is not what a new tab shows');
    must(now.isKept && now.h1 === 'Bài đổi tên', 'the middle was replaced, or the heading was not');
  },

  async 'a style changes without the page'({ open, put, remove }) {
    const page = await open(PAGE_A);
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    const style = await readFile(join(ROOT, 'themes/default/assets/site.css'), 'utf8');
    await put('themes/default/assets/site.css', `${style}\nh1 { outline: 7px solid rgb(1, 2, 3) }\n`);
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).outlineWidth === '7px', undefined, { timeout: PATIENCE });
    await hasStayed(page);
    must(await page.evaluate(() => scrollY) === 900, 'the page scrolled');
    await remove('themes');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).outlineWidth !== '7px', undefined, { timeout: PATIENCE });
    await hasStayed(page);
  },

  async 'a banner comes and goes by itself, on its page alone'({ open, put }) {
    const [page, other] = [await open(PAGE_A), await open(PAGE_B)];
    const body = () => page.evaluate(() => document.body.children.length);
    const before = await body();
    await put(A, text('Bài một', changed(3, 'Câu chưa ai được thấy.'), 'tieu_de: x\n'));
    await page.waitForFunction(before => document.body.children.length > before, before, { timeout: PATIENCE });
    must(await page.evaluate(() => document.body.textContent.includes('tieu_de')), 'the banner does not name the wrong key');
    must(await page.evaluate(() => document.body.textContent.includes('Đoạn thứ 3 ')), 'the last good page is not there');
    must(await page.evaluate(() => !document.body.textContent.includes('Câu chưa ai được thấy.')), 'the broken text is shown');
    must(await other.evaluate(() => !document.body.textContent.includes('tieu_de')), 'another page has the banner');
    await put(A, text('Bài một', changed(3, 'Câu nay đã đúng.')));
    await has(page, 'Câu nay đã đúng.');
    await lacks(page, 'tieu_de');
    must(await body() === before, 'something of the banner is left');
    await Promise.all([hasStayed(page), hasStayed(other)]);
  },

  async 'a page that is new, broken, removed and back again'({ open, put, remove }) {
    const page = await open('vi/bai/moi/index.html', undefined, 404);
    await put('content/bai/moi/vi.md', '---\ntitle: Bài mới\ntieu_de: x\n---\nLời.\n');
    await has(page, 'tieu_de');
    await put('content/bai/moi/vi.md', '---\ntitle: Bài mới\nsummary: Tóm tắt.\n---\nLời của bài mới.\n');
    await has(page, 'Lời của bài mới.');
    await remove('content/bai/moi');
    await page.waitForFunction(() => document.querySelector('.loa-note')?.textContent, undefined, { timeout: PATIENCE });
    must(await page.evaluate(() => document.querySelector('.loa-note a')?.getAttribute('href') === '/_loa/'), 'the note does not lead to the board');
    must(await page.evaluate(() => document.body.textContent.includes('Lời của bài mới.')), 'the page was taken away from under the reader');
    await put('content/bai/moi/vi.md', '---\ntitle: Bài mới\nsummary: Tóm tắt.\n---\nLời khác của bài mới.\n');
    await has(page, 'Lời khác của bài mới.');
    must(await page.evaluate(() => !document.querySelector('.loa-note').textContent), 'the note is left');
    await hasStayed(page);
    await remove('content/bai/moi');
    // A browser tells of every page that is not there, and here it is meant to be not there.
    page.errors = page.errors.filter(words => !words.includes('404'));
  },

  async 'ten tabs and the board all hear of it'({ open, put }) {
    const tabs = [];
    for (let n = 0; n < 10; n++) tabs.push(await open(n % 2 ? PAGE_A : 'vi/bai/index.html'));
    const board = await open('_loa/');
    await put(A, text('Bài được mười thẻ thấy', lines));
    await Promise.all(tabs.map(tab => has(tab, 'Bài được mười thẻ thấy')));
    await has(board, A);
    await Promise.all([...tabs, board].map(hasStayed));
  },

  async 'a browser without shared workers hears too'({ open, put, browser }) {
    const context = await browser.newContext();
    await context.addInitScript(() => { delete window.SharedWorker; });
    const page = await open(PAGE_A, context);
    await put(A, text('Bài một', changed(5, 'Câu cho máy cũ.')));
    await has(page, 'Câu cho máy cũ.');
    await hasStayed(page);
  },

  async 'a page of another site learns nothing'({ open, served }) {
    const page = await open(PAGE_A);
    const { events } = await page.evaluate(async () => (await fetch('/_loa/xem.json')).json());
    const elsewhere = await foreign();
    try {
      const context = await page.context().browser().newContext();
      const evil = await context.newPage();
      await evil.goto(elsewhere.base);
      const learned = await evil.evaluate(async ([base, events]) => {
        const tried = { fetch: '', blind: '', events: '', script: '', frame: '' };
        tried.fetch = await fetch(`${base}vi/index.html`).then(answer => answer.text(), () => '');
        tried.blind = await fetch(`${base}vi/index.html`, { mode: 'no-cors' }).then(answer => answer.text(), () => '');
        tried.events = await new Promise(done => {
          const source = new EventSource(base + events.slice(1));
          source.onopen = source.onmessage = () => done('open');
          source.onerror = () => done('');
        });
        tried.script = await new Promise(done => {
          const script = document.createElement('script');
          script.onload = () => done('ran');
          script.onerror = () => done('');
          script.src = `${base}_loa/xem.js`;
          document.head.append(script);
        });
        return tried;
      }, [served.base, events]);
      for (const [way, found] of Object.entries(learned)) must(found === '', `by ${way} it gets ${found.slice(0, 60)}`);
      await context.close();
    } finally {
      elsewhere.close();
    }
  },

  async 'an end is told, and a new start is found'({ open, put, served, again }) {
    const page = await open(PAGE_A);
    await served.stop();
    await page.waitForFunction(() => document.querySelector('.loa-note')?.textContent.includes('loa'), undefined, { timeout: PATIENCE });
    await put(A, text('Bài một', changed(7, 'Câu viết khi loa nghỉ.')));
    await again('--port', served.port);
    await has(page, 'Câu viết khi loa nghỉ.');
    await page.waitForFunction(() => !document.querySelector('.loa-note').textContent, undefined, { timeout: PATIENCE });
    await put(A, text('Bài một', changed(7, 'Câu viết sau đó.')));
    await has(page, 'Câu viết sau đó.');
    await hasStayed(page);
    // Those were the knocks on a closed door.
    page.errors.length = 0;
  },

  async 'with --follow a tab goes to the page and the block'({ put, again, open }) {
    await again('--follow');
    const page = await open(PAGE_A);
    const board = await open('_loa/');
    await put(B, text('Bài hai', changed(50, 'Câu ở cuối bài hai.')));
    await page.waitForURL(url => url.pathname === `/${PAGE_B}`, { timeout: PATIENCE });
    await inView(page, 'Câu ở cuối bài hai.');
    await page.waitForFunction(() => document.querySelector('.loa-note')?.dataset.step, undefined, { timeout: PATIENCE });
    await stay(page);
    await put(B, text('Bài hai', changed(2, 'Câu ở đầu bài hai.')));
    await inView(page, 'Câu ở đầu bài hai.');
    must(await page.evaluate(() => document.getAnimations().length > 0), 'the block is not marked');
    must(await page.evaluate(() => !document.querySelector('main [style], main [class^=loa-], main [class*=" loa-"]')), 'the mark is written into the page');
    await hasStayed(page);
    await page.locator('#loa-search').fill('đang gõ dở');
    await put(A, text('Bài một', changed(9, 'Câu của bài một.')));
    await has(await open(PAGE_A), 'Câu của bài một.');
    must(new URL(page.url()).pathname === `/${PAGE_B}` && await page.locator('#loa-search').inputValue() === 'đang gõ dở', 'what was typed is lost');
    must(new URL(board.url()).pathname === '/_loa/', 'the board went away');
    await hasStayed(page);
  },

  async 'with --lan a browser needs the address with its token once'({ again, open, put, browser }) {
    const served = await again('--lan');
    const context = await browser.newContext();
    const stranger = await open(PAGE_A, context, 403);
    must(await stranger.evaluate(() => document.body.textContent.includes('mã QR')), 'the refusal does not say what to do');
    await stranger.close();
    // The picture of the page is refused as well.
    stranger.errors = stranger.errors.filter(words => !words.includes('403'));
    const page = await context.newPage();
    await page.goto(served.address);
    must(page.url() === served.base, `the token stays in the address: ${page.url()}`);
    await page.goto(served.base + PAGE_A);
    await put(A, text('Bài một', changed(11, 'Câu cho điện thoại.')));
    await has(page, 'Câu cho điện thoại.');
    must((await context.cookies()).every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Strict'), 'the cookie is open');
  },
};

const started = Date.now();
const site = await makeSite();
const browser = await openBrowser();
let served, faults = 0, made = 0;
try {
  served = await watch(site.folder, '--port', '0');
  for (const [name, proof] of Object.entries(proofs).filter(([name]) => name.includes(only))) {
    made++;
    const begun = Date.now();
    const words = await attempt(proof);
    console.log(`${words.length ? 'BAD ' : 'good'} ${String(Date.now() - begun).padStart(6)} ms  ${name}${words.map(each => `\n       ${each}`).join('')}`);
    faults += words.length ? 1 : 0;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await served?.stop();
  await browser.close();
  await rm(site.folder, { recursive: true });
}
if (process.exitCode !== 2) {
  console.log(`${faults ? `${faults} faults` : 'no fault'} in ${made} proofs, ${Math.round((Date.now() - started) / 1000)} s`);
  process.exitCode = faults ? 1 : 0;
}

/** Makes one proof with tabs of its own. Gives what is wrong; a word in a console is. */
async function attempt(proof) {
  const own = await browser.newContext();
  const pages = [];
  const open = async (path, context = own, status = 200) => {
    const page = Object.assign(await context.newPage(), { errors: [] });
    page.on('console', message => message.type() === 'error' && page.errors.push(`${message.text()} ${message.location().url}`));
    page.on('pageerror', error => page.errors.push(String(error)));
    page.on('dialog', dialog => { page.errors.push(dialog.message()); dialog.dismiss(); });
    const answer = await page.goto(served.base + path);
    must(answer.status() === status, `${path} is answered by ${answer.status()}`);
    // What the browser says of a status that was wanted.
    if (status !== 200) page.errors.length = 0;
    // From then on it hears of every step.
    if (status !== 403) await page.waitForFunction(() => document.querySelector('.loa-note')?.dataset.step, undefined, { timeout: PATIENCE });
    await stay(page);
    pages.push(page);
    return page;
  };
  const again = async (...more) => {
    await served.stop();
    served = await watch(site.folder, ...(more.includes('--port') ? more : ['--port', '0', ...more]));
    return served;
  };
  try {
    await proof({ open, again, browser, served, put: site.put, remove: site.remove });
    return pages.flatMap(page => page.errors.map(words => `console: ${words}`));
  } catch (error) {
    return [error instanceof Fault ? error.message : error.message.split('\n')[0], ...pages.flatMap(page => page.errors)];
  } finally {
    for (const context of browser.contexts()) await context.close();
  }
}
