// Marks on the screen what the step of a walk asks to press.
(() => {
  const mark = () => {
    const wanted = document.querySelector(".walk-bar")?.dataset.mark;
    for (const part of document.querySelectorAll("main [data-part]"))
      part.classList.toggle("walk-mark", Boolean(wanted) && part.dataset.part === wanted);
  };
  document.addEventListener("DOMContentLoaded", () => {
    let waiting = false;
    new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-mark", "data-part"],
    });
    mark();
  });
})();
