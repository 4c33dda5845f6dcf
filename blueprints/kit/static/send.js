// Sends the files that somebody chose, one after the other, and tells the server's side of the
// control what came of each. `emit` reaches that control.
window.kitSend = async (event, emit) => {
  const input = event.target;
  const files = [...input.files];
  if (files.length === 0) return;
  const { address, most } = input.dataset;
  emit({ begun: files.length });
  for (const file of files) {
    if (file.size > Number(most)) {
      emit({ problem: "size", name: file.name });
      continue;
    }
    try {
      const answer = await fetch(`${address}?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        body: file,
        headers: { "Content-Type": "application/octet-stream" },
      });
      emit({ name: file.name, ...(await answer.json()) });
    } catch {
      emit({ problem: "lost", name: file.name });
    }
  }
  input.value = ""; // the same file may be chosen again
  emit({ ended: true });
};
