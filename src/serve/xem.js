// Keeps a page of the preview as it is on disk, and the reader where he is: scroll, focus, what was typed or opened, sound that
// plays. Only what differs between the page as it came and the page as it is now is changed; what other scripts and the reader
// did meanwhile is in neither and stays. No word stands here: they come from loa with the first message.
(() => {
  'use strict';
  const pathOf = address => decodeURIComponent(address.pathname).slice(1) || 'index.html';
  const here = pathOf(location);
  const isBoard = here.startsWith('_loa/');
  const loading = performance.getEntriesByType('navigation')[0];
  let isMissing = loading?.responseStatus === 404;
  // The run of loa and the step that the page came from; unknown where a browser does not tell.
  let known = loading?.serverTiming?.find(({ name }) => name === 'loa')?.description;

  // The page as it came, in a document of its own that loads nothing; each of its nodes knows its twin on the screen. This
  // script is the first in the page, so no other has touched anything yet.
  let base = document.implementation.createHTMLDocument('').importNode(document.documentElement, true);
  const twins = new WeakMap();
  const walk = (a, b, each) => {
    each(a, b);
    for (a = a.firstChild, b = b.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) walk(a, b, each);
  };
  walk(base, document.documentElement, (source, live) => twins.set(source, live));

  // Changes the twin of `old` until it is what `now` says, which takes the place of `old`.
  const patch = (old, now) => {
    const live = twins.get(old);
    // Where scripts run, a browser reads what is for those without them as one text, and a parser of ours does not.
    if (old.nodeName === 'NOSCRIPT') return twins.set(now, live);
    if (old.isEqualNode(now)) return walk(old, now, (a, b) => twins.set(b, twins.get(a)));
    twins.set(now, live);
    if (old.nodeType !== Node.ELEMENT_NODE) return live.data = now.data;
    for (const { name } of old.attributes) if (!now.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    const kept = match([...old.childNodes], [...now.childNodes]);
    const stays = new Set(kept.values());
    for (const child of old.childNodes) if (!stays.has(child)) twins.get(child).remove();
    let last;
    for (const child of now.childNodes) {
      const from = kept.get(child);
      if (from) {
        patch(from, child);
      } else {
        const made = document.importNode(child, true);
        walk(child, made, (source, live) => twins.set(source, live));
        live.insertBefore(made, last ? last.nextSibling : live.firstChild);
      }
      // A script may have put it elsewhere.
      if (twins.get(child).parentNode === live) last = twins.get(child);
    }
  };

  // Which new node goes on in the place of which old one. Equal ones first: from both ends, then the longest common row of
  // what is between (an element counts more than a line end); then those of the same name and id, in order.
  const match = (olds, news) => {
    const kept = new Map();
    let from = 0, end = olds.length, newEnd = news.length;
    while (from < end && from < newEnd && olds[from].isEqualNode(news[from])) kept.set(news[from], olds[from++]);
    while (end > from && newEnd > from && olds[end - 1].isEqualNode(news[newEnd - 1])) kept.set(news[--newEnd], olds[--end]);
    const a = olds.slice(from, end), b = news.slice(from, newEnd);
    const alike = (a, b) => {
      for (const now of b) {
        const at = a.findIndex(old => old.nodeName === now.nodeName && old.id === now.id);
        if (at >= 0) kept.set(now, a.splice(0, at + 1)[at]);
      }
    };
    let i = 0, j = 0;
    for (const [x, y] of common(a, b)) {
      alike(a.slice(i, x), b.slice(j, y));
      kept.set(b[y], a[x]);
      [i, j] = [x + 1, y + 1];
    }
    alike(a.slice(i), b.slice(j));
    return kept;
  };
  const MOST = 1_000_000;
  const common = (a, b) => {
    const width = b.length + 1;
    // A table of a thousand rows that are all new is not worth a second.
    if (!a.length || !b.length || a.length * b.length > MOST) return [];
    const key = node => node.nodeType === Node.ELEMENT_NODE ? node.outerHTML : `${node.nodeType} ${node.data}`;
    const weight = node => node.nodeType === Node.ELEMENT_NODE ? 8 : node.data.trim() ? 4 : 1;
    const [left, right] = [a.map(key), b.map(key)];
    const best = new Uint32Array((a.length + 1) * width);
    for (let x = a.length - 1; x >= 0; x--) {
      for (let y = b.length - 1; y >= 0; y--) {
        const both = left[x] === right[y] ? best[(x + 1) * width + y + 1] + weight(a[x]) : 0;
        best[x * width + y] = Math.max(both, best[(x + 1) * width + y], best[x * width + y + 1]);
      }
    }
    const pairs = [];
    for (let x = 0, y = 0; x < a.length && y < b.length;) {
      const now = best[x * width + y];
      if (now === best[(x + 1) * width + y]) x++;
      else if (now === best[x * width + y + 1]) y++;
      else pairs.push([x++, y++]);
    }
    return pairs;
  };

  // Brings the page to what is shown now. True if it is that afterwards.
  let turn = 0;
  const update = async () => {
    const mine = ++turn;
    try {
      const answer = await fetch(location.pathname + location.search);
      const text = await answer.text();
      if (mine !== turn || !answer.headers.get('content-type')?.startsWith('text/html')) return false;
      // The links of a page that has come to be are right at its own address only.
      if (answer.redirected) return location.replace(answer.url);
      if (answer.status === 404 && !isMissing) return say('removed', true);
      isMissing = answer.status === 404;
      say();
      const now = new DOMParser().parseFromString(text, 'text/html').documentElement;
      patch(base, now);
      base = now;
      return true;
    } catch {
      // loa has ended meanwhile; whoever hears of events says so.
      return false;
    }
  };

  // Files beside the page. An address that was never asked for is what makes a browser ask again.
  const isOf = (paths, address) => {
    const at = address && new URL(address, location.href);
    return at && at.origin === location.origin && paths.includes(pathOf(at));
  };
  const fresh = (address, step) => {
    const at = new URL(address, location.href);
    at.searchParams.set('buoc', step);
    return at.href;
  };
  const restyle = step => {
    for (const link of document.querySelectorAll('link[rel~=stylesheet]')) link.href = fresh(link.href, step);
  };
  const refresh = ({ style, files, step }) => {
    if (style.length) restyle(step);
    for (const image of document.images) if (isOf(files, image.src)) image.src = fresh(image.src, step);
    for (const player of document.querySelectorAll('audio, video')) if (player.paused && isOf(files, player.currentSrc)) player.load();
    // What a script did cannot be undone.
    if ([...document.scripts].some(script => isOf(files, script.src)) && !isTyped()) location.reload();
  };
  const isTyped = () => [...document.querySelectorAll('input, textarea')].some(field => field.value !== field.defaultValue);

  // The place of an edit: the first block that holds its words, or as many of them as any block holds.
  const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, figcaption, summary';
  const plain = text => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const blockOf = words => {
    const main = document.querySelector('main') ?? document.body;
    if (!words) return main.querySelector('h1');
    const blocks = [...main.querySelectorAll(BLOCKS)].map(block => ({ block, text: plain(block.textContent) }));
    const all = plain(words).split(' ');
    // Two words stand anywhere.
    for (let some = all; some.length >= Math.min(3, all.length); some = some.slice(0, some.length >> 1)) {
      const holding = blocks.filter(({ text }) => text.includes(some.join(' '))).map(({ block }) => block);
      if (holding.length) return holding.reduce((found, block) => found.contains(block) ? block : found);
    }
  };
  const goTo = words => {
    const block = blockOf(words);
    if (!block) return;
    const { top, bottom } = block.getBoundingClientRect();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (top < 0 || bottom > innerHeight) block.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
    // Nothing moves, nothing is written into the page, and the policy of the page has nothing against it.
    const line = { outline: '3px solid #d97706', outlineOffset: '4px' };
    block.animate([line, line], 2000);
  };
  const KEY = 'loa-follow';
  const follow = ({ page, words }) => {
    if (page === here) return goTo(words);
    // The board is where one looks at everything, a tab behind another is looked at by nobody, and a word that was typed is
    // worth more than the sight of an edit.
    if (isBoard || document.hidden || isTyped()) return;
    sessionStorage.setItem(KEY, JSON.stringify({ page, words }));
    location.assign(`/${page.split('/').map(encodeURIComponent).join('/')}`);
  };
  const arrive = () => {
    const sent = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    if (sent?.page === here) goTo(sent.words);
  };

  // A quiet line at the edge of the page, until something else is to be said.
  const STYLE = `.loa-note { position: fixed; inset: auto 1rem 5rem auto; z-index: 9; max-width: 24rem; padding: .5rem 1rem;
    border: 2px solid; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif } .loa-note:empty { display: none }
    @media print { .loa-note { display: none } }`;
  const note = document.createElement('div');
  note.className = 'loa-note';
  note.setAttribute('role', 'status');
  let words, said;
  const say = (what, withBoard) => {
    said = what;
    note.replaceChildren();
    if (!words || !what) return false;
    note.lang = words.lang;
    note.append(words[what]);
    if (withBoard && !isBoard) note.append(' ', Object.assign(document.createElement('a'), { href: '/_loa/', textContent: words.board }));
    return false;
  };
  const prepare = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(note);
  };

  const hear = async message => {
    words = message.words ?? words;
    if (message.kind === 'gone') return say('stopped');
    const { kind, now, step, touched } = message;
    const isNew = now !== known;
    note.dataset.step = step;
    known = now;
    if (kind === 'begin') {
      if (said === 'stopped') say();
      // What happened while nobody listened is not told again: everything is looked at.
      if (isNew) restyle(step);
      return isNew && update();
    }
    refresh(message);
    if (isBoard || isMissing || touched === 'all' || touched.includes(here)) await update();
    if (message.follow && message.page) follow(message);
  };
  let leave;
  const connect = () => {
    if (!('SharedWorker' in window)) return connectAlone();
    const { port } = new SharedWorker('/_loa/nghe.js');
    port.onmessage = ({ data }) => hear(data);
    leave = () => port.postMessage('leave');
  };
  const connectAlone = () => {
    const script = Object.assign(document.createElement('script'), { src: '/_loa/nghe.js' });
    const turn = () => {
      leave?.();
      leave = document.hidden ? undefined : window.loaListen(hear);
    };
    script.onload = () => {
      turn();
      document.addEventListener('visibilitychange', turn);
    };
    document.head.append(script);
  };
  addEventListener('pagehide', () => leave?.());
  addEventListener('pageshow', event => event.persisted && connect());
  prepare();
  arrive();
  connect();
})();
