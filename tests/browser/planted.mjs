// The proof of the proof: a small good tree passes, and each fault planted in it is named with its page.
//
//   node planted.mjs
//
// A judge that finds nothing wrong has to be one that would have found it.

import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = script => join(dirname(fileURLToPath(import.meta.url)), script);

/** A page like those of the theme in all that the proof asks for. */
function page({ up = '../../../', lang = 'vi', head = '', main = '', body = '', foot = '' } = {}) {
  return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><title>Một trang</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${up}assets/icon.svg"><link rel="stylesheet" href="${up}assets/site.css">${head}</head>
<body${body}><a class="skip" href="#chinh">Đến nội dung</a>
<header><nav aria-label="Mục"><a href="${up}vi/index.html">Trang chủ</a></nav></header>
<main id="chinh"><h1>Một trang</h1><p>Lời của trang.</p>${main}</main>
<footer><a href="tel:111">Gọi 111</a>${foot}</footer></body></html>`;
}

/** What is planted on a page of its own, and what the proof has to say of it. */
const PLANTS = [
  ['anh-ngoai', { main: '<img src="http://127.0.0.9:9/x.png" alt="x">' }, /links: fetched from outside the tree: <img>/, /requests: (foreign|failed): http:\/\/127\.0\.0\.9/],
  ['anh-thieu', { main: '<img src="thieu.png" alt="x">' }, /links: no such file: <img> thieu\.png/, /requests: failed: file:/, /requests: answered 404/],
  ['neo-hong', { main: '<a href="../neo-hong/index.html#khong-co">x</a>' }, /links: no such anchor: <a>/],
  ['lien-ket-hong', { main: '<a href="../khong-co/index.html">x</a>' }, /links: no such file: <a>/],
  ['thu-muc', { main: '<a href="../thu-muc/">x</a>' }, /links: does not end in a file name: <a>/],
  ['goc', { main: '<a href="/vi/index.html">x</a>' }, /links: begins at the root of the host/],
  ['ra-ngoai', { main: '<a href="../../../../index.html">x</a>' }, /links: leaves the tree/],
  ['chu-hoa', { main: '<a href="../Goc/index.html">x</a>' }, /links: differs from vi\/bai\/goc\/index\.html in capitals/],
  ['so-la', { main: '<a href="tel:1800-1567">x</a>' }, /links: number that no telephone dials/],
  ['am-thanh', { main: '<audio controls preload="none" src="am-thu.mp3"></audio>' }, /links: no such file: <audio>/],
  ['hinh-ngoai', { main: '<svg role="img" aria-label="x"><use href="../../../assets/icon.svg#a"></use></svg>' }, /links: a picture in another file/],
  ['lenh', { main: '<a href="javascript:alert(1)">x</a>' }, /links: address that may not stand here/],
  ['hop-thoai', { main: '<script src="../../../assets/hop-thoai.js"></script>' }, /dialogs: alert: xin chào/],
  ['loi-lenh', { main: '<script src="../../../assets/loi.js"></script>' }, /console: script error: /],
  ['lenh-trong-trang', { main: '<script>document.title = 1</script>' }, /console: .*Content Security Policy/, /head and frame: forbidden: script:not/],
  ['kieu-trong-trang', { main: '<p style="color:red">x</p>' }, /head and frame: forbidden: \[style\]/, /console: .*Content Security Policy/],
  ['nut', { main: '<button type="button" onclick="x()">x</button>' }, /head and frame: forbidden: onclick/],
  ['chu-them', { main: '<p id="them"></p><script src="../../../assets/them.js"></script>' }, /text: other words without JavaScript/],
  ['chu-khung', { main: '<p id="khung"></p><script src="../../../assets/khung.js"></script>' }, /text: other words in a frame/],
  ['hai-dau-de', { main: '<h1>Hai</h1>' }, /head and frame: 2 <h1>/],
  ['thieu-tieng', { lang: '' }, /head and frame: lang of <html> is ""/],
  ['sai-tieng', { lang: 'km' }, /head and frame: lang of <html> is "km" under vi/],
  ['thieu-duong', { body: ' class="x"', main: '<a href="tel:111">x</a>', plain: html => html.replace('class="skip" ', '') }, /head and frame: no a\.skip/],
  ['thieu-so', { plain: html => html.replace('href="tel:111"', 'href="#chinh"') }, /head and frame: no a\[href\^="tel:"\]/],
  ['rong', { main: '<p class="rong">x</p>' }, /width: p\.rong sticks out at 320/],
  ['rong-chu-lon', { main: '<p class="rong-chu-lon">x</p>' }, /width: p\.rong-chu-lon sticks out at 640, text at 200 %/],
  ['gia-tri-tho', { main: '<p>Tày ({"text": "tiếng Tày"})</p>' }, /text: raw value: Tày/],
  ['cat', { main: '<p class="cat">Những lời rất dài này không còn đọc được nữa.</p>' }, /width: p\.cat cuts its words/],
  ['chu-la', { main: '<p class="chu-la">Chữ của tiếng khác.</p>' }, /fonts: fetches la, and nothing on it needs one/],
  ['thieu-chu', { plain: html => html.replace('<html ', '<html data-font="la" ') }, /fonts: names la and does not fetch it/],
  ['mo', { main: '<p class="mo">Chữ mờ.</p>' }, /axe: color-contrast/],
  ['mo-toi', { main: '<p class="mo-toi">Chữ mờ khi tối.</p>' }, /axe: color-contrast .*\(320 dark, 1280 dark\)/],
  ['khong-loi-ta', { main: '<img class="khong-loi-ta" src="../../../assets/icon.svg">' }, /axe: image-alt/],
  ['mo-coi', { orphan: true }, /links: no chain of links leads here/],
  ['anh-nang', { main: '<img src="../../../assets/nang.png" alt="Một hình nặng">' }, /weight: the page weighs 6\d\.\d KiB, more than 60/],
  ['noi-them', { head: `<link rel="canonical" href="https://vi-du.example/a/b/vi/bai/noi-them/index.html"><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org', '@type': 'Article', headline: 'Một trang', author: { name: 'Người khác' }, datePublished: '2026-01-01', inLanguage: 'vi',
    url: 'https://vi-du.example/a/b/vi/bai/noi-them/index.html', image: ['https://vi-du.example/x.png'] })}</script>` },
  /data: name says what the page does not show: "Người khác"/, /data: datePublished says/, /data: image says/],
  ['noi-hong', { head: '<script type="application/ld+json">{"a":</script>' }, /data: a data block that is no JSON/],
  ['the-thieu', { head: '<link rel="canonical" href="https://vi-du.example/vi/bai/the-thieu/index.html"><meta property="og:image" content="https://vi-du.example/khong.png">' }, /cards: og:image is not in the tree/],
  ['the-sai', { head: '<link rel="canonical" href="https://vi-du.example/vi/bai/the-sai/index.html"><meta property="og:image" content="https://vi-du.example/assets/the.png">' }, /cards: assets\/the\.png is 600 x 315/, /cards: assets\/the\.png weighs 68 KiB/],
  ['the-la', { head: '<link rel="canonical" href="https://vi-du.example/vi/bai/the-la/index.html"><meta property="og:image" content="https://vi-du.example/assets/icon.svg">' }, /cards: assets\/icon\.svg is no PNG/],
  // What stands beside an article does not make a document of it.
  ['nang', { main: `<aside aria-label="Bên"><dl class="data"><dt>a</dt><dd>b</dd></dl></aside><p>${Array.from({ length: 12000 }, (_, at) => (at * 7919 % 46656).toString(36)).join(' ')}</p>` }, /weight: the page weighs/],
];

/** The same for matrix.mjs, which looks closer. The first word is the kind of the page, where it matters. */
const CLOSER = [
  ['nho', { main: '<button type="button" class="nho">x</button>' }, /targets: main button\.nho is 20 px high/],
  ['hep', { main: '<nav aria-label="Chữ"><a class="hep" href="#chinh">x</a></nav>' }, /targets: nav a\.hep is 20 px wide/],
  ['day', { main: '<p class="day">Ẵng g</p>' }, /lines: main p\.day in vi: lines of/],
  ['day-km', { main: '<p lang="km" class="day-km">ខ្ញុំ</p>' }, /lines: main p\.day-km in km: lines of/],
  ['mo-vua', { main: '<p class="mo-vua">Chữ hơi mờ.</p>' }, /axe: color-contrast-enhanced/],
  ['mo-ep', { main: '<p class="mo-ep">Chữ mờ khi ép màu.</p>' }, /forced: p\.mo-ep has a contrast of 1\.9 \(320 active, 320 active dark\)/],
  ['mo-can', { main: '<p class="mo-can">Chữ mờ khi cần rõ.</p>' }, /axe: color-contrast .*\(320 more, 320 more dark\)/],
  ['to', { main: '<p class="to">x</p>' }, /width: p\.to sticks out at 320, text at 200 %/],
  ['trong-hop', { main: '<details><summary>x</summary><p class="rong">x</p></details>' }, /width: p\.rong sticks out at 320, menus open/],
  ['khong-vien', { main: '<p>Xem <a class="khong-vien" href="#chinh">bài</a> này.</p>' }, /focus: a\.khong-vien has an outline of 0 px/],
  ['bi-che', { main: `<div class="che"></div>${'<p>Lời.</p>'.repeat(20)}` }, /focus: a is covered by div\.che/],
  ['bay', { main: '<p>Xem <a id="bay" href="#chinh">bài</a> và <a class="sau" href="#chinh">bài sau</a>.</p><script src="../../../assets/bay.js"></script>' }, /focus: Tab never reaches .*a\.sau/],
  ['xo', { main: '<div id="xo"></div><p>Lời bị xô.</p><script src="../../../assets/xo.js"></script>' }, /shifts: moves by .*more than 0\.001/],
  ['xo-chu', { main: '<div id="xo"></div><p class="chu-la">Lời bị xô.</p><script src="../../../assets/xo.js"></script>' }, /shifts: moves by .*more than 0\.1,/],
  ['in-nut', { main: '<button type="button" class="in">x</button>' }, /paper: button\.in is printed/],
  ['thieu-so', { main: '<p class="to-sau">Tờ sau.</p>', foot: '<i class="chi-man-hinh"></i>' }, /paper: sheet 2 of 2 is without the number 111/],
  ['hai-to', { kind: 'guide', main: '<p class="to-sau">Gọi 111.</p>' }, /paper: takes 2 sheets for/],
  ['chuyen', { plain: html => html.replace('<title>', '<meta http-equiv="refresh" content="0; url=../tot/index.html"><title>').replace('<h1>', '<h1 class="mo">') }, /axe: color-contrast/],
];

const CSS = `input{min-height:48px}body{margin:0;color:#111;background:#fff;font:1.2rem/1.6 sans-serif;overflow-wrap:anywhere}a{color:#00308f;line-height:2}
@media (prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#b5ccff}}
.rong{width:60rem}.rong-chu-lon{width:24rem;max-width:none}@media (max-width:400px){.rong-chu-lon{width:auto}}.cat{width:9rem;height:1.6rem;overflow:hidden;white-space:nowrap}.mo{color:#bbb;background:#fff}
@media (prefers-color-scheme:dark){.mo-toi{color:#333}}
nav a,footer a,summary,button{display:inline-block;min-width:48px;min-height:48px;font:inherit}:focus-visible{outline:3px solid}
.nho{min-height:0;height:20px}nav .hep{min-width:0;width:20px;overflow:visible}.day{line-height:1}.day-km{line-height:.4}.mo-vua{color:#6b6b6b;background:#fff}
@media (forced-colors:active){.mo-ep{forced-color-adjust:none;color:#bbb;background:#fff}}@media (prefers-contrast:more){.mo-can{color:#bbb;background:#fff}}
.to{width:12rem;max-width:none}.khong-vien:focus-visible{outline:0}.che{position:fixed;inset:auto 0 0;height:40%;background:#fff}
@media print{nav,summary,search,button:not(.in){display:none!important}.to-sau{break-before:page}footer{position:absolute;top:0}}
@font-face{font-family:la;src:url(fonts/la.woff2)}.chu-la{font-family:la,sans-serif}`;

// A search as the design describes it: nothing is loaded before the first letter, a classic script is put in then.
const SEARCH = `const box = document.getElementById("loa-search");
window.loaS = entries => {
  const found = entries.filter(([title]) => title.toLowerCase().includes(box.value.toLowerCase()));
  document.getElementById("loa-results").innerHTML = found.map(([title, to]) => '<li><a href="' + to + '">' + title + '</a></li>').join("");
};
box.addEventListener("input", () => document.head.append(Object.assign(document.createElement("script"), { src: "tim/docs.js" })));`;

/** What the good page says to machines, and shows. */
const SAID = `<link rel="canonical" href="https://vi-du.example/a/b/vi/bai/tot/index.html"><meta property="og:image" content="https://vi-du.example/a/b/assets/bia.png">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", "headline": "Một trang"}</script>`;

/** What matrix.mjs has to know of the site: the kind of each section. */
const SITE = { 'content/bai/vi.md': '---\nentries: article\n---\n', 'content/to/vi.md': '---\nentries: guide\n---\n' };
const folderOf = parts => (parts.kind === 'guide' ? 'to' : 'bai');

function plant(planted, searchLeadsTo = 'bai/tot/index.html') {
  const links = planted.filter(([, parts]) => !parts.orphan).map(([name, parts]) => `<a href="${folderOf(parts)}/${name}/index.html">${name}</a>`).join(' ');
  const files = {
    'index.html': page({ up: '' }),
    '404.html': page({ up: '/a/b/' }),
    'vi/index.html': page({ up: '../', main: `<p>${links} <a href="bai/tot/index.html#chinh">tốt</a></p>
<search><label>Tìm <input id="loa-search" type="search"></label><ol id="loa-results"></ol></search><script src="../assets/tim.js" defer></script>` }),
    'vi/tim/docs.js': `loaS([["Một trang", "${searchLeadsTo}"]])`,
    'assets/tim.js': SEARCH,
    'vi/bai/tot/index.html': page({ head: SAID, main: '<details><summary>Thêm</summary><p>Trong hộp.</p></details>' }),
    'assets/site.css': CSS,
    'assets/fonts/la.woff2': '',
    'assets/bia.png': Buffer.from('89504e470d0a1a0a0000000d49484452000004b0000002760806000000', 'hex'),
    'assets/the.png': Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000002580000013b', 'hex'), Buffer.alloc(70_000)]),
    'assets/nang.png': Buffer.alloc(66_000),
    'assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    'assets/hop-thoai.js': 'alert("xin chào")',
    'assets/loi.js': 'khongCo()',
    'assets/them.js': 'document.getElementById("them").textContent = "chỉ có khi có lệnh"',
    'assets/bay.js': 'addEventListener("keydown", event => { if (document.activeElement.id === "bay") event.preventDefault(); })',
    'assets/xo.js': 'addEventListener("load", () => setTimeout(() => { document.getElementById("xo").style.height = "300px"; }, 50))',
    'assets/khung.js': 'document.getElementById("khung").textContent = self === top ? "ngoài" : "trong"',
  };
  for (const [name, parts] of planted) {
    const html = page(parts);
    files[`vi/${folderOf(parts)}/${name}/index.html`] = parts.plain ? parts.plain(html) : html;
  }
  return files;
}

/** A page for lighthouse.mjs: words too pale, no description, a script that is not there, one that blocks, one that shoves. */
const SLOW = {
  'vi/index.html': page({ up: '../', main: '<p class="mo">Chữ mờ.</p><div id="xo"></div><p>Lời bị xô.</p>', head: '<link rel="canonical" href="https://vi-du.example/a/b/vi/index.html"><script src="../assets/lau.js"></script><script src="../assets/thieu.js" defer></script><script src="../assets/xo.js" defer></script>' }),
  'assets/site.css': CSS,
  'assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  'assets/lau.js': `// ${Array.from({ length: 30_000 }, (_, at) => (at * 7919 % 46656).toString(36)).join(' ')}\naddEventListener("load", () => { const end = Date.now() + 600; while (Date.now() < end); });`,
  'assets/xo.js': 'addEventListener("load", () => setTimeout(() => { document.getElementById("xo").style.height = "300px"; }, 50))',
};
const NAMED = [/accessibility \d+: color-contrast/, /best-practices \d+: .*errors-in-console/, /seo \d+: .*meta-description/, /CLS 0\.\d/, /: performance \d+, the median/, /: TBT \d+ ms/, /slow 3G: performance/, /slow 3G: LCP/];

async function judge(script, files, ...options) {
  const folder = await mkdtemp(join(tmpdir(), 'loa-planted-'));
  const site = await mkdtemp(join(tmpdir(), 'loa-planted-'));
  const put = async (folder, files) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  };
  try {
    await put(folder, files);
    await put(site, SITE);
    const given = script === 'matrix.mjs' ? [...options, folder, site] : [folder, ...options];
    const run = spawnSync(process.execPath, [at(script), ...given], { encoding: 'utf8', timeout: 400_000 });
    return { status: run.status, said: run.stdout + run.stderr };
  } finally {
    await rm(folder, { recursive: true });
    await rm(site, { recursive: true });
  }
}

const complaints = [];
/** A good tree must pass, a bad one must not, and of what was planted in it each fault is named. Gives the lines of the bad one. */
async function prove(script, planted, good, bad, ...options) {
  const passed = await judge(script, good, ...options);
  if (passed.status !== 0) complaints.push(`${script}: the good tree is called bad (${passed.status}):\n${passed.said}`);
  const failed = await judge(script, bad, ...options);
  if (failed.status !== 1) complaints.push(`${script}: the bad tree ends with ${failed.status}, not 1:\n${failed.said}`);
  // Each fault is two lines: the words, then the pages.
  const lines = failed.said.split('\n');
  const named = lines.flatMap((line, at) => (line.startsWith('FAULT ') ? [`${line.slice(6)} @ ${lines[at + 1]}`] : []));
  const before = complaints.length;
  for (const [name, , ...expected] of planted) {
    for (const words of expected) {
      if (!named.some(line => words.test(line))) complaints.push(`${script}: ${name}: not found: ${words}`);
    }
  }
  if (named.some(line => line.includes('vi/bai/tot/'))) complaints.push(`${script}: the good page among the bad ones is blamed`);
  if (complaints.length > before) console.log(failed.said);
  return named;
}

const named = await prove('proof.mjs', PLANTS, plant([]), plant(PLANTS, 'bai/dau-roi/index.html'));
for (const way of ['file', 'http']) {
  if (!named.some(line => line.startsWith('search: leads nowhere: ') && line.includes(`(${way})`))) complaints.push(`a search that leads nowhere: not found (${way})`);
}
await prove('matrix.mjs', CLOSER, plant([]), plant(CLOSER), '--every');
const { said } = await judge('matrix.mjs', plant([]), '--only', 'nothing');
if (!/FAULT templates: no page of it in km: the proof has nothing to look at/.test(said)) complaints.push(`templates without a page: not found\n${said}`);
const mute = await judge('proof.mjs', { ...plant([]), 'vi/bai/tot/index.html': page() });
for (const check of ['data', 'cards']) if (!mute.said.includes(`FAULT ${check}: no page has any`)) complaints.push(`a tree that says nothing to machines: not found\n${mute.said}`);
const slow = await judge('lighthouse.mjs', SLOW, '--once');
for (const words of NAMED) if (!slow.said.split('\n').some(line => line.startsWith('FAULT ') && words.test(line))) complaints.push(`lighthouse.mjs: not found: ${words}\n${slow.said}`);
complaints.forEach(words => console.log(words));
console.log(`${PLANTS.length + 1 + CLOSER.length + 2 + NAMED.length} planted faults, ${complaints.length ? `${complaints.length} complaints` : 'all found'}`);
process.exitCode = complaints.length ? 1 : 0;
