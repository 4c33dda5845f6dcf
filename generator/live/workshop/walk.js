// Marks on the screen what the step of a walk asks to press.
workshopOnRenewed(
  "main [data-part]",
  (part) => {
    const wanted = document.querySelector(".walk-bar")?.dataset.mark;
    part.classList.toggle("walk-mark", Boolean(wanted) && part.dataset.part === wanted);
  },
  ["data-mark", "data-part"],
);
