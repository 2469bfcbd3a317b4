// Every link of a tree followed to its file and its anchor, without a browser's help: a browser forgives too much.

import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

// Elements that fetch what they name while the page is shown. They may ask the tree only.
const FETCHES = new Set(['img', 'source', 'audio', 'video', 'script', 'use', 'image', 'input', 'track', 'iframe', 'embed', 'object']);
const LOADS = /\b(stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/;

/** Follows all links. `fault(check, page, words)` hears of each that leads nowhere. Gives the number of links followed. */
export async function followLinks(tree, facts, fault) {
  const anchors = new Map([...facts].map(([page, found]) => [page, new Set(found.ids)]));
  // The neutral page of "leave quickly" is always there, also where no page needs it.
  const reached = new Set(['index.html', '404.html', 'lich/index.html']);
  const edges = new Map();
  let followed = 0;
  for (const [page, found] of facts) {
    edges.set(page, []);
    for (const link of found.links) {
      followed += 1;
      const target = judge(tree, anchors, page, link, words => fault('links', page, words));
      if (target && link.tag === 'a') edges.get(page).push(target);
    }
  }
  // A reader comes in by the front door: a page that no chain of links leads to is lost on a stick. Old addresses are
  // reached from outside only, which is what they are for.
  const open = [...reached];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    for (const next of edges.get(page) ?? []) {
      if (!reached.has(next)) open.push(next);
      reached.add(next);
    }
  }
  for (const [page, found] of facts) {
    if (!reached.has(page) && !found.redirect) fault('links', page, 'no chain of links leads here from index.html');
  }
  for (const file of tree.files) {
    const judgeReference = (to, tag) => {
      followed += 1;
      judge(tree, anchors, file, { tag, rel: '', to }, words => fault('links', file, words));
    };
    if (file.endsWith('.css')) {
      const css = (await readFile(join(tree.folder, file), 'utf8')).replace(/\/\*.*?\*\//gs, '');
      for (const [, , to] of css.matchAll(/\burl\(\s*(["']?)(.*?)\1\s*\)/g)) judgeReference(to, 'img');
      for (const [, to] of css.matchAll(/@import\s+["'](.*?)["']/g)) judgeReference(to, 'img');
    }
    if (file.endsWith('.svg')) {
      const svg = await readFile(join(tree.folder, file), 'utf8');
      for (const [, to] of svg.matchAll(/\bhref\s*=\s*["'](.*?)["']/g)) judgeReference(to, 'use');
      if (/<script|<foreignObject|\son\w+\s*=|<!ENTITY/i.test(svg)) fault('links', file, 'a picture that can run a script');
    }
  }
  return followed;
}

/** The file of the tree that a link leads to, if it leads to one. */
function judge(tree, anchors, from, { tag, rel, to }, fault) {
  const shown = `<${tag}> ${to}`;
  const fetched = FETCHES.has(tag) || (tag === 'link' && LOADS.test(rel));
  const scheme = to.match(/^([a-z][a-z0-9+.-]*):/i)?.[1].toLowerCase();
  if (scheme || to.startsWith('//')) {
    const allowed = tag === 'a' ? ['http', 'https', 'mailto', 'tel', 'sms'] : ['http', 'https'];
    if (fetched) fault(`fetched from outside the tree: ${shown}`);
    else if (!allowed.includes(scheme)) fault(`address that may not stand here: ${shown}`);
    else if (scheme === 'tel' && !/^tel:\+?[0-9]+$/.test(to)) fault(`number that no telephone dials: ${shown}`);
    return undefined;
  }
  if (tag === 'use' && !to.startsWith('#')) fault(`a picture in another file is not drawn on file://: ${shown}`);
  const [address, fragment] = to.split(/#(.*)/s);
  let path;
  try {
    path = decodeURIComponent(address.split('?')[0]);
  } catch {
    return void fault(`broken escape: ${shown}`);
  }
  if (path.startsWith('/')) return from === '404.html' ? fromRoot(tree, path, shown, fault) : void fault(`begins at the root of the host: ${shown}`);
  if (!path && fragment === undefined) return void fault(`leads nowhere: ${shown}`);
  const target = path ? posix.normalize(posix.join(posix.dirname(from), path)) : from;
  if (target.startsWith('../')) return void fault(`leaves the tree: ${shown}`);
  if (/(^|\/)\.{0,2}$/.test(path) && path) return void fault(`does not end in a file name: ${shown}`);
  if (!tree.files.has(target)) {
    const twin = [...tree.files].find(name => name.toLowerCase() === target.toLowerCase());
    return void fault(twin ? `differs from ${twin} in capitals: ${shown}` : `no such file: ${shown}`);
  }
  if (fragment !== undefined && !anchors.get(target)?.has(decodeURIComponent(fragment))) fault(`no such anchor: ${shown}`);
  return target;
}

/** 404.html is shown at any address, so it alone names files from the root of the host, by the path of `base_url`. */
function fromRoot(tree, path, shown, fault) {
  const parts = path.split('/');
  const target = parts.map((_, at) => parts.slice(at).join('/')).find(name => tree.files.has(name));
  if (!target) fault(`no such file below any base: ${shown}`);
  return target;
}
