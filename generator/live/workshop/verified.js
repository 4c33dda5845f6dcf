// The engineer's menu: the foot of every screen tells how each screen was verified.
(() => {
  const base = document.currentScript.getAttribute("src").split("/_workshop/")[0];
  let said = null;

  function element(tag, text, into) {
    const made = document.createElement(tag);
    made.textContent = text;
    into.append(made);
    return made;
  }

  function show(place) {
    if (!said?.title) return;
    const isOpen = Boolean(place.querySelector("details")?.open);
    const menu = document.createElement("details");
    menu.className = "workshop-folded";
    menu.open = isOpen;
    element("summary", [said.title, ...said.counts].join("  "), menu);
    if (said.why) element("p", said.why, menu);
    const list = element("ul", "", menu);
    for (const tile of said.tiles) {
      const entry = element("li", "", list);
      element("span", tile.mark, entry).setAttribute("aria-hidden", "true");
      element("span", `${tile.title}: ${tile.said}`, entry);
      entry.className = `verify-is-${tile.state}`;
    }
    const more = element("a", said.more, menu);
    more.href = `${base}/verify`;
    more.className = "kit-link";
    place.replaceChildren(menu);
  }

  const showWhereNothingIs = workshopOnRenewed(".workshop-verified", (place) => {
    if (!place.firstChild) show(place);
  });

  window.workshopVerified = (told) => {
    said = told;
    document.querySelectorAll(".workshop-verified").forEach(show);
  };

  document.addEventListener("DOMContentLoaded", async () => {
    const answer = await fetch(`${base}/_workshop/verified`);
    if (!answer.ok) return;
    said ??= await answer.json();
    showWhereNothingIs();
  });
})();
