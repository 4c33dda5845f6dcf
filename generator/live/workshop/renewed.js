// Pages change under people's hands: what a script did to an element is lost with it, and has to be
// done to the one that comes in its place. `workshopOnRenewed(selector, treat)` calls `treat` with
// every element that matches, when the page is there and after each change of it, at most once a
// frame; of attributes those changes count that are named. It returns what does so at once.
// `treat` is called again and again: it leaves alone what is as it should be.
(() => {
  const registered = [];
  const watched = new Set();
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      for (const treatAll of registered) treatAll();
    });
  });
  const observe = () =>
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      ...(watched.size && { attributeFilter: [...watched] }),
    });

  window.workshopOnRenewed = (selector, treat, attributes = []) => {
    const treatAll = () => {
      for (const element of document.querySelectorAll(selector)) treat(element);
    };
    registered.push(treatAll);
    for (const attribute of attributes) watched.add(attribute);
    if (document.readyState !== "loading") {
      observe();
      treatAll();
    }
    return treatAll;
  };
  document.addEventListener("DOMContentLoaded", () => {
    observe();
    for (const treatAll of registered) treatAll();
  });
})();
