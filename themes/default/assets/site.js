// What runs on every page. All of it can be missing: the pages are read, searched by letter and left without it.
(() => {
  'use strict';
  const assets = document.currentScript.src.replace(/[^/]*$/, '');
  const element = (name, to) => document.head.appendChild(Object.assign(document.createElement(name), to));

  // Leave quickly. The page is covered before anything is asked of the network, and no way leads back to it.
  const leave = document.querySelector('.leave a');
  if (leave) {
    const WITHIN = 5000;
    const title = document.title;
    const words = [...leave.parentNode.querySelector('[role=status]').children];
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%;background:#fff;z-index:2147483647';
    const go = () => {
      document.documentElement.append(cover);
      document.body.style.visibility = 'hidden';
      document.title = leave.dataset.title;
      document.querySelectorAll('audio,video').forEach(player => player.pause());
      if (document.fullscreenElement) document.exitFullscreen();
      const isOnline = /^http/.test(location.protocol) && navigator.onLine;
      if (/^http/.test(location.protocol) && !isOnline) return calendar();
      const to = isOnline && leave.dataset.to || leave.href;
      if (top === self) return location.replace(to);
      // In the frame of a portal it is the portal that has to go; where that is forbidden, at least the frame.
      try {
        top.location.replace(to);
      } catch {}
      location.replace(leave.href);
    };
    // Without a network the page of the calendar cannot come: this month takes the place of the page under its address.
    const calendar = () => {
      const day = new Date();
      const [year, month] = [day.getFullYear(), day.getMonth()];
      const days = Array(new Date(year, month + 1, 0).getDate()).fill().map((_, at) => at + 1);
      const cells = [...Array((new Date(year, month, 1).getDay() + 6) % 7).fill(''), ...days];
      // The picture of the calendar cannot come either; that of this site must not stay.
      document.querySelector('link[rel=icon]').remove();
      history.replaceState(null, '', leave.href);
      document.body.className = 'calm';
      const table = document.createElement('table');
      table.createCaption().textContent = `${month + 1} / ${year}`;
      while (cells.length) {
        const row = table.insertRow();
        for (const cell of cells.splice(0, 7)) row.insertCell().textContent = cell;
      }
      document.body.replaceChildren(table);
      document.body.style.visibility = '';
      cover.remove();
    };
    const stay = event => {
      event.preventDefault();
      go();
    };
    // Also with Ctrl or the middle button, which would leave the page standing beside a new one.
    leave.addEventListener('click', stay);
    leave.addEventListener('auxclick', event => event.button === 1 && stay(event));
    let presses = [], silence;
    addEventListener('keydown', event => {
      if (event.repeat) return;
      const now = performance.now();
      presses = event.key === 'Shift' ? [...presses.filter(at => now - at <= WITHIN), now] : [];
      const say = () => words.forEach((word, at) => { word.hidden = presses.length !== at + 1; });
      say();
      clearTimeout(silence);
      silence = setTimeout(() => {
        presses = [];
        say();
      }, WITHIN);
      if (presses.length > words.length) go();
    }, true);
    // Back from the cache of the browser.
    addEventListener('pageshow', () => {
      cover.remove();
      document.body.style.visibility = '';
      document.title = title;
      presses = [];
    });
  }

  // The search is fetched when somebody touches the box.
  const box = document.getElementById('loa-search');
  if (box) {
    const search = box.closest('search');
    search.hidden = false;
    let wanted = false;
    const fetch = () => {
      if (wanted) return;
      wanted = true;
      element('script', { src: `${assets}search.js` });
    };
    box.addEventListener('focus', fetch);
    // What is found lies over the page, until somebody turns to the page.
    for (const turn of ['click', 'focusin']) {
      addEventListener(turn, ({ target }) => { search.lastElementChild.hidden = !search.contains(target); });
    }
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) box.value = asked;
    if (asked || document.activeElement === box) fetch();
  }

  // Passing a page on: what needs a network is no use in a folder, and what this browser cannot do is not shown.
  const share = document.querySelector('.share');
  if (share) {
    const isOnDisk = location.protocol === 'file:';
    const url = share.dataset.address || location.href.replace(/[?#].*/, '');
    if (isOnDisk) share.querySelectorAll('[data-net]').forEach(part => { part.hidden = true; });
    const offer = (id, act) => {
      const button = document.getElementById(id);
      if (!button || isOnDisk) return;
      button.parentNode.hidden = false;
      button.addEventListener('click', () => act(button));
    };
    if (navigator.share) offer('loa-send', () => navigator.share({ url }).catch(() => {}));
    offer('loa-copy', async button => {
      try {
        await navigator.clipboard.writeText(url);
      } catch {
        // Portals without https, and their frames.
        const area = share.appendChild(document.createElement('textarea'));
        area.value = url;
        area.select();
        document.execCommand('copy');
        area.remove();
        button.focus();
      }
      share.querySelector('[role=status] > *').hidden = false;
    });
  }

  // The projector view is fetched when the address asks for it.
  let isWanted = false;
  const project = () => {
    if (isWanted || location.hash !== '#trinh-chieu') return;
    isWanted = true;
    // Its style first: how much goes on a screen is measured.
    element('link', { rel: 'stylesheet', href: `${assets}trinh-chieu.css` }).onload = () => element('script', { src: `${assets}trinh-chieu.js` });
  };
  addEventListener('hashchange', project);
  project();
})();
