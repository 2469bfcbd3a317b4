// What a page says to machines: nothing that it does not show to people, and a card that can be shared.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// As the design says: what messengers show beside a link, and what it may weigh.
const CARD = { width: 1200, height: 630, bytes: 60 * 1024 };
const PNG = '89504e470d0a1a0a';

const plain = text => text.normalize('NFC').replace(/[\s\u00A0]+/g, ' ').trim();

/** Judges the data blocks and the card of a page. Gives how many values and cards were looked at. */
export async function judgeSaid(tree, found, say) {
  const canonical = found.links.find(link => link.rel === 'canonical')?.to;
  // A page that stands in for a translation names its original: the longest end of the address that is a page of the tree.
  const parts = canonical?.split('/') ?? [];
  const named = parts.map((_, at) => parts.slice(at).join('/')).find(end => tree.files.has(end));
  const base = named && canonical.slice(0, -named.length);
  const shown = plain(found.shown);
  const addresses = new Set(found.links.flatMap(({ to }) => (URL.canParse(to, canonical) ? [to, new URL(to, canonical).href] : [to])));
  Object.values(found.card).forEach(value => addresses.add(value));
  let values = 0;
  for (const block of found.data) {
    let said;
    try {
      said = JSON.parse(block);
    } catch {
      say('data', 'a data block that is no JSON');
      continue;
    }
    for (const [key, value] of stringsOf(said)) {
      values += 1;
      const isShown = shown.includes(plain(value)) || addresses.has(value) || found.days.includes(value) || found.tags.includes(value)
        || (value.startsWith('https://schema.org/') || value.startsWith('tel:') && addresses.has(value));
      if (!isShown) say('data', `${key} says what the page does not show: "${value.slice(0, 80)}"`);
    }
  }
  const card = found.card['og:image'];
  if (!card) return { values, cards: 0 };
  const name = base && card.startsWith(base) ? decodeURIComponent(card.slice(base.length)) : undefined;
  if (!name || !tree.files.has(name)) say('cards', `og:image is not in the tree: ${card}`);
  else {
    const bytes = await readFile(join(tree.folder, name));
    const [width, height] = bytes.length > 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [];
    if (bytes.toString('hex', 0, 8) !== PNG) say('cards', `${name} is no PNG`);
    else if (width !== CARD.width || height !== CARD.height) say('cards', `${name} is ${width} x ${height}, not ${CARD.width} x ${CARD.height}`);
    if (bytes.length > CARD.bytes) say('cards', `${name} weighs ${Math.round(bytes.length / 1024)} KiB, more than ${CARD.bytes / 1024}`);
  }
  return { values, cards: 1 };
}

/** The strings of a data block with the keys that they stand under; what names the vocabulary is no value. */
function stringsOf(said, key = '') {
  if (typeof said === 'string') return /^@(context|type)$/.test(key) ? [] : [[key, said]];
  if (said === null || typeof said !== 'object') return [];
  return Object.entries(said).flatMap(([name, value]) => stringsOf(value, Array.isArray(said) ? key : name));
}
