// When a sheet closes, the focus goes back to where it was when the sheet was opened.
(() => {
  let last = null;
  document.addEventListener("focusin", ({ target }) => {
    if (!document.querySelector(".q-dialog")) last = target;
  });
  window.workshopGiveBackFocus = () => {
    const nowhere = [null, document.body].includes(document.activeElement);
    if (nowhere || document.activeElement.closest(".q-dialog")) last?.focus({ preventScroll: true });
  };
})();
