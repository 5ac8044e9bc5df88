// What a page does to its main thread: tasks over 50 ms, frames while asked to record, when its content is shown.
(() => {
  const probe = { tasks: [], frames: [], recording: false, shown: 0, wanted: '' };
  window.benchProbe = probe;
  probe.find = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inner = shadowRoot && probe.find(selector, shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  /** The words on the page, shadow roots included. */
  probe.words = (root = document.body) =>
    [...root.querySelectorAll('*')]
      .flatMap((element) => [element.childElementCount ? '' : element.textContent, element.shadowRoot && probe.words(element.shadowRoot)])
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' ');
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  const look = setInterval(() => {
    const element = document.body && probe.find(window.benchWanted);
    if (!element || !/[0-9A-Za-z]/.test(element.textContent)) return;
    probe.shown = performance.now();
    clearInterval(look);
  }, 50);
  let before = 0;
  const frame = (now) => {
    if (probe.recording && before) probe.frames.push(now - before);
    before = probe.recording ? now : 0;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})();
