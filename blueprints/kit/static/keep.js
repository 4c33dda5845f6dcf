// Keeps what somebody types while the server can't be reached. When it is back and the page had to
// be loaded anew, that is put into its fields again, as if it were typed now. What the server has
// got is not kept: a form that was saved must be empty the next time. Of what was typed just before
// a page is loaded again nobody knows whether a busy server has got it: that comes back as well.
(() => {
  const GRACE = 3000; // ms after which a server that is there has got what was typed
  const OLD = 12 * 3600 * 1000;
  const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
  let pressed = 0; // when a button was pressed last: what comes of it shows that all was got
  let since = 0; // when the connection came back last
  const place = () => `kit-typed ${location.pathname}${location.search}`;
  const read = () => JSON.parse(sessionStorage.getItem(place()) ?? "{}");
  const write = (kept) =>
    Object.keys(kept).length
      ? sessionStorage.setItem(place(), JSON.stringify(kept))
      : sessionStorage.removeItem(place());
  const connected = () => window.did_handshake === true && window.socket?.connected === true;
  const only = (wanted) =>
    write(Object.fromEntries(Object.entries(read()).filter(([, typed]) => wanted(typed))));

  const note = (event) => {
    const control = event.target;
    const typed = control.matches?.("textarea, select, input:not([type=file])");
    if (!typed || !control.id || !control.closest("main [data-part]")) return;
    const at = Date.now();
    const sent = connected();
    write({ ...read(), [control.id]: { value: control.value, at, sent } });
    setTimeout(() => connected() && only((typed) => typed.at > at), GRACE);
  };
  const put = (control, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value").set.call(control, value);
    control.dispatchEvent(new Event(control.matches("select") ? "change" : "input", { bubbles: true }));
  };
  const press = (event) => {
    const button = event.target.closest?.("a, button, [role=button], [type=submit]");
    if (event.type === "click" ? button : event.key === "Enter") pressed = Date.now();
  };
  const bringBack = () => {
    const begun = Date.now();
    for (const [id, { value, at }] of Object.entries(read())) {
      const control = document.getElementById(id);
      if (control && control.value !== value && Date.now() - at < OLD) put(control, value);
    }
    only((typed) => typed.sent && typed.at >= begun); // put just now, and on their way
  };
  const watchConnection = () => {
    window.socket.on("disconnect", () => {
      write(Object.fromEntries(Object.entries(read()).map(([id, it]) => [id, { ...it, sent: false }])));
    });
    window.socket.on("connect", () => {
      since = Date.now();
      setTimeout(() => connected() && only((typed) => typed.at > since), GRACE);
    });
  };
  const waiting = setInterval(() => {
    if (!connected() || !document.querySelector("[data-testid=screen-ready]")) return;
    clearInterval(waiting);
    watchConnection();
    bringBack();
  }, 100);
  if (!reloaded) only((typed) => !typed.sent);
  document.addEventListener("click", press, true);
  document.addEventListener("keydown", press, true);
  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);
  // A page is loaded anew right after the connection came back to a server that does not know it.
  window.addEventListener("pagehide", () => {
    const known = connected() && Date.now() - since > GRACE / 2;
    const justNow = ({ at }) => at > pressed && Date.now() - at < GRACE;
    only((typed) => (typed.sent ? justNow(typed) : !known));
  });
})();
