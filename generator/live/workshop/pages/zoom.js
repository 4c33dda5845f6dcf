// Makes what is on the wall larger and smaller: by buttons, and by + - 0 while the focus is in it.
// The size is kept for the visit, for each page of its own.
(() => {
  const SIZES = [50, 67, 80, 100, 125, 150, 200, 250, 300];
  const kept = `zoom ${location.pathname}`;
  const KEYS = { "+": "in", "-": "out", 0: "whole" };
  let size = SIZES.includes(Number(sessionStorage.getItem(kept)))
    ? Number(sessionStorage.getItem(kept))
    : 100;

  const show = () => {
    document.documentElement.style.setProperty("--zoom", size / 100);
    document.documentElement.style.setProperty("--zoom-percent", size);
  };
  const change = (way) => {
    const place = SIZES.indexOf(size) + { in: 1, out: -1, whole: 0 }[way];
    size = way === "whole" ? 100 : SIZES[Math.min(Math.max(place, 0), SIZES.length - 1)];
    sessionStorage.setItem(kept, size);
    show();
  };

  show();
  document.addEventListener("click", ({ target }) => {
    const way = target.closest?.("[data-zoom]")?.dataset.zoom;
    if (way) change(way);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    if (!event.target.closest?.(".zoomed") || event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    change(KEYS[event.key]);
  });
})();
