// Leaves pages quickly in Chromium, as a reader would who hears a step at the door: by tap, by key, without a network, without a
// script; and looks at what is then on the screen and behind the button Back.
//
//   LOA=target/release/loa node leave.mjs [--only WORD]
//
// Ends with 0 if every proof holds, 1 if one does not.

import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { makeSite, must, prove } from './made.mjs';
import { serveTree } from './tree.mjs';

const PATIENCE = 15_000;
const PAGE = 'vi/can-giup/a/index.html';
const FIRST = 'vi/index.html';
const NEUTRAL = 'lich/index.html';
const PUBLIC = 'Thời tiết hôm nay';

/** A public page of somebody else, one that never answers, and portals that frame what stands after `?`. */
async function elsewhere() {
  const asked = [];
  const server = createServer((request, answer) => {
    asked.push(request);
    const html = body => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!DOCTYPE html><link rel="icon" href="data:,">${body}`);
    const [path, framed] = request.url.split('?');
    if (path === '/thoi-tiet') html(`<title>${PUBLIC}</title>`);
    if (path === '/cong') html(`<title>Cổng</title><iframe title="Trang" src="${framed}"></iframe>`);
    if (path === '/khoa') html(`<title>Cổng</title><iframe title="Trang" sandbox="allow-scripts allow-same-origin" src="${framed}"></iframe>`);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}/`, asked, close: () => { server.closeAllConnections(); server.close(); } };
}

const files = settings => ({
  'loa.yml': `title: Trang thử\nlanguages: [vi]\n${settings}`,
  'content/vi.md': '---\ntitle: Trang đầu\n---\n[Cần giúp](can-giup/a)\n',
  'content/can-giup/vi.md': '---\ntitle: Cần giúp\nentries: page\nleave_quickly: true\n---\n',
  'content/can-giup/a/vi.md': `---\ntitle: Một trang kín\n---\n${'Lời của trang.\n\n'.repeat(80)}`,
});

const world = await elsewhere();
const [plain, open, slow] = await Promise.all([
  makeSite(files('')), makeSite(files(`leave_quickly_to: ${world.base}thoi-tiet?x=1&y=2\n`)), makeSite(files(`leave_quickly_to: ${world.base}mai\n`)),
]);
const browser = await openBrowser();
const hosts = { plain: await serveTree(plain.tree, '/a/b/'), open: await serveTree(open.tree, '/a/b/'), slow: await serveTree(slow.tree, '/a/b/') };
const file = site => `${pathToFileURL(join(site.tree.folder)).href}/`;
const button = page => page.locator('nav.leave a');
const status = page => page.locator('nav.leave [role=status]');
/**
 * Runs in the page and says in its console, again and again, what somebody sees who looks at the screen now: how many things, of
 * which colour, and the words that can be read out. While another page is awaited, nothing can be asked of this one.
 */
function tell() {
  const { setTimeout, innerWidth: width, innerHeight: height } = globalThis;
  const look = () => {
    const seen = new Set();
    for (let x = 1; x < width; x += width / 9) for (let y = 1; y < height; y += height / 9) seen.add(document.elementFromPoint(x, y));
    const colours = String([...seen].map(element => element && getComputedStyle(element).backgroundColor));
    console.debug(`SEEN ${JSON.stringify({ count: seen.size, colours, title: document.title, words: document.body.innerText.trim() })}`);
    setTimeout(look, 100);
  };
  document.addEventListener('DOMContentLoaded', look);
}
/** What is seen from now on: the second word from now was looked at after what was done. */
const screen = async page => {
  let said;
  for (let n = 0; n < 2; n++) {
    said = (await page.waitForEvent('console', message => message.text().startsWith('SEEN '))).text().slice(5);
  }
  return JSON.parse(said);
};
const isBlank = async page => {
  const { count, colours, title, words } = await screen(page);
  must(count === 1 && colours === 'rgb(255, 255, 255)', `the screen shows ${count} things, ${colours}`);
  must(!words, `the words can still be read out: ${words.slice(0, 80)}`);
  must(/^Lịch năm \d{4}$/.test(title), `the tab is still called “${title}”`);
};
const isStanding = async page => {
  const { count, words } = await screen(page);
  must(count > 1 && words.includes('Một trang kín'), 'the page is covered');
};
/** The tab is somewhere else, and the way back does not lead to the page. */
const isGone = async (page, to) => {
  await page.waitForURL(to, { timeout: PATIENCE });
  await page.goBack({ timeout: PATIENCE });
  must(page.url().endsWith(FIRST), `Back leads to ${page.url()}`);
};
/** A press on the button as it is, without the waiting of the tool for what comes of it. */
const press = async page => {
  const { x, y, width, height } = await button(page).boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
};
const leaves = { async 'by a click'(page) { await press(page); },
  async 'by the keyboard'(page) { await button(page).press('Enter'); },
  async 'with Ctrl'(page) { await button(page).click({ modifiers: ['Control'] }); },
  async 'with Shift held'(page) { await button(page).click({ modifiers: ['Shift'] }); },
  async 'with the middle button'(page) { await button(page).click({ button: 'middle' }); },
  async 'by Shift three times'(page) { for (let n = 0; n < 3; n++) await page.keyboard.press('Shift'); } };

const proofs = {
  async 'without a script it is a plain link to the neutral page'({ visit }) {
    for (const base of [hosts.plain.base, hosts.open.base, file(open)]) {
      const page = await visit(base, { javaScriptEnabled: false });
      must(await button(page).getAttribute('rel') === 'nofollow noreferrer', 'the link says where it comes from');
      await button(page).click();
      await page.waitForURL(base + NEUTRAL);
      must(await page.locator('a').count() === 0, 'a link leads back');
      must(await page.locator('link[rel=icon]').getAttribute('href') === '../assets/icon-lich.svg', 'the icon is that of the site');
      must(!(await page.content()).includes('Trang thử'), 'the neutral page names the site');
    }
  },

  async 'each way of leaving opens the public page, and Back does not return'({ visit }) {
    for (const [name, leave] of Object.entries(leaves)) {
      const page = await visit(hosts.open.base);
      await leave(page);
      await page.waitForURL(`${world.base}thoi-tiet?x=1&y=2`, { timeout: PATIENCE }).catch(() => must(false, `${name}: it is at ${page.url()}`));
      must(page.context().pages().length === 1, `${name}: the page stands beside a new tab`);
      must(!world.asked.findLast(request => request.url.startsWith('/thoi-tiet')).headers.referer, `${name}: it told where the reader comes from`);
      await isGone(page, /thoi-tiet/);
    }
  },

  async 'without a public page, and from a folder, it opens the neutral one'({ visit }) {
    for (const base of [hosts.plain.base, file(plain), file(open)]) {
      for (const leave of [leaves['by a click'], leaves['by Shift three times']]) {
        const page = await visit(base);
        await leave(page);
        await isGone(page, base + NEUTRAL);
      }
    }
  },

  async 'without a network it opens the neutral page'({ visit }) {
    const page = await visit(hosts.open.base);
    const before = await page.evaluate(() => document.body.innerText);
    await page.context().setOffline(true);
    await button(page).click();
    await page.waitForURL(hosts.open.base + NEUTRAL);
    const now = await page.evaluate(() => ({ words: document.body.innerText, title: document.title, days: document.querySelectorAll('td').length }));
    const last = new Date(new Date().getFullYear(), new Date().getMonth() + 1, 0).getDate();
    must(now.days >= last && now.words.includes(String(last)), 'no month stands there');
    must(/^[\d\s/]+$/.test(now.words), `words are left: ${now.words.slice(0, 80)}`);
    must(!before.includes(now.title), 'the title is that of the page');
    await page.context().setOffline(false);
  },

  async 'the page is blank at once, in light and dark, while the other one never answers'({ visit }) {
    for (const colorScheme of ['light', 'dark']) {
      for (const leave of [leaves['by a click'], leaves['by Shift three times']]) {
        const page = await visit(hosts.slow.base, { colorScheme });
        await page.mouse.wheel(0, 900);
        const before = world.asked.length;
        await leave(page);
        await isBlank(page);
        while (world.asked.length === before) await page.waitForTimeout(20);
        await isBlank(page);
        must(page.url().endsWith(PAGE), 'the proof was too slow');
      }
    }
  },

  async 'a sound stops'({ visit }) {
    const page = await visit(hosts.slow.base);
    await page.evaluate(() => {
      const sound = document.body.appendChild(document.createElement('audio'));
      sound.pause = () => console.debug('paused');
    });
    const paused = page.waitForEvent('console', message => message.text() === 'paused').catch(() => false);
    await press(page);
    must(await paused, 'it plays on');
  },

  async 'Shift must come three times within five seconds, alone, and is counted aloud'({ visit }) {
    const page = await visit(hosts.slow.base);
    await page.clock.install();
    await page.keyboard.press('Shift');
    must(/hai lần nữa/.test(await status(page).innerText()), `after the first press it says “${await status(page).innerText()}”`);
    await page.clock.fastForward(2900);
    await page.keyboard.press('Shift');
    must(/một lần nữa/.test(await status(page).innerText()), `after the second press it says “${await status(page).innerText()}”`);
    await page.clock.fastForward(2900);
    await page.keyboard.press('Shift');
    await isStanding(page);
    must(/một lần nữa/.test(await status(page).innerText()), 'a press within five seconds of another is forgotten');
    await page.clock.fastForward(5100);
    must(await status(page).innerText() === '', 'the words stay when the count is over');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Shift+B');
    await page.keyboard.press('Shift+C');
    await isStanding(page);
    await page.clock.fastForward(5100);
    await page.keyboard.press('Shift');
    await page.clock.fastForward(2400);
    await page.keyboard.press('Shift');
    await page.clock.fastForward(2400);
    await page.keyboard.press('Shift');
    await isBlank(page);
  },

  async 'a key that is held down is one press'({ visit }) {
    const page = await visit(hosts.slow.base);
    for (let n = 0; n < 5; n++) await page.keyboard.down('Shift');
    await isStanding(page);
  },

  async 'by tap on a phone: large, at the top, always in reach'({ visit }) {
    const page = await visit(hosts.open.base, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await page.evaluate(() => scrollTo(0, 1500));
    const box = await button(page).boundingBox();
    must(box.height >= 48 && box.width >= 350 && box.y < 60 && box.y >= -1, `it is ${JSON.stringify(box)}`);
    await button(page).tap();
    await isGone(page, /thoi-tiet/);
  },

  async 'when the browser brings the page back, it is readable'({ visit }) {
    const page = await visit(hosts.slow.base);
    await page.evaluate(() => addEventListener('click', () => setTimeout(() => {
      window.stop();
      setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })), 2000);
    }, 200)));
    await press(page);
    await isBlank(page);
    for (let n = 0; n < 50 && (await screen(page)).count === 1; n++) continue;
    await isStanding(page);
    must((await screen(page)).title === 'Một trang kín', 'its title is lost');
  },

  async 'in the frame of a portal the portal goes too'({ visit }) {
    const page = await visit(hosts.open.base);
    await page.goto(hosts.open.base + FIRST);
    await page.goto(`${world.base}cong?${hosts.open.base}${PAGE}`);
    await page.frameLocator('iframe').locator('nav.leave a').click();
    await isGone(page, /thoi-tiet/);
    // A frame that may not move what is around it is left alone.
    await page.goto(`${world.base}khoa?${hosts.open.base}${PAGE}`);
    await page.frameLocator('iframe').locator('nav.leave a').click();
    await page.frameLocator('iframe').locator('.months').waitFor();
    must(page.frames()[1].url() === hosts.open.base + NEUTRAL, `the frame shows ${page.frames()[1].url()}`);
  },

  async 'it is not printed'({ visit }) {
    const page = await visit(hosts.open.base);
    await page.emulateMedia({ media: 'print' });
    must(!await button(page).isVisible(), 'the button is on paper');
  },
};

try {
  await prove(proofs, async () => {
    const errors = [];
    /** The page, reached from the first page of the site. */
    const visit = async (base, options) => {
      const own = await browser.newContext(options);
      own.setDefaultTimeout(PATIENCE);
      const page = await own.newPage();
      // Of a page that shows no icon the browser asks for one by itself, and without a network says that there is none.
      page.on('console', message => message.type() === 'error' && !/sandbox|Unsafe attempt|ERR_INTERNET_DISCONNECTED/.test(message.text()) && errors.push(`console: ${message.text()}`));
      page.on('pageerror', error => errors.push(String(error)));
      await page.addInitScript(tell);
      await page.goto(base + FIRST);
      await page.goto(base + PAGE);
      return page;
    };
    const end = async () => { for (const own of browser.contexts()) await own.close(); };
    return { given: { visit }, errors, end };
  });
} finally {
  await browser.close();
  world.close();
  for (const host of Object.values(hosts)) host.close();
  await Promise.all([plain, open, slow].map(site => site.end()));
}
