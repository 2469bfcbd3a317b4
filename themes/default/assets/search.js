// Finds pages without a server. Keys are made as in src/base/text/search: the fixtures run against both.
(() => {
  'use strict';
  const box = document.getElementById('loa-search');
  const list = document.getElementById('loa-results');
  const [found, none] = box.closest('search').querySelectorAll('[role=status] > *');
  const root = box.dataset.root;
  const MOST = 20;

  // Keys.
  const SPACED = '\\0-\\u0DFF\\u10A0-\\u10FF\\u1200-\\u139F\\u1E00-\\u2DFF\\uA640-\\uA7FF\\uAB30-\\uAB6F';
  const KHMER = '\\u1780-\\u17DD';
  const UNIT = /\P{M}(?:\u17D2\P{M}|\p{M})*|\p{M}+/gu;
  const CHUNK = /[\p{Alphabetic}\p{N}\p{M}]+/gu;
  const RUN = new RegExp(`[${SPACED}]+|[${KHMER}][${KHMER}\\u0300-\\u036F]*|(?:[^${SPACED}${KHMER}]|[\\u0300-\\u036F])+`, 'gu');
  const TONES = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };
  const SHAPES = { 'đ': 'd', '\u0302': 'a', '\u0306': 'b', '\u031B': 'w' };
  const isDigit = c => /\p{Nd}/u.test(c);
  // The ten digits of a script begin at a code that ends in 0 or 6.
  const digit = c => {
    const code = c.codePointAt(), start = code & ~15;
    return code - start - (isDigit(String.fromCodePoint(start)) ? 0 : 6);
  };
  const prepare = text => text.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u17B4\u17B5]/g, '')
    .normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, digit).toLowerCase();
  const bare = word => word.normalize('NFKD').replace(/[\u0300-\u036F]/g, '').toLowerCase().replace(/[đðɖɗ]/g, 'd').replace(/[ƀɓ]/g, 'b');
  const marks = word => {
    let shapes = '', tones = '';
    for (const c of word.normalize('NFD')) {
      if (TONES[c]) tones += TONES[c];
      else shapes += SHAPES[c] ?? (/[ðɖɗƀɓ]|\p{M}/u.test(c) ? 'o' : '');
    }
    return shapes.replace(/w+/g, 'w') + tones;
  };
  const shapes = marks => marks.replace(/[fsrxj]+$/, '');
  const once = (text, marks) => [...text].filter(c => marks.test(c)).sort().filter((c, at, all) => c !== all[at - 1]).join('');
  const syllables = run => run.replace(/[\u17A3\u17A4]/g, c => c < '\u17A4' ? '\u17A2' : '\u17A2\u17B6').replace(/\u17D2\u178A/g, '\u17D2\u178F')
    .replace(/\u17D2(?![\u1780-\u17B3])/g, '')
    .match(/[^\u17D2\u17B6-\u17D1\u17D3\u17DD]?(?:\u17D2.|[\u17B6-\u17D1\u17D3\u17DD])*/gu).filter(Boolean).map(syllable => {
      const below = [];
      const rest = syllable.replace(/\u17D2./g, pair => (below.push(pair), ''));
      const base = rest.match(/^[^\u17B6-\u17D1\u17D3\u17DD]?/u)[0];
      const vowels = rest.replace(/[^\u17B6-\u17C5]/g, '').replace('\u17C1\u17B6', '\u17C4').replace(/\u17C1\u17B8|\u17B8\u17C1/, '\u17BE').replace(/(.)\1+/g, '$1');
      below.sort((a, b) => (a[1] === '\u179A') - (b[1] === '\u179A'));
      return base + below.join('') + rest.replace(/[^\u17C9\u17CA]/g, '').replace(/(.)\1+/g, '$1') + vowels + once(rest, /[\u17C6-\u17C8\u17CB-\u17D1\u17D3\u17DD]/);
    });
  const hash = text => {
    let sum = 0x811C9DC5;
    for (const c of text) sum = Math.imul(sum ^ c.codePointAt(), 0x01000193);
    return sum >>> 0;
  };
  const tokens = text => (prepare(text).match(CHUNK) ?? []).flatMap(chunk => chunk.match(RUN)).flatMap(run => {
    if (new RegExp(`^[${SPACED}]`).test(run)) return [...run].length > 40 ? [] : [{ word: run, bare: bare(run), marks: marks(run) }];
    const units = new RegExp(`^[${KHMER}]`).test(run) ? syllables(run) : run.match(UNIT);
    return units.length < 2 ? units.map(pair => ({ pair })) : units.slice(1).map((unit, at) => ({ pair: units[at] + unit }));
  });
  // Telex (dduwowngf) or VNI (d9uo7ng2) that no keyboard made letters of.
  const untyped = word => {
    let kept = '', tone = '';
    let rest = word.replace(/dd|aa|ee|oo|[uoa]w/g, two => (kept += two === 'dd' ? 'd' : two === 'aw' ? 'b' : two[1] === 'w' ? 'w' : 'a', two[0]))
      .replace(/^w|w/g, () => (kept += 'w', 'u'))
      .replace(/[6-9]/g, one => (kept += 'awbd'[one - 6], ''));
    rest = rest.replace(/^([^aeiouy]*[aeiouy].*?)([fsrxj1-5])/, (_, before, one) => (tone = one > '9' ? one : 'sfrxj'[one - 1], before));
    return { bare: rest, marks: [...kept].sort((a, b) => (b === 'd') - (a === 'd')).join('').replace(/w+/g, 'w') + tone };
  };
  // One letter more, less, other, or changed with its neighbour.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let from = 0, end = 0;
    while (from < a.length && a[from] === b[from]) from++;
    while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
    const x = a.slice(from, a.length - end), y = b.slice(from, b.length - end);
    return x.length < 2 && y.length < 2 || x.length === 2 && x === y[1] + y[0];
  };

  // Each file calls loaS; the element that it came by keeps what it brought.
  window.loaS = (_, value) => { document.currentScript.loa = value; };
  const files = {};
  const load = path => files[path] ??= new Promise(done => {
    const script = document.createElement('script');
    script.onload = script.onerror = () => done(script.loa);
    script.src = root + path;
    document.head.append(script);
  });
  const number = (text, ends, more, last) => {
    let value = 0;
    for (const c of text.slice(0, -1)) value = value * more + ends(c) + 1;
    return value * last + ends(text.at(-1), 1);
  };
  const count = text => 1 + number(text, (c, end) => (end ? "!#$%&'()*+,-./:;<=>?" : '@[]^_`{|}~').indexOf(c), 10, 20);
  const sign = c => (c = c.charCodeAt() - 35, c > 57 ? c - 1 : c);
  const value = text => number(text, (c, end) => sign(c) - (end ? 0 : 64), 26, 64);
  const COUNT = "[@[\\]^_`{|}~]*[!#$%&'()*+,\\-./:;<=>?]";
  const VALUE = /[d-~]*[#-c]/g;

  // The index of a language.
  const open = async language => {
    const [lang, dir = 'ltr'] = language.split(':');
    const folder = `${lang.toLowerCase()}/tim/`;
    const raw = await load(`${folder}docs.js`);
    if (!raw) return;
    const docs = raw.d.split('\n').map(line => {
      const [at, title, text, own] = line.split('\t');
      return { at, title, text, own };
    });
    const items = [], words = new Map(), pairs = new Map();
    let before = '';
    for (const [, shared, rest, forms] of raw.w.matchAll(new RegExp(`([A-Z])([^A-Z@[\\]^_\`{|}~!#$%&'()*+,\\-./:;<=>?]*)((?:${COUNT}[a-z]*)+)`, 'gu'))) {
      before = [...before].slice(0, shared.charCodeAt() - 65).join('') + rest;
      const spellings = [...forms.matchAll(new RegExp(`(${COUNT})([a-z]*)`, 'g'))].map(([, size, marks]) => ({ marks, size: count(size) }));
      const item = { bare: before, spellings, most: Math.max(...spellings.map(one => one.size)) };
      words.set(before, item);
      items.push(item);
    }
    let next = 0;
    for (const [, gap, size] of raw.g.matchAll(new RegExp(`([d-~]*[#-c])(${COUNT})`, 'g'))) {
      next += value(gap);
      const item = { spellings: [{ marks: '', size: count(size) }], most: count(size), pair: true };
      pairs.set(next++, item);
      items.push(item);
    }
    items.sort((a, b) => b.most - a.most);
    const cut = (text, items) => {
      const numbers = text.match(VALUE) ?? [];
      let at = 0;
      for (const item of items) {
        for (const spelling of item.spellings) {
          const spots = !item.pair && (docs.length < 65 || spelling.size * 4 <= docs.length);
          let page = 0;
          spelling.pages = numbers.slice(at, at += spelling.size).map(text => {
            const gap = value(text);
            page += spots ? gap >> 2 : gap;
            return [page++, spots ? gap & 3 : -1];
          });
        }
      }
    };
    if (raw.p !== undefined) cut(raw.p, items);
    let first = 0;
    const shards = (raw.s ?? []).map((size, at) => {
      const own = items.slice(first, first += size);
      const shard = { path: `${folder}s-${at.toString(16)}.js`, own };
      for (const item of own) item.shard = shard;
      return shard;
    });
    const fetch = async items => {
      await Promise.all([...new Set(items.map(item => item.shard))].map(async shard => {
        if (!shard || shard.ready) return;
        const text = await load(shard.path);
        if (!shard.ready && text) cut(text, shard.own);
        shard.ready = true;
      }));
    };
    // Pairs of letters have even numbers, pairs of words odd ones.
    const pair = (text, odd) => pairs.get(((hash(text) & ~1 | odd) >>> 0) % raw.m);
    return { lang, dir, docs, words, pair, fetch, sections: new Map(docs.map(doc => [doc.at, doc])) };
  };
  const indexes = {};

  // What fits a word, and what it is worth.
  const frequent = (items, worth, most) => items.sort((a, b) => b.most - a.most).slice(0, most).map(item => ({ item, worth: () => worth }));
  const fits = (index, token, isLast, loose) => {
    if (token.pair) {
      const item = index.pair(token.pair, 0);
      return item ? [{ item, worth: () => 1 }] : [];
    }
    const all = [...index.words.values()];
    const own = (bare, marks) => {
      const item = index.words.get(bare);
      const worth = spelling => spelling === marks ? 1 : !marks ? 0.9 : shapes(spelling) === shapes(marks) ? 0.7 : 0.4;
      return item ? [{ item, worth }] : [];
    };
    const result = own(token.bare, token.marks);
    if (isLast) result.push(...frequent(all.filter(item => item.bare !== token.bare && item.bare.startsWith(token.bare)), 0.3, 8));
    if (!result.length) {
      const meant = untyped(token.word);
      result.push(...own(meant.bare, meant.marks));
    }
    if ((loose || !result.length) && /^\p{L}{4,}$/u.test(token.bare)) result.push(...frequent(all.filter(item => item.bare !== token.bare && near(item.bare, token.bare)), 0.25, 8));
    return result;
  };

  // All words first, then what they are worth.
  const search = async (index, query, isOpen, loose) => {
    const wanted = query.map((token, at) => fits(index, token, isOpen && at === query.length - 1, loose));
    const joined = query.slice(1).map((token, at) => token.pair || query[at].pair ? undefined : index.pair(`${query[at].bare} ${token.bare}`, 1));
    await index.fetch([...wanted.flat().map(fit => fit.item), ...joined.filter(Boolean)]);
    const scores = new Map();
    wanted.forEach((fitting, at) => {
      const best = new Map();
      for (const { item, worth } of fitting) {
        for (const spelling of item.spellings) {
          const rare = Math.log(2 + index.docs.length / spelling.size);
          for (const [page, spot] of spelling.pages ?? []) {
            const now = worth(spelling.marks) * rare * (spot ? 1 : 1.6);
            if (!(best.get(page)?.now >= now)) best.set(page, { now, spot });
          }
        }
      }
      for (const [page, { now, spot }] of best) {
        const score = scores.get(page) ?? { page, words: 0, sum: 0 };
        // Near words.
        if (spot > 0 && score.spot === spot) score.sum++;
        Object.assign(score, { words: score.words + 1, sum: score.sum + now, spot });
        scores.set(page, score);
      }
    });
    for (const item of joined) for (const [page] of item?.spellings[0].pages ?? []) if (scores.has(page)) scores.get(page).sum += 1.5;
    // A single letter is in no pair.
    if (!scores.size && query.every(token => token.pair)) {
      index.docs.forEach((doc, page) => {
        if (query.every(token => prepare(doc.title).includes(token.pair))) scores.set(page, { page, words: query.length, sum: 0 });
      });
    }
    const all = [...scores.values()];
    const most = all.reduce((most, one) => Math.max(most, one.words), 0);
    const enough = Math.max(most === query.length ? query.length * 0.6 : query.every(token => token.pair) ? query.length * 0.5 : 1, most * 0.6);
    const results = all.filter(one => one.words >= enough);
    for (const one of results) one.sum += 2 * titled(index.docs[one.page], query);
    results.sort((a, b) => b.words - a.words || b.sum - a.sum || a.page - b.page);
    if (most < query.length && !loose) {
      const wider = await search(index, query, isOpen, true);
      if (wider.most > most) return wider;
    }
    return { index, most, results };
  };
  const titled = (doc, query) => {
    doc.tokens ??= tokens(doc.title);
    let sum = 0, last = -2;
    for (const token of query) {
      const at = doc.tokens.findIndex((one, at) => at > last && (token.pair ? one.pair === token.pair : one.bare === token.bare));
      if (at >= 0) sum += (doc.tokens[at].marks === token.marks ? 2 : 1) + (at === last + 1 ? 2 : 0);
      if (at >= 0) last = at;
    }
    return sum + sum / (1 + doc.tokens.length);
  };

  const element = (name, inside, attributes = {}) => Object.assign(document.createElement(name), attributes).appendChild(document.createTextNode(inside)).parentNode;
  const marked = (name, text, query) => {
    const node = element(name, '');
    const hits = one => one && query.some(token => token.pair ? token.pair === one.pair
      : (!token.marks || token.marks === one.marks) && (one.bare === token.bare || token.bare.length > 1 && token === query.at(-1) && one.bare?.startsWith(token.bare)));
    for (const part of text.split(/([\p{Alphabetic}\p{N}\p{M}\u200B-\u200D]+)/u)) {
      const own = tokens(part), units = part.match(UNIT);
      if (own[0]?.pair && units.length === own.length + 1) node.append(...units.map((unit, at) => hits(own[at - 1]) || hits(own[at]) ? element('mark', unit) : unit));
      else node.append(own.some(hits) ? element('mark', part) : part);
    }
    return node;
  };
  const show = (results, total, query) => {
    list.replaceChildren(...results.map(({ index, doc }) => {
      const item = element('li', '', { lang: index.lang, dir: index.dir });
      const link = marked('a', doc.title, query);
      link.href = `${root}${box.dataset.folder}/${doc.at ? `${doc.at}/` : ''}index.html`;
      if (doc.own) link.lang = doc.own;
      item.append(link);
      const section = doc.at.includes('/') && index.sections.get(doc.at.split('/')[0]);
      if (section) item.append(' ', element('small', section.title, section.own ? { lang: section.own } : {}));
      if (doc.text) item.append(marked('p', doc.text, query));
      return item;
    }));
    // Said when somebody stops typing, not with each letter.
    clearTimeout(pause);
    pause = setTimeout(() => {
      found.hidden = !total;
      found.lastElementChild.textContent = total > MOST ? `${MOST}+` : total;
      none.hidden = total !== 0;
    }, total === undefined ? 0 : 600);
  };
  let turn = 0, pause;
  const answer = async () => {
    const mine = ++turn;
    const text = box.value;
    const address = new URL(location);
    if (text.trim()) address.searchParams.set('q', text.trim());
    else address.searchParams.delete('q');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
    const query = tokens(text).filter((one, at, all) => at === all.findIndex(other => (one.word ?? one.pair) === (other.word ?? other.pair))).slice(0, 12);
    const opened = (await Promise.all(box.dataset.in.split(' ').map(language => indexes[language] ??= open(language)))).filter(Boolean);
    if (mine !== turn) return;
    if (!query.length) return show([], undefined, query);
    const answers = await Promise.all(opened.map(index => search(index, query, !/\s$/.test(text))));
    if (mine !== turn) return;
    // The reader's own language first, unless only another one has all words.
    const seen = new Set();
    const best = Math.max(...answers.map(one => one.most));
    const results = answers.filter(one => one.most > best * 0.6).sort((a, b) => b.most - a.most)
      .flatMap(({ index, results }) => results.map(one => ({ index, doc: index.docs[one.page] })))
      .filter(({ doc }) => !seen.has(doc.at) && seen.add(doc.at));
    show(results.slice(0, MOST), results.length, query);
  };
  box.addEventListener('input', answer);
  box.closest('search').addEventListener('keydown', event => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links.length && !event.isComposing) (links[Math.min(at + step, links.length - 1)] ?? box).focus();
    else if (event.key === 'Enter' && at < 0 && links.length && !event.isComposing) links[0].click();
    else if (event.key === 'Escape') {
      box.value = '';
      box.focus();
      answer();
    } else return;
    event.preventDefault();
  });
  window.loaKeys = { tokens, untyped, near, hash };
  answer();
})();
