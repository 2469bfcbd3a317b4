// Reads the site as a portal serves it: pages, fonts, search and players work, and nothing is complained of.
//
//   node portal.mjs BASE SOUND
//
// SOUND is the path of a recording below BASE; its page lies beside it. Ends with 0 if nothing is wrong.

import { openBrowser } from './browser.mjs';

const [base, sound] = process.argv.slice(2);
const PAGES = ['index.html', 'vi/index.html', 'km/index.html', 'blt-tavt/index.html', 'vi/a-z/index.html', 'vi/quan-tri-cong/index.html', 'lich/index.html'];
// Generous for a machine that does other work meanwhile.
const PATIENCE = 30_000;

const faults = [];
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
context.setDefaultTimeout(PATIENCE);
const page = await context.newPage();
const say = words => faults.push(`${page.url()}: ${words}`);
context.on('console', message => { if (message.type() === 'error') say(message.text()); });
context.on('weberror', error => say(String(error.error())));
context.on('request', request => { if (!request.url().startsWith(base)) say(`foreign: ${request.url()}`); });
context.on('response', answer => { if (answer.status() >= 400) say(`answered ${answer.status()}: ${answer.url()}`); });
try {
  for (const path of [...PAGES, sound.replace(/[^/]*$/, 'index.html')]) {
    await page.goto(base + path);
    await page.evaluate(() => document.fonts.ready);
    if (await page.locator('h1').count() !== 1) say('no heading');
    const styled = await page.evaluate(() => [...document.styleSheets].some(sheet => sheet.cssRules.length > 0));
    if (!styled) say('no style');
    const fonts = await page.evaluate(() => [...document.fonts].filter(font => font.status === 'error').map(font => font.family));
    if (fonts.length) say(`fonts that do not load: ${fonts}`);
  }
  const player = page.locator('audio').first();
  await player.evaluate(element => new Promise((resolve, reject) => {
    element.onloadedmetadata = resolve;
    element.onerror = () => reject(new Error(`the player says ${element.error?.message}`));
    element.preload = 'metadata';
    element.load();
  }));
  await page.goto(`${base}km/index.html`);
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(font => font.status === 'loaded').length;
  });
  if (!loaded) say('no font was loaded');
  await page.goto(`${base}vi/index.html`);
  await page.fill('#loa-search', 'dấu hiệu');
  await page.locator('#loa-results a').first().waitFor();
} catch (error) {
  say(String(error).split('\n')[0]);
}
await browser.close();
faults.forEach(words => console.log(words));
process.exitCode = faults.length ? 1 : 0;
