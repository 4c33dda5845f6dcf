// Keeps what somebody types while the server can't be reached. When it is back and the page had to
// be loaded anew, that is put into its fields again, as if it were typed now.
(() => {
  const GRACE = 3000; // ms after which a server that is there has got what was typed
  const OLD = 12 * 3600 * 1000;
  const place = () => `kit-typed ${location.pathname}${location.search}`;
  const read = () => JSON.parse(sessionStorage.getItem(place()) ?? "{}");
  const write = (kept) =>
    Object.keys(kept).length
      ? sessionStorage.setItem(place(), JSON.stringify(kept))
      : sessionStorage.removeItem(place());
  const connected = () => window.did_handshake === true && window.socket?.connected === true;

  const forget = (id, at) => {
    const kept = read();
    if (!connected() || kept[id]?.at !== at) return;
    delete kept[id];
    write(kept);
  };
  const note = (event) => {
    const control = event.target;
    const typed = control.matches?.("textarea, select, input:not([type=file])");
    if (!typed || !control.id || !control.closest("main [data-part]")) return;
    const at = Date.now();
    write({ ...read(), [control.id]: { value: control.value, at } });
    setTimeout(forget, GRACE, control.id, at);
  };
  const put = (control, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value").set.call(control, value);
    control.dispatchEvent(new Event(control.matches("select") ? "change" : "input", { bubbles: true }));
  };
  const bringBack = () => {
    for (const [id, { value, at }] of Object.entries(read())) {
      const control = document.getElementById(id);
      if (control && control.value !== value && Date.now() - at < OLD) put(control, value);
      else forget(id, at);
    }
  };
  const waiting = setInterval(() => {
    if (!connected() || !document.querySelector("[data-testid=screen-ready]")) return;
    clearInterval(waiting);
    bringBack();
  }, 100);
  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);
})();
