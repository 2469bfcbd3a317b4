// Lighthouse as a slow phone sees us: home, an article, a list, an alert and a search, in two languages, under /a/b/ from a host
// that packs and caches as the page for administrators advises.
//
//   node lighthouse.mjs TREE [--once]
//
// TREE has to be built with a base_url. Accessibility, best practices and SEO have to be 100, what is moved and what blocks 0, and
// nothing is forgiven there. The speed that a machine with other work measures goes up and down: it counts by its median, and with
// `--once` by one run.
// Ends with 0 if nothing is wrong, 1 if something is, 2 if the proof could not be made.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser } from './browser.mjs';
import { readTree } from './tree.mjs';

const PREFIX = '/a/b/';
const EXACT = ['accessibility', 'best-practices', 'seo'];
const SPEED = 99;
// The first page on slow 3G: milliseconds there and back, kilobits a second, and a phone six times slower than we are.
const SLOW = { rttMs: 400, throughputKbps: 400, requestLatencyMs: 400, downloadThroughputKbps: 400, uploadThroughputKbps: 400, cpuSlowdownMultiplier: 6 };
const SLOW_SPEED = 95;
const SLOW_PAINT = 2_500;
// Where all comes in the same millisecond, whatever a busy machine paints after is taken for what the paint waits for. Over a net
// scripts and fonts come after the first words: their bytes are held for so many milliseconds. What blocks still blocks.
const LATE = /\.(js|woff2)$/;
const LATER = 250;
// A search works before it answers, and a busy machine makes that long; a page of words has nothing to work at.
const SEARCHES = 50;
// A median of three is decided when two agree; a machine that was busy may be asked twice more.
const TRIES = process.argv.includes('--once') ? [1] : [3, 5];
const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', xml: 'application/xml',
  txt: 'text/plain; charset=utf-8', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', woff2: 'font/woff2', mp3: 'audio/mpeg', wav: 'audio/wav', ics: 'text/calendar; charset=utf-8',
};
const PACKED = /\.(woff2|png|jpg|webp|mp3|mp4)$/;

const folder = resolve(process.argv[2] ?? '');
const tree = await readTree(folder).catch(() => undefined);
const homepage = tree?.files.has('vi/index.html') ? await readFile(join(folder, 'vi/index.html'), 'utf8') : '';
const base = homepage.match(/<link rel="canonical" href="([^"]*?)vi\/index\.html"/)?.[1];
if (!base) {
  console.error('usage: node lighthouse.mjs TREE [--once], TREE built with a base_url');
  process.exit(2);
}

const faults = [];
let isSlow = false;
const started = Date.now();
const server = createServer((request, answer) => serve(request.url, answer).catch(() => answer.destroy()));
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const host = `http://127.0.0.1:${server.address().port}${PREFIX}`;
const chrome = await launch({ chromePath: await findBrowser(), chromeFlags: ['--headless=new', '--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], logLevel: 'silent' });
try {
  console.log(`${'page'.padEnd(58)} access best  seo speed   LCP   CLS  TBT requests  KiB`);
  for (const page of await choose()) await judge(page);
  for (const page of ['vi/index.html', 'km/index.html']) if (tree.files.has(page)) await judgeSlow(page);
} finally {
  await chrome.kill();
  server.close();
}
faults.forEach(words => console.log(`FAULT lighthouse: ${words}`));
console.log(`${faults.length ? `${faults.length} faults` : 'no fault'}, ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = faults.length ? 1 : 0;

/** A host that packs, says what things are, and lets what never changes be kept. The tree's own address becomes that of the host. */
async function serve(url, answer) {
  const name = decodeURIComponent(url.split(/[?#]/)[0]).slice(PREFIX.length);
  if (!url.startsWith(PREFIX) || !tree.files.has(name)) {
    answer.writeHead(url === '/robots.txt' ? 200 : 404, { 'content-type': 'text/plain' }).end();
    return;
  }
  let body = await readFile(join(folder, name));
  if (/\.(html|xml|txt)$/.test(name)) body = Buffer.from(body.toString('utf8').replaceAll(base, host));
  const headers = { 'content-type': TYPES[posix.extname(name).slice(1)] ?? 'application/octet-stream', 'cache-control': name.endsWith('.html') ? 'no-cache' : 'max-age=31536000', 'content-security-policy': "default-src 'self'", 'x-content-type-options': 'nosniff' };
  if (!PACKED.test(name)) {
    body = gzipSync(body, { level: 6 });
    headers['content-encoding'] = 'gzip';
  }
  answer.writeHead(200, { ...headers, 'content-length': body.length });
  if (isSlow && LATE.test(name)) {
    answer.flushHeaders();
    await new Promise(done => setTimeout(done, LATER));
  }
  answer.end(body);
}

/** In each language: home, the first article, its list, the first alert, and a search. Pages kept from search engines have no SEO. */
async function choose() {
  const open = [];
  for (const edition of ['vi', 'km']) {
    const pages = [];
    for (const page of tree.pages.filter(page => page.startsWith(`${edition}/`))) {
      if (!/<meta name="robots" content="noindex"/.test(await readFile(join(folder, page), 'utf8'))) pages.push(page);
    }
    const first = test => pages.find(page => test.test(page));
    if (!pages.length) continue;
    open.push(`${edition}/index.html`, first(/^[^/]+\/(bai-viet|van-ban)\/[^/]+\/index\.html$/), first(/^[^/]+\/(bai-viet|van-ban)\/index\.html$/), first(/^[^/]+\/canh-bao\/[^/]+\/index\.html$/), pages.includes(`${edition}/index.html`) && tree.files.has(`${edition}/tim/docs.js`) && `${edition}/index.html?q=111`);
  }
  return [...new Set(open.filter(Boolean))];
}

async function measure(page, onlyCategories, more = {}) {
  const { lhr } = await lighthouse(host + page, { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories, ...more });
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  const items = lhr.audits['network-requests']?.details?.items ?? [];
  return {
    lhr,
    scores: Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)])),
    paint: lhr.audits['largest-contentful-paint']?.numericValue,
    shift: lhr.audits['cumulative-layout-shift']?.numericValue,
    blocked: lhr.audits['total-blocking-time']?.numericValue,
    requests: items.filter(({ url }) => !url.endsWith('/favicon.ico')).length,
    bytes: items.reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[(numbers.length - 1) >> 1];
}

/** Runs until most of the runs agree that the page is good or bad; if bad, until most of a few more do. */
async function untilMost(isGood, run) {
  const runs = [];
  for (const most of TRIES) {
    const agreed = good => runs.filter(run => isGood(run) === good).length * 2 > most;
    while (!agreed(true) && !agreed(false)) runs.push(await run());
    if (agreed(true)) return runs;
  }
  return runs;
}

async function judge(page) {
  const whole = await measure(page, [...EXACT, 'performance']);
  for (const name of EXACT) {
    if (whole.scores[name] === 100) continue;
    const failed = whole.lhr.categories[name].auditRefs.map(({ id }) => whole.lhr.audits[id]).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative');
    faults.push(`${page}: ${name} ${whole.scores[name]}: ${failed.map(({ id, details }) => `${id} ${details?.items?.[0]?.node?.selector ?? details?.items?.[0]?.description ?? ''}`.trim()).join('; ')}`);
  }
  // `toFixed` is what Lighthouse shows: a shift of a thousandth is none.
  if (whole.shift.toFixed(2) !== '0.00') faults.push(`${page}: CLS ${whole.shift.toFixed(3)}`);
  let given = whole;
  const runs = await untilMost(({ scores }) => scores.performance >= SPEED, async () => {
    const run = given ?? await measure(page, ['performance']);
    given = undefined;
    return run;
  });
  const speed = median(runs.map(({ scores }) => scores.performance));
  const blocked = median(runs.map(run => run.blocked));
  if (speed < SPEED) faults.push(`${page}: performance ${speed}, the median of ${runs.map(({ scores }) => scores.performance)}`);
  if (blocked > (page.includes('?') ? SEARCHES : 0.5)) faults.push(`${page}: TBT ${Math.round(blocked)} ms`);
  row(page, [whole.scores.accessibility, whole.scores['best-practices'], whole.scores.seo, speed], { ...whole, paint: median(runs.map(run => run.paint)), blocked });
}

async function judgeSlow(page) {
  const isGood = ({ scores, paint }) => scores.performance >= SLOW_SPEED && paint <= SLOW_PAINT;
  isSlow = true;
  const runs = await untilMost(isGood, () => measure(page, ['performance'], { throttlingMethod: 'simulate', throttling: SLOW }));
  const speed = median(runs.map(({ scores }) => scores.performance));
  const paint = median(runs.map(run => run.paint));
  if (speed < SLOW_SPEED) faults.push(`${page}, slow 3G: performance ${speed}`);
  if (paint > SLOW_PAINT) faults.push(`${page}, slow 3G: LCP ${Math.round(paint)} ms`);
  row(`${page}, slow 3G`, ['', '', '', speed], { ...runs[0], paint, blocked: median(runs.map(run => run.blocked)) });
}

function row(page, [access, best, seo, speed], { paint, shift, blocked, requests, bytes }) {
  const cell = (value, width) => String(value).padStart(width);
  console.log(`${page.padEnd(58)} ${cell(access, 6)} ${cell(best, 4)} ${cell(seo, 4)} ${cell(speed, 5)} ${cell((paint / 1000).toFixed(2), 5)} ${cell(shift.toFixed(3), 5)} ${cell(Math.round(blocked), 4)} ${cell(requests, 8)} ${cell((bytes / 1024).toFixed(1), 4)}`);
}
