// What is measured on a page that is shown. Every function here is sent into the browser as it stands: it may use nothing from
// outside itself.

/** What a finger has to hit and cannot: buttons, menus, the call bar, the way out and the links of a menu need `least` pixels. */
export function readTargets(least) {
  const name = element => element.localName + (element.id ? `#${element.id}` : '') + [...element.classList].map(c => `.${c}`).join('');
  // A number in a sentence is as high as its line.
  const inSentence = link => link.localName === 'a' && !link.closest('nav') && link.parentElement.textContent.trim().length > link.textContent.trim().length
    && getComputedStyle(link).display.startsWith('inline');
  const faults = [];
  let measured = 0;
  for (const element of document.querySelectorAll('button,summary,select,[role=button],input:not([type=hidden]),nav a,a[href^="tel:"],audio[controls]')) {
    const room = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || !room.width || inSentence(element)) continue;
    measured += 1;
    const around = element.closest('nav,header,footer,search,aside,main');
    const what = `${around && around !== element ? `${around.localName} ` : ''}${name(element)}`;
    if (room.height < least - 0.5) faults.push(`${what} is ${Math.round(room.height)} px high`);
    else if (room.width < least - 0.5) faults.push(`${what} is ${Math.round(room.width)} px wide`);
  }
  return { measured, faults: [...new Map(faults.map(words => [words.replace(/\d+ px/, ''), words])).values()] };
}

/** Lines that stand too close: the highest and the deepest letters of the language would touch those of the next line. */
export function readLines() {
  // Marks on marks, a horn with a mark, a letter below the line; subscripts two deep below a vowel above; vowels on both sides.
  const HARD = [['vi', 'ẪỘỮẰẵộữỹgy'], ['km', 'ស្ត្រីញ្ញុំក្រៅខ្ញុំសិទ្ធិ'], ['blt', 'ꪀꪲꪀꪳꪀꪴꪹꪀꪸꪼꪕꪒꪾ'], ['lo', 'ກີ່ຊູ້ນ້ຳຫຼູ່'], ['', 'ẪỘỮẵg']];
  const pen = document.createElement('canvas').getContext('2d');
  const name = element => element.localName + [...element.classList].map(c => `.${c}`).join('');
  const seen = new Set();
  const faults = [];
  for (const element of document.body.querySelectorAll('*')) {
    const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || element.closest('svg,.pre') || !element.checkVisibility()) continue;
    const lang = element.closest('[lang]')?.lang.toLowerCase().split('-')[0] ?? '';
    const style = getComputedStyle(element);
    const key = `${lang}|${style.font}|${/\p{L}/u.test(element.textContent)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    // Digits have neither marks nor tails.
    const own = element.textContent.trim();
    const ink = pen.measureText(/\p{L}/u.test(own) ? (HARD.find(([of]) => of === lang) ?? HARD.at(-1))[1] : own);
    const high = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
    // What the browser sets by the font itself is `normal`. The deepest letter above the highest may touch it by a hair.
    const line = parseFloat(style.lineHeight);
    if (line < high * 0.95 - 1) faults.push(`${element.closest('nav,header,footer,search,aside,main')?.localName ?? 'body'} ${name(element)} in ${lang || 'no language'}: lines of ${Math.round(line)} px for letters of ${Math.round(high)} px`);
  }
  return { measured: seen.size, faults: [...new Set(faults)] };
}

/** Words that cannot be read in the colours that the reader has forced on the page: `least` is the contrast asked for. */
export function readForced(least) {
  const light = colour => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const faults = [];
  let measured = 0;
  for (const element of document.body.querySelectorAll('*')) {
    const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || element.closest('svg,.pre') || !element.checkVisibility()) continue;
    let under = element;
    while (under.parentElement && / 0\)$/.test(getComputedStyle(under).backgroundColor)) under = under.parentElement;
    const [one, other] = [getComputedStyle(element).color, getComputedStyle(under).backgroundColor].map(light).sort((one, other) => other - one);
    measured += 1;
    if (one / other < least) faults.push(`${element.localName}${[...element.classList].map(c => `.${c}`).join('')} has a contrast of ${(one / other).toFixed(1)}`);
  }
  return { measured, faults: [...new Set(faults)] };
}

/** Where the keyboard is: whether it shows, and whether anything lies over it. `undefined` at the end of the page. */
export function readFocus() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const name = element.localName + (element.id ? `#${element.id}` : '') + [...element.classList].map(c => `.${c}`).join('');
  globalThis.loaWalked ??= new Map();
  if (globalThis.loaWalked.has(element)) return undefined;
  globalThis.loaWalked.set(element, true);
  const style = getComputedStyle(element);
  const faults = [];
  const ring = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
  if (!(ring >= 3) || style.outlineColor === 'rgba(0, 0, 0, 0)') faults.push(`has an outline of ${ring} px`);
  // A link that breaks over lines is what its pieces are. What is higher than the room between the bars cannot be seen whole.
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const most = innerHeight - [scrollPaddingTop, scrollPaddingBottom].reduce((sum, bar) => sum + (parseFloat(bar) || 0), 0);
  const pieces = [...element.getClientRects()].filter(room => room.width > 4 && room.height > 4 && room.height < most);
  if (![...element.getClientRects()].some(room => room.width > 4)) faults.push('has no size');
  for (const room of pieces) {
    for (const [x, y] of [[room.left + 3, room.top + 3], [room.right - 3, room.top + 3], [(room.left + room.right) / 2, (room.top + room.bottom) / 2], [room.left + 3, room.bottom - 3], [room.right - 3, room.bottom - 3]]) {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) {
        faults.push('stands outside the window');
        continue;
      }
      const top = document.elementFromPoint(x, y);
      const fixed = top && !element.contains(top) && !top.contains(element) ? [top, ...ancestors(top)].find(each => ['fixed', 'sticky'].includes(getComputedStyle(each).position)) : undefined;
      if (fixed) faults.push(`is covered by ${fixed.localName}${[...fixed.classList].map(c => `.${c}`).join('')}`);
    }
  }
  function ancestors(of) {
    const all = [];
    for (let each = of.parentElement; each; each = each.parentElement) all.push(each);
    return all;
  }
  return { name, faults: [...new Set(faults)] };
}

/** What the keyboard never reached on its walk. */
export function readUnreached() {
  return [...document.querySelectorAll('a[href],button,summary,input,select,textarea,audio[controls],video[controls]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !globalThis.loaWalked?.has(element) && element.tabIndex >= 0)
    .map(element => element.localName + [...element.classList].map(c => `.${c}`).join(''));
}

/** What of the screen is still there on paper, though paper has no use for it. */
export function readPaper() {
  return [...new Set([...document.querySelectorAll('nav,summary,button,search,input,select,audio,video,[role=button]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 1)
    .map(element => element.localName + [...element.classList].map(c => `.${c}`).join('')))];
}

/** Counts from the first moment on how much the page moves under the reader's eyes: put in before anything of the page. */
export function countShifts() {
  globalThis.loaShifts = [];
  const name = node => (node?.nodeType === 1 ? node.localName + [...node.classList].map(c => `.${c}`).join('') : node?.parentElement?.localName ?? '');
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) globalThis.loaShifts.push({ value: entry.value, what: [...new Set(entry.sources.map(source => name(source.node)))].slice(0, 3).join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
