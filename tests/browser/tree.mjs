// A built tree on disk: the set of its names, and a plain server that puts it where a portal would.

import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** What the folder holds: all names, relative with `/`, and of them the pages. */
export async function readTree(folder) {
  const files = [];
  const walk = async under => {
    const children = await readdir(join(folder, under), { withFileTypes: true });
    for (const child of children) {
      const name = posix.join(under, child.name);
      if (child.isDirectory()) await walk(name);
      else files.push(name);
    }
  };
  await walk('');
  files.sort();
  // What somebody pastes into another page is none of ours: tests/outside/fragments.py judges it.
  const pages = files.filter(name => name.endsWith('.html') && !name.endsWith('/fragment.html'));
  return { folder, files: new Set(files), pages };
}

/** Where `base_url` puts the tree: 404.html alone says so, since it names files from the root of the host. */
export async function baseOf(tree) {
  if (!tree.files.has('404.html')) return undefined;
  const page = await readFile(join(tree.folder, '404.html'), 'utf8');
  return page.match(/<link rel="stylesheet" href="(\/[^"]*?)assets\//)?.[1];
}

// Only what every static host has known for twenty years: the tree may not lean on the types a host has never heard of
// (woff2, webmanifest). Pages go without a charset, since some portals send none: the page itself has to say it.
const TYPES = {
  html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', xml: 'text/xml', txt: 'text/plain',
  jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', mp3: 'audio/mpeg', mp4: 'video/mp4', pdf: 'application/pdf',
};

/**
 * Serves the tree under `prefix`, as a portal does that nobody may configure: exact names only, no index of a folder, the
 * strictest policy. What is not there is answered by 404.html. `late` gives the milliseconds that a file keeps us waiting.
 */
export async function serveTree(tree, prefix, late = () => 0) {
  return listen(async (address, answer) => {
    const name = address.startsWith(prefix) ? address.slice(prefix.length) : undefined;
    const found = name !== undefined && tree.files.has(name);
    const shown = found ? name : '404.html';
    const type = TYPES[posix.extname(shown).slice(1)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-security-policy': "default-src 'self'", 'cache-control': 'no-store' };
    const body = found || tree.files.has(shown) ? await readFile(join(tree.folder, shown)) : 'not here';
    if (late(shown)) await new Promise(over => setTimeout(over, late(shown)));
    answer.writeHead(found ? 200 : 404, headers).end(body);
  }, prefix);
}

/** Serves one page that frames the address after `?`: a portal in miniature, foreign to the tree (another port). */
export async function servePortal() {
  return listen(async (address, answer, query) => {
    const body = '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Cổng</title>'
      + '<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>'
      + `<iframe title="Trang" src="${query.replaceAll('"', '%22')}"></iframe></html>`;
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  }, '/');
}

async function listen(answerOne, prefix) {
  const server = createServer((request, answer) => {
    const [path, query = ''] = request.url.split(/\?(.*)/s);
    let address;
    try {
      address = decodeURIComponent(path);
    } catch {
      address = path;
    }
    answerOne(address, answer, query).catch(() => answer.destroy());
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}
