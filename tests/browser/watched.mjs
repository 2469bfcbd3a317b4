// Pages of the browser that report whatever goes wrong on them.

/** A portal puts us at least this deep, and never where we would like; unless the tree knows where it lies. */
export const ANYWHERE = '/a/b/';
// Generous for a machine that does other work meanwhile: a page that takes longer does not load.
export const PATIENCE = 30_000;

/**
 * Opens pages in `browser` that tell `fault(check, page, words)` of foreign requests, failures, errors and dialogs, as of
 * `at.name`: the page that was asked for last. `also` is where a page may ask besides `base`.
 */
export function makeWatched(browser, fault) {
  return async (way, base, more = {}, also = base) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...more });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const at = { name: '', requests: [], page, base };
    const say = (check, words) => fault(check, at.name, `${words} (${way})`);
    // A page that names no icon makes the browser ask the host for its own: 404.html without a base, and the portal.
    const ofHost = to => new URL(to).pathname === '/favicon.ico';
    context.on('request', request => {
      const to = request.url();
      at.requests.push(to);
      if (!to.startsWith(base) && !to.startsWith(also) && !ofHost(to)) say('requests', `foreign: ${to}`);
    });
    context.on('requestfailed', request => {
      const why = request.failure()?.errorText;
      // The next page was asked for while the icon of this one was still on its way.
      if (why !== 'net::ERR_ABORTED') say('requests', `failed: ${request.url()} ${why}`);
    });
    context.on('response', answer => {
      if (answer.status() >= 400 && !ofHost(answer.url())) say('requests', `answered ${answer.status()}: ${answer.url()}`);
    });
    context.on('console', message => {
      if (message.type() === 'error' && !ofHost(message.location().url || base)) say('console', message.text());
    });
    context.on('weberror', error => say('console', `script error: ${error.error()}`));
    page.on('popup', () => say('dialogs', 'a window opened'));
    page.on('dialog', async dialog => {
      say('dialogs', `${dialog.type()}: ${dialog.message()}`);
      await dialog.dismiss();
    });
    return at;
  };
}

/** Shows `page` of the tree on a watched page. */
export async function go(at, page, url = at.base + encodeURI(page)) {
  at.name = page;
  at.requests = [];
  await at.page.goto(url, { waitUntil: 'load', timeout: PATIENCE });
}
