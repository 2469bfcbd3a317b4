// Which fonts a page fetches: those of what is seen on it and no other. The names of other languages stand in the menu of
// every page, in letters that old phones lack; if each fetched its font, a Vietnamese page would weigh twice as much.

const FONT = /\/assets\/fonts\/([^/?#]+)\.woff2$/;

/** Judges the requests of a page that is open; `requests` are all that it made so far. */
export async function judgeFonts(page, requests, say) {
  const named = await page.evaluate(() => document.fonts.ready.then(() =>
    [...document.querySelectorAll('[data-font]')].filter((seen) => seen.checkVisibility()).map((seen) => seen.dataset.font)));
  const fetched = new Set(requests.flatMap(to => decodeURI(to).match(FONT)?.[1] ?? []));
  for (const font of fetched) {
    if (!named.includes(font)) say(`fetches ${font}${named.length ? ` beside ${named}` : ', and nothing on it needs one'}`);
  }
  for (const font of new Set(named)) if (!fetched.has(font)) say(`names ${font} and does not fetch it`);
}
