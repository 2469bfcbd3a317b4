// Pictures of chosen pages, to be looked at by a person: narrow, wide, dark, with all menus open, with large text, on paper.
//
//   node shots.mjs TREE OUT [PART OF A NAME…] [--views VIEW,VIEW…]
//
// Nothing is judged, and of the pictures only home.png is committed. With parts of names, only the pages that hold one of them;
// `--views` takes only those views (narrow, wide, dark, open, large, paper, front, or a width and a colour as in 768-dark).

import { execFileSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { readTree } from './tree.mjs';

const ALL = ['narrow', 'wide', 'dark', 'open', 'large', 'paper'];
// A folder with every kind, whose translations are there or are fallbacks: each at three widths, light and dark.
const KINDS = ['canh-bao/viec-nhe-luong-cao', 'bai-viet/dau-hieu-nhan-biet', 'can-giup/toi-can-giup', 'cau-chuyen/ba-cau-hoi',
  'huong-dan/khach-san-nha-nghi', 'duong-day-nong/111', 'su-kien/ngay-toan-dan-phong-chong-mua-ban-nguoi',
  'truyen-thanh/loa-phat-thanh-111', 'van-ban/tuyen-ngon-nhan-quyen'];
const WIDTHS = [320, 768, 1280].flatMap(width => [`${width}-light`, `${width}-dark`]);
// One page a template, and one a script; where a language or a kind is not in the tree, the line is passed over.
const PAGES = [
  ['index.html', ['narrow', 'wide', 'dark']],
  // "front" is the number, the menu and the doors on one small picture: home.png, which README.md shows, is made this way.
  ['vi/index.html', [...ALL, 'front']],
  ['km/index.html', ['narrow', 'wide', 'open']],
  ['zh-hant/index.html', ['narrow', 'wide']],
  ['lo/index.html', ['narrow']],
  ['blt-tavt/index.html', ['narrow', 'wide']],
  ['tyz/index.html', ['narrow', 'wide']],
  ['vi/canh-bao/index.html', ['narrow', 'wide']],
  ['vi/canh-bao/viec-nhe-luong-cao/index.html', ALL],
  ['tyz/canh-bao/viec-nhe-luong-cao/index.html', ['narrow', 'wide', 'dark', 'paper']],
  ['vi/bai-viet/index.html', ['narrow', 'wide']],
  ['vi/bai-viet/dau-hieu-nhan-biet/index.html', ['narrow', 'wide', 'paper']],
  ['vi/can-giup/toi-can-giup/index.html', ['narrow', 'wide', 'dark']],
  ['vi/cau-chuyen/ba-cau-hoi/index.html', ['narrow', 'wide']],
  ['vi/huong-dan/khach-san-nha-nghi/index.html', ['narrow', 'wide', 'paper']],
  ['vi/duong-day-nong/index.html', ['narrow', 'wide']],
  ['vi/duong-day-nong/111/index.html', ALL],
  ['vi/su-kien/ngay-toan-dan-phong-chong-mua-ban-nguoi/index.html', ['narrow', 'wide']],
  ['vi/truyen-thanh/loa-phat-thanh-111/index.html', ['narrow', 'wide', 'paper']],
  ['vi/van-ban/luat-phong-chong-mua-ban-nguoi-2024/index.html', ['narrow', 'wide']],
  // A plan that names an old number: struck, with the one that holds beside it.
  ['vi/van-ban/ke-hoach-136-kh-ubnd-can-tho/index.html', ['narrow', 'wide', 'dark', 'paper']],
  ['km/van-ban/tuyen-ngon-nhan-quyen/index.html', ['narrow', 'wide', 'dark', 'paper']],
  ['blt-tavt/van-ban/tuyen-ngon-nhan-quyen/index.html', ['narrow', 'wide', 'paper']],
  ['zh-hant/van-ban/tuyen-ngon-nhan-quyen/index.html', ['narrow']],
  ['lo/van-ban/tuyen-ngon-nhan-quyen/index.html', ['narrow']],
  ['vi/chu-de/index.html', ['narrow', 'wide']],
  ['vi/chu-de/online-scam/index.html', ['narrow']],
  ['vi/a-z/index.html', ['narrow', 'wide']],
  ['404.html', ['narrow', 'wide', 'dark']],
  ['lich/index.html', ['narrow', 'wide', 'dark']],
  ...['vi', 'km', 'blt-tavt'].flatMap(edition => ['', ...KINDS].map(kind => [join(edition, kind, 'index.html'), WIDTHS])),
];

const asked = process.argv.slice(2);
const at = asked.indexOf('--views');
const wanted = at < 0 ? null : asked.splice(at, 2)[1].split(',');
const [from, to, ...parts] = asked;
if (!from || !to) {
  console.error('usage: node shots.mjs TREE OUT [PART OF A NAME…] [--views VIEW,VIEW…]');
  process.exit(2);
}
const tree = await readTree(resolve(from));
const out = resolve(to);
await mkdir(out, { recursive: true });
const browser = await openBrowser();
let taken = 0;
for (const [name, views] of PAGES) {
  if (!tree.files.has(name) || (parts.length && !parts.some(part => name.includes(part)))) continue;
  for (const view of views) if (!wanted || wanted.includes(view)) taken += await shoot(name, view);
}
await browser.close();
console.log(`${taken} pictures in ${out}`);
process.exitCode = taken ? 0 : 1;

async function shoot(name, view) {
  const width = Number.parseInt(view, 10) || (['wide', 'dark', 'front'].includes(view) ? 1280 : 360);
  const context = await browser.newContext({
    viewport: { width, height: { narrow: 740, front: 1360 }[view] ?? 900 }, deviceScaleFactor: view === 'front' ? 0.6 : 1, colorScheme: view.endsWith('dark') ? 'dark' : 'light', reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(tree.folder, name)).href);
  await page.evaluate(() => document.fonts.ready);
  const picture = join(out, `${name.replace(/(^|\/)index\.html$|\.html$/, '').replaceAll('/', '_') || 'root'}.${view}`);
  if (view === 'paper') {
    const pdf = `${picture}.pdf`;
    await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
    // Two sheets show the first page and what is repeated on the next.
    execFileSync('pdftoppm', ['-r', '60', '-png', '-l', '2', pdf, picture]);
    await rm(pdf);
  } else if (view === 'front') {
    await page.screenshot({ path: `${picture}.png` });
  } else {
    if (view === 'open') await page.evaluate(() => document.querySelectorAll('details').forEach(menu => { menu.open = true; }));
    // What a reader does who sets the letters of the browser to twice their size.
    if (view === 'large') await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await fold(await page.screenshot({ fullPage: true }), width, `${picture}.png`);
  }
  await context.close();
  return 1;
}

/** A page on a phone is thirty times as high as wide: folded into columns side by side it can be seen at once. */
async function fold(png, width, path) {
  const height = png.readUInt32BE(20);
  const columns = Math.max(1, Math.ceil(height / (width < 1000 ? 2000 : 2400)));
  const room = Math.ceil(height / columns);
  const page = await browser.newPage({ viewport: { width: columns * (width + 8), height: room } });
  const each = Array.from({ length: columns }, (_, at) => `<i style="left:${at * (width + 8)}px;background-position:0 ${-at * room}px"></i>`);
  await page.setContent(`<style>body{margin:0;background:#e0f}i{position:absolute;top:0;width:${width}px;height:${room}px;
    background:url(data:image/png;base64,${png.toString('base64')}) no-repeat}</style>${each.join('')}`);
  await page.screenshot({ path });
  await page.close();
}
