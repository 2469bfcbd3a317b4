// Which template made a page: read from the addresses, which the design lays down, and from what a section says its entries are.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

// What goes into pages of others: fragments.py and portal.mjs judge it.
const NO_PAGE = new Set(['fragment.html']);

/** The templates that make pages: those of the theme that no other template extends. */
export async function pageTemplates(theme) {
  const files = await readdir(join(theme, 'templates'), { recursive: true });
  const frames = new Set(NO_PAGE);
  for (const file of files.filter(name => name.endsWith('.html'))) {
    const text = await readFile(join(theme, 'templates', file), 'utf8');
    for (const [, frame] of text.matchAll(/\{%-?\s*extends\s+"([^"]+)"/g)) frames.add(frame);
  }
  return files.filter(name => /^[a-z0-9-]+\.html$/.test(name) && !frames.has(name)).map(name => name.slice(0, -'.html'.length)).sort();
}

/** Gives `templateOf(page, found)` for the tree that was built from the folder `site`. */
export async function makeTemplateOf(site) {
  const kinds = new Map();
  for (const child of await readdir(join(site, 'content'), { withFileTypes: true })) {
    if (!child.isDirectory()) continue;
    // The original of a section says it; a translation holds words.
    for (const file of await readdir(join(site, 'content', child.name))) {
      const text = file.endsWith('.md') ? await readFile(join(site, 'content', child.name, file), 'utf8') : '';
      const kind = text.match(/^entries:\s*"?([a-z]+)/m)?.[1];
      if (kind) kinds.set(child.name, kind);
    }
  }
  return (page, found) => {
    if (found.redirect) return 'redirect';
    const parts = page.split('/').slice(0, -1);
    if (page === '404.html') return '404';
    if (!parts.length) return 'root';
    if (parts[0] === 'lich') return 'neutral';
    if (parts.length === 1) return 'home';
    const [, folder, name] = parts;
    if (folder === 'a-z') return 'a-z';
    if (folder === 'chu-de') return name === undefined ? 'topics' : 'topic';
    if (kinds.has(folder)) return name === undefined || /^trang-\d+$/.test(name) ? 'section' : kinds.get(folder);
    // An entry at the root of the site has no section to say what it is.
    return 'page';
  };
}
