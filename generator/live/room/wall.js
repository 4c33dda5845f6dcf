// Keeps the page on the wall true: how many are in, and another address or PIN.
(() => {
  const { state, shown } = document.body.dataset;
  const look = async () => {
    try {
      const answer = await fetch(state);
      if (!answer.ok) return;
      const told = await answer.json();
      if (told.shown !== shown) return location.reload();
      const place = document.querySelector(".count");
      if (place && place.textContent !== told.count) place.textContent = told.count;
    } catch {
      // the server is being started again: the next look finds it
    }
  };
  look();
  setInterval(look, 3000);
})();
