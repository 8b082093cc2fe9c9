// Finds questions and authors while one types. Without this file the buttons of the forms do the same.
(() => {
  const later = (work) => {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(work, 300); };
  };

  const search = document.querySelector("[data-search]");
  if (search) {
    let asked = 0;
    search.addEventListener("input", later(async () => {
      const turn = ++asked;
      const answer = await fetch(`/edit/questions?q=${encodeURIComponent(search.value)}`, { headers: { Accept: "text/html" } });
      if (!answer.ok || turn !== asked) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = document.getElementById("found");
      const chosen = [...found.querySelectorAll("label")].filter((label) => label.querySelector(":checked"));
      const kept = new Set(chosen.map((label) => label.querySelector("input").value));
      const anew = [...page.querySelectorAll("#found label")].filter((label) => !kept.has(label.querySelector("input").value));
      found.replaceChildren(...chosen, ...anew);
    }));
  }

  const author = document.querySelector("[list=authors]");
  if (author) {
    const names = document.getElementById("authors");
    author.addEventListener("input", later(async () => {
      if (author.value.trim().length < 2) {
        return;
      }
      const answer = await fetch(`/api/v1/authors?limit=20&q=${encodeURIComponent(author.value.trim())}`);
      if (answer.ok) {
        const options = (await answer.json()).items.map((one) => Object.assign(document.createElement("option"), { value: one.name }));
        names.replaceChildren(...options);
      }
    }));
  }
})();
