// Decide mode: while it is on, a touch on a part of the prototype opens the sheet about that part.
(() => {
  const KEY = "workshop-deciding";
  const isOn = () => document.body.classList.contains("deciding");

  function prepare() {
    for (const toggle of document.querySelectorAll(".workshop-toggle"))
      toggle.setAttribute("aria-pressed", isOn());
    for (const part of document.querySelectorAll("[data-part], [data-feature]")) {
      if (isOn()) part.setAttribute("tabindex", "0");
      else part.removeAttribute("tabindex");
    }
  }

  function set(on) {
    document.body.classList.toggle("deciding", on);
    sessionStorage.setItem(KEY, on ? "1" : "");
    prepare();
  }

  function open(target) {
    const part = target.closest("[data-part]");
    const chip = target.closest("[data-feature]") ?? part?.querySelector("[data-feature]");
    if (!part && !chip) return false;
    emitEvent("workshop-part", { part: part?.dataset.part ?? "", feature: chip?.dataset.feature ?? "" });
    return true;
  }

  document.addEventListener(
    "click",
    (event) => {
      if (event.target.closest(".workshop-toggle")) return set(!isOn());
      if (!isOn() || event.target.closest(".q-dialog, .q-menu, header")) return;
      if (!open(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (!isOn() || event.isComposing || event.key !== "Enter") return;
      if (!event.target.matches("[data-part], [data-feature]") || !open(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector(".workshop-toggle")) return; // a page of the workshop itself
    set(Boolean(sessionStorage.getItem(KEY)));
    // Pages change under people's hands: what is new must be reachable by keyboard as well.
    new MutationObserver(prepare).observe(document.body, { childList: true, subtree: true });
  });
})();
