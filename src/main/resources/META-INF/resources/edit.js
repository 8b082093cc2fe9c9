// Finds questions and authors, and checks criteria, while one types. Without this file the buttons of the forms do the same.
(() => {
  const later = (work) => {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(work, 300); };
  };

  let offered = 0;
  // Shows the questions of that page beside those that are chosen
  const offer = async (parameters) => {
    const turn = ++offered;
    const answer = await fetch(`/edit/questions?${new URLSearchParams(parameters)}`, { headers: { Accept: "text/html" } });
    if (!answer.ok || turn !== offered) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = document.getElementById("found");
    const chosen = [...found.querySelectorAll("label")].filter((label) => label.querySelector(":checked"));
    const kept = new Set(chosen.map((label) => label.querySelector("input").value));
    const anew = [...page.querySelectorAll("#found label")].filter((label) => !kept.has(label.querySelector("input").value));
    found.replaceChildren(...chosen, ...anew);
  };

  const search = document.querySelector("[data-search]");
  if (search) {
    search.addEventListener("input", later(() => offer({ q: search.value })));
    const claim = search.form.elements.statement;
    claim.addEventListener("input", later(() => {
      if (!search.value.trim() && claim.value.trim().length > 10) {
        offer({ near: claim.value, due: search.form.elements["criteria.dueOn"].value });
      }
    }));
  }

  const checklist = document.querySelector("[data-checklist]");
  if (checklist) {
    const form = checklist.closest("form");
    const value = (name) => form.elements[name]?.value.trim() || null;
    const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(value(name) ?? "") ? value(name) : null);
    const label = (field) => form.elements[field]?.closest("label").querySelector("span").firstChild.textContent.trim() ?? "";
    let asked = 0;
    form.addEventListener("input", later(async () => {
      const turn = ++asked;
      const criteria = { dueOn: day("criteria.dueOn") };
      for (const name of ["question", "yesWhen", "sourceOfTruth", "timeZone", "ifSilent", "key"]) {
        criteria[name] = value(`criteria.${name}`);
      }
      if (![criteria.question, criteria.yesWhen, criteria.sourceOfTruth, criteria.dueOn].some(Boolean)) {
        return;
      }
      const answer = await fetch("/api/v1/checklists", { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ statement: value("statement"), quote: value("quote"), madeOn: day("madeOn"), criteria }) });
      if (!answer.ok || turn !== asked) {
        return;
      }
      checklist.replaceChildren(...(await answer.json()).findings.map((one) => {
        const line = document.createElement("li");
        line.className = one.level === "ERROR" ? "error" : "doubt";
        line.append(Object.assign(document.createElement("b"), { textContent: label(one.field) }), ` ${one.message}`);
        return line;
      }));
    }));
  }

  // What a pasted text says of itself, to be looked at; from its field, Enter goes on to the desk
  const pasted = document.querySelector("textarea[name=text]");
  if (pasted?.form.elements.publishedOn) {
    const { title, publishedOn, "author.name": name } = pasted.form.elements;
    const told = Object.assign(document.createElement("p"), { className: "quiet" });
    told.setAttribute("role", "status");
    pasted.closest("label").after(told);
    pasted.addEventListener("paste", () => setTimeout(() => {
      const head = pasted.value.slice(0, 1000);
      const line = head.split("\n").map((one) => one.trim()).find(Boolean) ?? "";
      const day = /\b(?:19|20)\d\d-[01]\d-[0-3]\d\b/.exec(head)?.[0];
      const taken = [];
      if (!title.value && line && line.length <= 300) {
        title.value = line.replace(/^(?:date:?\s+)?(?:19|20)\d\d-[01]\d-[0-3]\d\s+/i, "");
        taken.push("Title");
      }
      if (!publishedOn.value && day) {
        publishedOn.value = day;
        taken.push("date");
      }
      told.textContent = taken.length ? `${taken.join(" and ")} ${taken.length > 1 ? "were" : "was"} taken from the text: look at ${taken.length > 1 ? "them" : "it"}.` : "";
      ([name, title, publishedOn].find((field) => !field.value) ?? title).focus();
    }));
    pasted.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        pasted.form.requestSubmit();
      }
    });
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
