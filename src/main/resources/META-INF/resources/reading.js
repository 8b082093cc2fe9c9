// How far the reading of a piece has come, at the editors' desk. Without this file a button begins it, and a link looks again.
(() => {
  const page = location.pathname;

  // A piece that was not read yet is read when its desk is opened
  const form = document.querySelector("[data-read]");
  const read = async () => {
    const progress = form.querySelector("progress");
    const told = form.querySelector("[role=status]");
    const began = performance.now();
    const tell = setInterval(() => { told.textContent = `Reading… ${Math.round((performance.now() - began) / 1000)} s`; }, 500);
    progress.hidden = false;
    try {
      const answer = await fetch(form.action, { method: "POST", headers: { Accept: "text/html" } });
      if (answer.ok) {
        location.assign(answer.url);
        return;
      }
      told.textContent = "It could not be read. Try again.";
    } catch {
      told.textContent = "The service does not answer. Try again.";
    } finally {
      clearInterval(tell);
      progress.hidden = true;
    }
  };
  if (form) {
    form.addEventListener("submit", (event) => { event.preventDefault(); read(); });
    read();
  }

  // What goes on afterwards: asked again and again, until it has come to its end
  const look = async () => {
    const told = document.getElementById("reading");
    const awaited = told?.dataset.awaited;
    if (!awaited) {
      return;
    }
    const answer = document.hidden ? null : await fetch(told.dataset.look, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      const anew = document.adoptNode(new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("reading"));
      if (anew.dataset.awaited !== awaited) {
        if (awaited === "EXTRACTOR") {
          location.assign(`${page}?done=read`);
          return;
        }
        told.remove();
        document.getElementById("desk").after(anew);
        document.dispatchEvent(new CustomEvent("desk:read"));
      }
    }
    setTimeout(look, 1500);
  };
  look();
})();
