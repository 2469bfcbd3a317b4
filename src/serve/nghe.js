// Hears of changes. A browser opens six connections to one server, and a seventh tab would wait for ever: so where it can,
// this runs once for all tabs (as a SharedWorker) and hands on what it hears; elsewhere each visible tab has its own.
(() => {
  'use strict';
  // Long enough for a computer that starts loa again, short enough not to be noticed.
  const PAUSE = 1000;

  // Calls `tell` with what happens: { kind: 'begin' | 'step' | 'gone', … }. Gives a function that ends it.
  const listen = tell => {
    let source, timer, words, isGone = false, isOver = false;
    const again = async () => {
      try {
        // Asked for each time: a watch that was started again has another key.
        const answer = await fetch('/_loa/xem.json');
        const known = await answer.json();
        if (isOver) return;
        words = known.words;
        source = new EventSource(known.events);
      } catch {
        return wait();
      }
      let hasBegun = false;
      const hear = kind => source.addEventListener(kind, event => {
        isGone = false;
        hasBegun = true;
        tell({ kind, words, ...JSON.parse(event.data) });
      });
      hear('begin');
      hear('step');
      source.onerror = () => {
        source.close();
        // Who was let in and is closed out has only been slow; who is never let in must not ask without a pause.
        if (!isOver) hasBegun ? again() : wait();
      };
    };
    const wait = () => {
      if (isOver) return;
      if (!isGone) tell({ kind: 'gone', words });
      isGone = true;
      timer = setTimeout(again, PAUSE);
    };
    again();
    return () => {
      isOver = true;
      clearTimeout(timer);
      source?.close();
    };
  };

  if (!('SharedWorkerGlobalScope' in self)) {
    self.loaListen = listen;
    return;
  }
  const tabs = new Set();
  // What a tab that comes later has missed.
  let last;
  self.onconnect = ({ ports: [tab] }) => {
    tabs.add(tab);
    tab.onmessage = () => tabs.delete(tab);
    if (last) tab.postMessage(last);
  };
  listen(message => {
    last = message.kind === 'gone' ? message : { kind: 'begin', words: message.words, step: message.step, now: message.now };
    for (const tab of tabs) tab.postMessage(message);
  });
})();
