// Says that something takes its time: reading from the web, storing, and how far the reading of a piece at the editors' desk has come.
// Without this file the browser shows that it waits, a button begins the reading, and a link looks again.
(() => {
  for (const slow of document.querySelectorAll("form[data-slow]")) {
    slow.addEventListener("submit", (event) => {
      if (slow.querySelector(".waits") || event.submitter?.hasAttribute("data-quick")) {
        return;
      }
      const waits = Object.assign(document.createElement("span"), { className: "waits quiet", textContent: slow.dataset.slow });
      waits.setAttribute("role", "status");
      waits.append(" ", document.createElement("progress"));
      (event.submitter ?? slow.lastElementChild).after(waits);
    });
  }
  // Back from the page that it led to, by the browser's button
  window.addEventListener("pageshow", () => document.querySelectorAll(".waits").forEach((waits) => waits.remove()));

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
        const known = new URLSearchParams(location.search).get("done") === "known";
        location.assign(known ? answer.url.replace("done=read", "done=known") : answer.url);
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
        told.replaceWith(anew);
        document.dispatchEvent(new CustomEvent("desk:read"));
      }
    }
    setTimeout(look, 1500);
  };
  look();
})();
