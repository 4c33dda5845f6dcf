// Decide mode: while it is on, a touch on a part of the prototype opens the sheet about that part.
// Each part has a pin, a button of its own: for the keyboard, and for the questions that are open.
(() => {
  const KEY = "workshop-deciding";
  const OURS = ".q-dialog, .q-menu, .q-header";
  const isOn = () => document.body.classList.contains("deciding");
  let newer = null; // what was told since the page was loaded
  let read = { said: "", told: {} };

  function told() {
    if (newer) return newer;
    const said = document.querySelector(".workshop-told")?.dataset.told ?? "{}";
    if (said !== read.said) read = { said, told: JSON.parse(said) };
    return read.told;
  }

  function chipOf(part) {
    return part.querySelector("[data-feature]");
  }

  function titleOf(part) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const said = texts.currentNode.textContent.trim();
      if (said && !texts.currentNode.parentElement.closest(".workshop-pin")) return said;
    }
    return part.dataset.part;
  }

  function setAttribute(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function pin(part, { asked = {}, name = "", asked_name = "" }) {
    let button = part.querySelector(".workshop-pin");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "workshop-pin";
      button.tabIndex = 0;
      (part.querySelector("dd") ?? part).append(button); // a list of terms holds nothing else
    }
    const about = new Set([part.dataset.part, chipOf(part)?.dataset.feature]);
    const count = [...about].reduce((sum, key) => sum + (asked[key] ?? 0), 0);
    const label = (count ? asked_name : name).replace("{count}", count);
    const shown = count ? `？${count}` : "？";
    if (button.textContent !== shown) button.textContent = shown;
    button.classList.toggle("workshop-asked", count > 0);
    setAttribute(button, "aria-label", label.replace("{title}", () => titleOf(part)));
  }

  // A chip beside a part, such as one in the menu, is pressed itself.
  function chip(element, { name = "" }) {
    if (!isOn()) {
      for (const attribute of ["tabindex", "role", "aria-label"]) element.removeAttribute(attribute);
      return;
    }
    setAttribute(element, "tabindex", "0");
    setAttribute(element, "role", "button");
    const of = element.parentElement ? titleOf(element.parentElement) : "";
    const label = name.replace("{title}", () => of);
    setAttribute(element, "aria-label", `${element.textContent} ${label}`);
  }

  const treatments = [
    workshopOnRenewed(".workshop-toggle", (toggle) =>
      setAttribute(toggle, "aria-pressed", String(isOn())),
    ),
    workshopOnRenewed(
      "[data-part]",
      (part) => part.closest(OURS) || pin(part, told()),
      ["data-part", "data-told"],
    ),
    workshopOnRenewed(
      "[data-feature]",
      (element) => element.closest(`[data-part], ${OURS}`) || chip(element, told()),
      ["data-feature", "data-told"],
    ),
  ];
  const prepare = () => treatments.forEach((treatAll) => treatAll());

  function set(on) {
    document.body.classList.toggle("deciding", on);
    sessionStorage.setItem(KEY, on ? "1" : "");
    prepare();
  }

  function found(target) {
    if (!(target instanceof Element) || target.closest(OURS)) return null;
    const part = target.closest("[data-part]");
    const feature = target.closest("[data-feature]") ?? (part && chipOf(part));
    return part || feature ? { part, feature } : null;
  }

  function open({ part, feature }) {
    // The sheet gives the focus back to where it was when it was opened.
    (part?.querySelector(".workshop-pin") ?? feature)?.focus({ preventScroll: true });
    emitEvent("workshop-part", {
      part: part?.dataset.part ?? "",
      feature: feature?.dataset.feature ?? "",
    });
  }

  function take(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  window.workshopTold = (said) => {
    newer = said;
    prepare();
  };

  document.addEventListener(
    "click",
    (event) => {
      if (event.target.closest?.(".workshop-toggle")) return set(!isOn());
      if (!isOn() && !event.target.closest?.(".workshop-pin")) return;
      const pressed = found(event.target);
      if (!pressed) return;
      take(event);
      open(pressed);
    },
    true,
  );
  document.addEventListener(
    "mousedown", // a list of choices would open, and a field would take the focus
    (event) => isOn() && found(event.target) && event.preventDefault(),
    true,
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (!isOn() || event.isComposing || !["Enter", " "].includes(event.key)) return;
      if (!event.target.matches?.("[data-feature][role=button]")) return;
      take(event);
      open(found(event.target));
    },
    true,
  );
  document.addEventListener("DOMContentLoaded", () => {
    document.body.classList.toggle("deciding", Boolean(sessionStorage.getItem(KEY)));
    prepare();
  });
})();
