// Which fonts a page fetches: its own and no other. The names of other languages stand on every page, in letters that old
// phones lack; if each fetched its font, a Vietnamese page would weigh twice as much.

const FONT = /\/assets\/fonts\/([^/?#]+)\.woff2$/;

/** Judges the requests of a page that is open; `requests` are all that it made so far. */
export async function judgeFonts(page, requests, say) {
  const named = await page.evaluate(() => document.fonts.ready.then(() => document.documentElement.dataset.font ?? ''));
  const fetched = new Set(requests.flatMap(to => decodeURI(to).match(FONT)?.[1] ?? []));
  for (const font of fetched) {
    if (font !== named) say(`fetches ${font}${named ? ` beside ${named}` : ', and its language needs none'}`);
  }
  if (named && !fetched.has(named)) say(`names ${named} and does not fetch it`);
}
