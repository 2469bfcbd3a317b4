// Shows the words of the page a screen at a time, for a hall: fetched by site.js when the address says #trinh-chieu. The page
// itself stays as it is; what is shown are copies, so that printing prints the page and leaving finds it again.
(() => {
  'use strict';
  const NAME = '#trinh-chieu';
  const page = document.documentElement;
  const main = document.getElementById('loa-main');
  const leave = document.querySelector('nav.leave');
  const LEFT_OUT = 'nav,search,script,template,.side,.share,[hidden]';
  const BEGINS = 'h1,h2,.block';
  const HOLDS = 'main,article,section:not(.block),div:not(.note,.block,.scroll)';
  // These stand with what follows them.
  const LEADS = 'h1,h2,h3,h4,h5,h6,dt,summary,caption,thead,.kind';
  const WHOLE = 'img,svg,audio,video,picture,button,figure,br,hr';
  const OWN_KEYS = 'audio,video,button,summary,input';

  const frame = document.getElementById('loa-screens').content.firstElementChild.cloneNode(true);
  const stage = frame.querySelector('.stage');
  const place = frame.querySelector('[role=status]');
  const [before, after, end] = frame.querySelectorAll('button');
  let screens = [], at = 0;

  // A copy that takes no name away from the page.
  const copy = (node, deep) => {
    const made = node.cloneNode(deep);
    if (made.nodeType !== 1) return made;
    for (const each of [made, ...made.querySelectorAll('*')]) {
      each.removeAttribute('id');
      if (each.localName === 'details') each.open = true;
      if (each !== made && each.matches(LEFT_OUT)) each.remove();
    }
    return made;
  };
  const isSeen = element => !element.matches(LEFT_OUT) && getComputedStyle(element).display !== 'none';

  // Cuts the page into screens.
  const cut = () => {
    let screen, copies, words, part, last;
    const begun = new Set();
    const open = source => {
      screen = stage.appendChild(document.createElement('section'));
      screen.className = 'screen';
      screen.tabIndex = -1;
      copies = new Map();
      words = 0;
      last = undefined;
      if (screens.length) screens[screens.length - 1].screen.hidden = true;
      screens.push({ screen, source });
    };
    const fits = () => screen.scrollHeight <= screen.clientHeight + 1;
    const goOn = (path, source) => {
      const lead = last && last.node.matches(LEADS) && words ? last : undefined;
      if (lead) {
        lead.made.remove();
        words--;
      }
      const isPart = part && part !== source && (!lead || part !== lead.node);
      open(source);
      if (isPart && !path.some(above => above.matches('.block'))) {
        const again = screen.appendChild(document.createElement('p'));
        again.className = 'again';
        again.lang = part.closest('[lang]').lang;
        again.append(...copy(part, true).childNodes);
        if (again.offsetHeight > screen.clientHeight / 4) again.remove();
      }
      if (lead) add(lead.node, lead.path);
    };
    // Where a node goes: inside copies of all that is around it, made as they are needed.
    const inside = (path, child) => path.reduce((outer, original) => {
      if (!copies.has(original)) {
        const made = outer.appendChild(copy(original, false));
        copies.set(original, made);
        if (begun.has(original)) continued(original, made, child);
        begun.add(original);
      }
      return copies.get(original);
    }, screen);
    const continued = (original, made, child) => {
      if (original.matches('.block')) {
        const head = original.firstElementChild;
        if (head && head !== child && head.matches(LEADS)) made.append(copy(head, true));
      } else if (original.matches('table:not(.cells)')) {
        for (const head of original.querySelectorAll('caption,thead')) if (!head.contains(child)) made.append(copy(head, true));
      } else if (original.matches('ol')) {
        const items = [...original.children];
        const done = items.findIndex(item => item.contains(child));
        made.start = original.start + Math.max(done, 0);
        made.style.counterReset = `n ${Math.max(done, 0)}`;
      }
    };
    const add = (node, path, made = copy(node, true)) => {
      inside(path, node).append(made);
      last = node.nodeType === 1 ? { node, path, made } : undefined;
      if (!last || !node.matches(LEADS)) words++;
      return made;
    };
    // Takes back what did not fit, with the empty copies around it.
    const drop = (made, isWord) => {
      let outer = made.parentNode;
      made.remove();
      if (isWord) words--;
      while (outer !== screen && !outer.firstChild) {
        for (const [original, own] of copies) if (own === outer) copies.delete(original);
        const above = outer.parentNode;
        outer.remove();
        outer = above;
      }
    };
    const isFilled = () => words > 0;
    const put = (node, path) => {
      if (node.nodeType === 3) return write(node, path);
      if (node.nodeType !== 1 || !isSeen(node)) return;
      const source = node;
      if (node.matches(BEGINS) && !path.some(above => above.matches('.block'))) {
        if (node.matches('h1') ? words > 3 : isFilled()) open(source);
        part = node.matches('h2') ? node : undefined;
      }
      if (node.matches(HOLDS) && node.firstElementChild) return node.childNodes.forEach(child => put(child, [...path, node]));
      const mark = last;
      let made = add(node, path);
      if (fits()) return;
      const isLead = node.matches(LEADS);
      drop(made, !isLead);
      last = mark;
      if (isFilled()) {
        goOn(path, source);
        const mark = last;
        made = add(node, path);
        if (fits()) return;
        drop(made, !isLead);
        last = mark;
      }
      if (node.matches(WHOLE) || !node.firstChild) {
        if (screen.firstChild) open(source);
        add(node, path);
      } else node.childNodes.forEach(child => put(child, [...path, node]));
    };
    // Words that no screen holds as a whole go on on the next one.
    const write = (node, path) => {
      let rest = node.data;
      if (!rest.trim()) return void (copies.get(path[path.length - 1])?.append(rest));
      while (rest) {
        const pieces = split(rest);
        const made = add(node, path, document.createTextNode(rest));
        if (fits()) return;
        let most = 0, over = pieces.length;
        while (over - most > 1) {
          const half = most + over >> 1;
          made.data = pieces.slice(0, half).join('');
          if (fits()) most = half;
          else over = half;
        }
        if (!most && (words > 1 || screen.textContent !== made.data)) {
          drop(made, true);
          if (isFilled()) goOn(path, node.parentElement);
          else open(node.parentElement);
          if (screen.textContent) continue;
        }
        const count = Math.max(most, 1);
        if (made.isConnected) made.data = pieces.slice(0, count).join('');
        else add(node, path, document.createTextNode(pieces.slice(0, count).join('')));
        rest = pieces.slice(count).join('');
        if (rest.trim()) goOn(path, node.parentElement);
        else return;
      }
    };
    // A table that is too wide stands cell under cell, each with the head of its column.
    const wide = new Set([...main.querySelectorAll('table')].filter(table => {
      table.classList.remove('cells');
      stage.replaceChildren();
      screens = [];
      open(main);
      const path = [];
      for (let above = table.parentElement; above !== main.parentElement; above = above.parentElement) path.unshift(above);
      const made = add(table, path);
      return made.offsetWidth > made.parentNode.clientWidth + 1;
    }));
    for (const table of wide) {
      const heads = [...table.querySelectorAll('thead th')];
      for (const cell of table.querySelectorAll('tbody td')) cell.dataset.head = heads[cell.cellIndex]?.textContent.trim() ?? '';
      table.classList.add('cells');
    }
    stage.replaceChildren();
    screens = [];
    begun.clear();
    open(main);
    main.childNodes.forEach(child => put(child, [main]));
    screens = screens.filter(({ screen }) => screen.textContent.trim() || screen.querySelector('img,audio,video') || screen.remove());
  };
  const split = text => {
    const words = text.match(/\S*\s+|\S+/g);
    if (words.length > 1) return words;
    return globalThis.Intl?.Segmenter ? [...new Intl.Segmenter(page.lang).segment(text)].map(one => one.segment) : [...text];
  };

  const show = (to, moves = true) => {
    at = Math.min(Math.max(to, 0), screens.length - 1);
    screens.forEach(({ screen }, own) => {
      screen.hidden = own !== at;
      if (own !== at) screen.querySelectorAll('audio,video').forEach(player => player.pause());
    });
    place.textContent = `${at + 1}/${screens.length}`;
    before.disabled = at === 0;
    after.disabled = at === screens.length - 1;
    screens[at].screen.scrollTop = 0;
    if (moves) screens[at].screen.focus({ preventScroll: true });
  };
  const build = source => {
    stage.replaceChildren();
    screens = [];
    cut();
    const same = source && screens.findIndex(one => one.source === source || one.source.compareDocumentPosition(source) & 2);
    show(same === undefined ? 0 : same < 0 ? screens.length - 1 : same);
  };

  const enter = () => {
    if (frame.isConnected) return;
    document.querySelectorAll('audio,video').forEach(player => player.pause());
    page.classList.add('on-screens');
    document.body.append(frame);
    if (leave) {
      leave.before(document.createComment('leave'));
      frame.append(leave);
    }
    build();
  };
  const exit = () => {
    if (!frame.isConnected) return;
    const { source } = screens[at];
    if (leave) {
      const mark = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
      while (mark.nextNode() && mark.currentNode.data !== 'leave') continue;
      mark.currentNode.replaceWith(leave);
    }
    frame.remove();
    page.classList.remove('on-screens');
    source.scrollIntoView();
    document.querySelector(`a[href="${NAME}"]`)?.focus({ preventScroll: true });
  };
  // An address without the name, in the same place of the history.
  const leaveScreens = () => {
    location.replace('#');
    exit();
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const follow = () => (location.hash === NAME ? enter() : exit());

  before.addEventListener('click', () => show(at - 1));
  after.addEventListener('click', () => show(at + 1));
  end.addEventListener('click', leaveScreens);
  const isTurned = () => getComputedStyle(page).direction === 'rtl';
  const KEYS = {
    ArrowRight: () => at + (isTurned() ? -1 : 1), ArrowLeft: () => at + (isTurned() ? 1 : -1),
    ArrowDown: () => at + 1, ArrowUp: () => at - 1, PageDown: () => at + 1, PageUp: () => at - 1,
    Home: () => 0, End: () => screens.length - 1,
  };
  addEventListener('keydown', event => {
    if (!frame.isConnected || event.altKey || event.ctrlKey || event.metaKey) return;
    const isTaken = event.target.matches?.(OWN_KEYS);
    if (event.key === 'Escape') leaveScreens();
    else if (event.key === ' ' && !isTaken) show(at + (event.shiftKey ? -1 : 1));
    else if (KEYS[event.key] && !event.target.matches?.('audio,video,input')) show(KEYS[event.key]());
    else return;
    event.preventDefault();
  });
  stage.addEventListener('click', event => {
    if (event.target.closest(`a,${OWN_KEYS}`) || String(getSelection())) return;
    show(at + (event.clientX > innerWidth / 2 === !isTurned() ? 1 : -1));
  });
  let finger;
  stage.addEventListener('touchstart', event => { finger = event.touches.length === 1 ? event.touches[0] : undefined; }, { passive: true });
  stage.addEventListener('touchend', event => {
    if (!finger) return;
    const x = event.changedTouches[0].clientX - finger.clientX, y = event.changedTouches[0].clientY - finger.clientY;
    finger = undefined;
    if (Math.abs(x) < 40 || Math.abs(x) < Math.abs(y)) return;
    if (event.cancelable) event.preventDefault();
    show(at + (x < 0 === !isTurned() ? 1 : -1));
  });
  let pause;
  addEventListener('resize', () => {
    clearTimeout(pause);
    if (frame.isConnected) pause = setTimeout(() => frame.isConnected && build(screens[at].source), 150);
  });
  addEventListener('hashchange', follow);
  document.fonts.ready.then(follow);
})();
