// Passes pages on in Chromium: what is offered where, what is copied, and what the code for cameras says; and that nobody else is
// asked for anything before a press.
//
//   LOA=target/release/loa node share.mjs [--only WORD]
//
// Ends with 0 if every proof holds, 1 if one does not.

import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { makeSite, must, prove } from './made.mjs';
import { serveTree } from './tree.mjs';

const BASE = 'https://vi-du.example/a/b/';
const PAGE = 'vi/bai/a/index.html';
const KIN = 'vi/can-giup/a/index.html';
const files = {
  'loa.yml': 'title: Trang thử\nlanguages: [vi]\n',
  'content/vi.md': '---\ntitle: Trang đầu\n---\n',
  'content/bai/vi.md': '---\ntitle: Bài viết\nentries: article\n---\n',
  'content/bai/a/vi.md': '---\ntitle: Một bài\n---\nLời của bài.\n',
  'content/can-giup/vi.md': '---\ntitle: Cần giúp\nentries: page\nleave_quickly: true\n---\n',
  'content/can-giup/a/vi.md': '---\ntitle: Một trang kín\n---\nLời.\n',
};
const [placed, plain] = await Promise.all([makeSite(files, '--base-url', BASE), makeSite(files)]);
const browser = await openBrowser();
const hosts = { placed: await serveTree(placed.tree, '/a/b/'), plain: await serveTree(plain.tree, '/a/b/') };
const file = site => `${pathToFileURL(site.tree.folder).href}/`;
/** The words of what can be pressed in the row. */
const offered = async page => (await page.locator('.share :is(a,button,summary):visible').allInnerTexts()).map(words => words.trim());
const is = (found, wanted) => must(String(found) === String(wanted), `it offers ${found}`);
const FACEBOOK = 'Chia sẻ lên Facebook', SEND = 'Gửi cho người khác', COPY = 'Chép địa chỉ trang', SCREENS = 'Trình chiếu', CODE = 'Mã QR của trang';
const shares = () => { navigator.share = given => { globalThis.given = given; return Promise.resolve(); }; };
const cannot = () => { delete Navigator.prototype.share; };

const proofs = {
  async 'a page with an address is passed on by link, by the phone, by copy and by code'({ open }) {
    const page = await open(hosts.placed.base, PAGE, shares);
    is(await offered(page), [FACEBOOK, SEND, COPY, SCREENS, CODE]);
    const to = new URL(await page.locator('.share a').first().getAttribute('href'));
    must(to.origin === 'https://www.facebook.com' && to.searchParams.get('u') === BASE + PAGE, `the link leads to ${to}`);
    await page.getByRole('button', { name: SEND }).click();
    must(await page.evaluate(() => globalThis.given.url) === BASE + PAGE, 'the phone is given another address');
    await page.locator('summary').filter({ hasText: CODE }).click();
    const box = await page.locator('.share svg.qr').boundingBox();
    must(box.width > 150 && box.height === box.width, `the code is ${JSON.stringify(box)}`);
  },

  async 'what this browser cannot do is not offered'({ open }) {
    is(await offered(await open(hosts.placed.base, PAGE, cannot)), [FACEBOOK, COPY, SCREENS, CODE]);
    is(await offered(await open(hosts.placed.base, PAGE, undefined, { javaScriptEnabled: false })), [FACEBOOK, SCREENS, CODE]);
  },

  async 'without an address of its own, the address of the browser'({ open }) {
    const page = await open(hosts.plain.base, `${PAGE}?q=x#loa-main`, cannot, { permissions: ['clipboard-read', 'clipboard-write'] });
    is(await offered(page), [COPY, SCREENS]);
    await page.getByRole('button', { name: COPY }).click();
    await page.getByText('Đã chép.').waitFor();
    must(await page.evaluate(() => navigator.clipboard.readText()) === hosts.plain.base + PAGE, 'it copied another one');
    must(await page.locator('.share [role=status]').innerText() === 'Đã chép.', 'nothing is read out');
  },

  async 'copied where the browser forbids its new way'({ open }) {
    const page = await open(hosts.placed.base, PAGE, () => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }, { permissions: ['clipboard-read'] });
    await page.getByRole('button', { name: COPY }).click();
    await page.getByText('Đã chép.').waitFor();
    must(await page.evaluate(() => navigator.clipboard.readText()) === BASE + PAGE, 'it copied nothing');
    must(await page.evaluate(() => document.activeElement.id) === 'loa-copy' && await page.locator('textarea').count() === 0, 'the page is not as it was');
  },

  async 'from a folder nothing needs a network'({ open }) {
    for (const site of [placed, plain]) is(await offered(await open(file(site), PAGE, shares)), [SCREENS]);
  },

  async 'a page to be left quickly is not passed on, only projected'({ open }) {
    const page = await open(hosts.placed.base, KIN, shares);
    is(await offered(page), [SCREENS]);
    must(await page.locator('#loa-qr, .qr').count() === 0, 'it has a code');
  },

  async 'on paper the code stands in the foot, the row does not'({ open }) {
    const page = await open(hosts.placed.base, PAGE);
    await page.emulateMedia({ media: 'print' });
    must(!await page.locator('.share').isVisible(), 'the row is on paper');
    const box = await page.locator('.sheet .qr').boundingBox();
    must(box.width > 60 && box.height === box.width, `the code is ${JSON.stringify(box)}`);
  },

  async 'the code can be read in light and dark'({ open }) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(hosts.placed.base, PAGE, undefined, { colorScheme, viewport: { width: 900, height: 900 } });
      await page.locator('summary').filter({ hasText: CODE }).click();
      const picture = (await page.locator('.share svg.qr').screenshot()).toString('base64');
      const read = await page.evaluate(async picture => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const pen = canvas.getContext('2d');
        pen.drawImage(image, 0, 0);
        const side = Number(document.querySelector('#loa-qr').getAttribute('viewBox').split(' ')[2]);
        const black = (x, y) => pen.getImageData(Math.floor((x + .5) * image.width / side), Math.floor((y + .5) * image.height / side), 1, 1).data[0] < 128;
        return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => (black(x, y) ? '#' : ' ')).join(''));
      }, picture).catch(error => [String(error)]);
      // The corner that every code has, four units of white around it.
      const corner = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######'];
      corner.forEach((line, at) => must(read[at + 4]?.slice(4, 11) === line, `the corner is not drawn in ${colorScheme}:\n${read.join('\n')}`));
      must(read.slice(0, 4).every(line => !line.trim()), `there is no white around it in ${colorScheme}`);
    }
  },
};

try {
  await prove(proofs, async () => {
    const errors = [];
    const open = async (base, name, prepare, options = {}) => {
      const own = await browser.newContext({ bypassCSP: true, ...options });
      own.setDefaultTimeout(15_000);
      const page = await own.newPage();
      if (prepare) await page.addInitScript(prepare);
      page.on('console', message => message.type() === 'error' && errors.push(`console: ${message.text()}`));
      page.on('pageerror', error => errors.push(String(error)));
      page.on('request', request => /^https?:/.test(request.url()) && !request.url().startsWith('http://127.0.0.1') && errors.push(`asked ${request.url()}`));
      await page.goto(base + name);
      return page;
    };
    const end = async () => { for (const own of browser.contexts()) await own.close(); };
    return { given: { open }, errors, end };
  });
} finally {
  await browser.close();
  for (const host of Object.values(hosts)) host.close();
  await Promise.all([placed, plain].map(site => site.end()));
}
