// What a page weighs on the wire, against the limits of the design (section 4, point 6).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const LIMITS = { page: 25 * KIB, pictured: 60 * KIB, css: 8 * KIB, js: 3 * KIB, font: 25 * KIB, requests: 4 };
// Bytes that gzip does not make fewer; hosts send them as they are.
const PACKED = /\.(woff2|jpg|png|webp|mp3|mp4)$/;

/** A scale for the pages of a tree: `weigh` one after the other, then `heaviest`. */
export function makeScale(tree, base, fault) {
  const sizes = new Map();
  const classes = new Map();
  const wireSize = async name => {
    if (!tree.files.has(name)) return 0;
    if (!sizes.has(name)) {
      const bytes = await readFile(join(tree.folder, name));
      sizes.set(name, PACKED.test(name) ? bytes.length : gzipSync(bytes, { level: 6 }).length);
    }
    return sizes.get(name);
  };

  const weigh = async (page, requests, found) => {
    const sums = { html: 0, css: 0, js: 0, woff2: 0, other: 0 };
    // Whether a headless browser asks for the icon in time is luck; those of readers do.
    const icons = found.links.filter(link => /\bicon\b/.test(link.rel)).map(link => new URL(link.to, base + page).href);
    const asked = [...new Set([...requests, ...icons])].filter(to => to.startsWith(base));
    for (const to of asked) {
      const name = decodeURIComponent(to.slice(base.length).split(/[?#]/)[0]);
      const ending = name.split('.').at(-1);
      sums[ending in sums ? ending : 'other'] += await wireSize(name);
    }
    const fonts = asked.filter(to => to.endsWith('.woff2')).length;
    const atMost = (what, size, limit) => {
      if (size > limit) fault('weight', page, `${what} weighs ${(size / KIB).toFixed(1)} KiB, more than ${limit / KIB}`);
    };
    const sum = sums.html + sums.css + sums.js + sums.other;
    atMost('CSS', sums.css, LIMITS.css);
    atMost('JavaScript', sums.js, LIMITS.js);
    // Lists, the home page and documents have no limit of their own, only articles.
    const parts = page.split('/');
    const article = parts.length > 3 && parts[1] !== 'chu-de' && !/^trang-\d+$/.test(parts.at(-2));
    const kind = !article ? 'lists and homes' : found.document ? 'documents' : found.pictures ? 'with pictures or sound' : 'articles';
    const most = classes.get(kind) ?? { pages: 0, bytes: 0, requests: 0, page };
    classes.set(kind, { pages: most.pages + 1, bytes: Math.max(most.bytes, sum), requests: Math.max(most.requests, asked.length - fonts), page: sum > most.bytes ? page : most.page });
    if (!article || found.document) return;
    atMost('the page', sum, found.pictures ? LIMITS.pictured : LIMITS.page);
    atMost('the script font', sums.woff2, LIMITS.font);
    if (fonts > 1) fault('weight', page, `${fonts} fonts`);
    if (!found.pictures && asked.length - fonts > LIMITS.requests) fault('weight', page, `${asked.length - fonts} requests, more than ${LIMITS.requests}`);
  };

  const heaviest = () => [...classes].map(([kind, { pages, bytes, requests, page }]) => `  ${kind}: ${pages} pages, at most ${(bytes / KIB).toFixed(1)} KiB (${page}) and ${requests} requests`).join('\n');
  return { weigh, heaviest };
}
