// What is asked of a page. Every function here is sent into the browser as it stands: it may use nothing from outside itself.

/** The facts of a page that can be read from its bytes alone. */
export function readPage(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const links = [];
  for (const element of page.querySelectorAll('*')) {
    const tag = element.localName;
    for (const attribute of ['href', 'xlink:href', 'src', 'poster', 'data', 'srcset', 'imagesrcset']) {
      const value = element.getAttribute(attribute);
      if (value === null) continue;
      const each = attribute.endsWith('srcset') ? value.split(',').map(part => part.trim().split(/\s+/)[0]) : [value.trim()];
      for (const to of each) links.push({ tag, rel: element.getAttribute('rel') ?? '', to });
    }
  }
  const refresh = page.querySelector('meta[http-equiv=refresh i]')?.content.match(/url=(.*)$/i)?.[1];
  if (refresh !== undefined) links.push({ tag: 'a', rel: 'refresh', to: refresh });

  // What a folder on a stick or the policy `default-src 'self'` forbids, whether or not this browser minds it today.
  const forbidden = [
    'style', '[style]', 'script:not([src]):not([type="application/ld+json"])', 'script[type=module]', 'form', 'base', 'iframe',
    'object', 'embed', '[crossorigin]', '[integrity]', 'track', 'link[rel~=preload]', 'link[rel~=modulepreload]',
  ].filter(selector => page.querySelector(selector));
  const handlers = [...page.querySelectorAll('*')].flatMap(element => element.getAttributeNames().filter(name => /^on/i.test(name)));

  const features = new Set();
  for (const element of page.body.querySelectorAll('*')) {
    if (element.closest('svg') && element.localName !== 'svg') continue;
    features.add(element.localName);
    element.classList.forEach(name => features.add(`.${name}`));
  }
  // How many characters the page's own part holds, and how many of them are in the language of the edition.
  const words = { all: 0, own: 0 };
  const walker = page.createTreeWalker(page.querySelector('main') ?? page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { length } = walker.currentNode.data.trim();
    words.all += length;
    if (walker.currentNode.parentElement.closest('[lang]')?.lang === page.documentElement.lang) words.own += length;
  }
  return {
    links,
    words,
    data: [...page.querySelectorAll('script[type="application/ld+json"]')].map(block => block.textContent),
    shown: [...page.body.children].filter(element => element.localName !== 'script').map(element => element.textContent).join(' '),
    days: [...page.querySelectorAll('time[datetime]')].map(day => day.getAttribute('datetime')),
    tags: [...page.querySelectorAll('[lang],[hreflang]')].flatMap(element => [element.getAttribute('lang'), element.getAttribute('hreflang')]).filter(Boolean),
    card: Object.fromEntries([...page.querySelectorAll('meta[property^="og:"]')].map(meta => [meta.getAttribute('property'), meta.content])),
    ids: [...page.querySelectorAll('[id]')].map(element => element.id),
    lang: page.documentElement.getAttribute('lang') ?? '',
    title: page.title,
    headings: page.querySelectorAll('h1').length,
    wayfinding: ['main', 'nav', 'a.skip', 'a[href^="tel:"]'].filter(selector => !page.querySelector(selector)),
    forbidden: [...forbidden, ...new Set(handlers)],
    redirect: refresh !== undefined,
    pictures: page.querySelectorAll('img,picture,video,audio').length,
    // Laws and plans are as long as they are: the weight of a page that shows a document's data is nobody's fault.
    document: page.querySelector('article dl.data') !== null,
    features: [...features],
  };
}

/** The words a reader can get at, line by line, without the parts that only a script can bring to life. */
export function readText() {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    // The ways to pass a page on are other ones on a disk, under an address and without a script: share.mjs judges them.
    if (around.closest('script,style,template,noscript,search,[role=search],.share')) continue;
    // The inside of a closed <details> counts: one touch opens it, with or without a script.
    const shown = around.checkVisibility() || around.closest('details:not([open])')?.checkVisibility();
    const words = walker.currentNode.data.trim().replace(/\s+/g, ' ');
    if (shown && words) lines.push(words);
  }
  return lines;
}

/** Whether the page is wider than the window, and which part of it is cut off. */
export function readWidth() {
  const room = document.documentElement.clientWidth;
  const wide = document.scrollingElement.scrollWidth > room;
  const name = element => element.localName + (element.id ? `#${element.id}` : '') + [...element.classList].map(c => `.${c}`).join('');
  const faults = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg,.pre') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (wide && element.getBoundingClientRect().right > room + 1 && !element.children.length) faults.push(`${name(element)} sticks out`);
    const clips = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (clips && cut && element.textContent.trim()) faults.push(`${name(element)} cuts its words`);
  }
  return wide && !faults.length ? ['the page scrolls sideways'] : [...new Set(faults)].slice(0, 3);
}
