// The editors' desk by keyboard, kept while one types. Without this file the page's form does all of it.
(() => {
  const wait = (milliseconds) => new Promise((go) => { setTimeout(go, milliseconds); });
  const desk = document.getElementById("desk");
  if (!desk) {
    return;
  }
  document.documentElement.classList.add("live");
  const base = desk.dataset.desk;
  const text = document.getElementById("text");
  const saved = document.getElementById("saved");
  const bar = document.getElementById("publishing");
  const find = (card, name) => desk.elements[`${card.dataset.card}.${name}`];
  const cards = (list) => [...document.querySelectorAll(`#list-${list} > [data-card]`)];
  const byId = (id) => document.getElementById(`card-${id}`);
  const isOpen = (card) => card.dataset.list === "open";
  const isTicked = (card) => find(card, "ticked")?.checked;
  const marksOf = (id) => text.querySelectorAll(`[data-mark="${id}"]`);
  const tell = (sentence) => { saved.textContent = sentence; };

  // What is typed, kept in this browser until the server has it
  const kept = {
    put: (card) => { try { localStorage.setItem(`desk ${card.dataset.card}`, String(fields(card))); } catch { /* full, or forbidden */ } },
    get: (card) => { try { return localStorage.getItem(`desk ${card.dataset.card}`); } catch { return null; } },
    drop: (card) => { try { localStorage.removeItem(`desk ${card.dataset.card}`); } catch { /* forbidden */ } },
  };

  const fields = (card) => {
    const own = `${card.dataset.card}.`;
    return new URLSearchParams([...new FormData(desk)].filter(([name]) => name.startsWith(own)));
  };

  const count = () => {
    const ticked = cards("open").filter(isTicked);
    const ready = ticked.filter((card) => card.dataset.passes === "true").length;
    document.getElementById("ready").textContent = `${ready} of ${ticked.length} ticked are ready`;
    for (const fold of document.querySelectorAll("[data-fold]")) {
      const size = cards(fold.dataset.fold).length;
      fold.hidden = size === 0;
      fold.querySelector(".count").textContent = size;
    }
  };

  const mark = (card) => {
    const kind = isOpen(card) ? (isTicked(card) ? "ticked" : "open") : card.dataset.kind;
    marksOf(card.dataset.card).forEach((part) => {
      const current = part.classList.contains("current");
      part.className = kind;
      part.classList.toggle("current", current);
    });
    card.classList.toggle("ticked", kind === "ticked");
  };

  // A card in another state goes into another list
  const place = (card) => {
    const list = document.getElementById(`list-${card.dataset.list}`);
    byId(card.dataset.card)?.remove();
    const next = cards(card.dataset.list).find((one) => Number(one.dataset.at) > Number(card.dataset.at));
    list.insertBefore(card, next ?? null);
    prepare(card);
    mark(card);
    count();
  };

  const parse = (html) => document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("[data-card]"));

  // The parts that follow from the fields, and the fields that the server has drafted anew
  const refresh = (card, anew, sent) => {
    for (const part of ["head", "told", "notes", "found"]) {
      const from = anew.querySelector(`[data-part=${part}]`);
      const to = card.querySelector(`[data-part=${part}]`);
      if (from && to && !(part === "found" && to.contains(document.activeElement))) {
        to.replaceChildren(...from.childNodes);
      }
    }
    for (const field of anew.querySelectorAll("textarea[name], input[name]:not([type=radio], [type=checkbox], [type=hidden])")) {
      const here = desk.elements[field.name];
      if (here && here.value !== field.value && (sent.get(field.name) ?? "").replace(/\r\n/g, "\n") === here.value) {
        here.value = field.value;
      }
    }
    card.dataset.passes = anew.dataset.passes;
    mark(card);
    count();
  };

  const conflict = (card, anew) => {
    card.dataset.conflict = anew.querySelector("input[type=hidden]").value;
    const told = card.querySelector("[data-part=told]");
    told.replaceChildren(...anew.querySelector("[data-part=told]").childNodes);
    const button = (label, work) => {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: label, className: "second" });
      made.addEventListener("click", work);
      return made;
    };
    const choice = Object.assign(document.createElement("p"), { className: "buttons" });
    choice.append(button("Keep mine", () => {
      find(card, "seen").value = card.dataset.conflict;
      delete card.dataset.conflict;
      told.replaceChildren();
      save(card);
    }), button("Take theirs", async () => {
      const theirs = await page(card.dataset.card);
      if (theirs) {
        kept.drop(card);
        place(theirs);
        go(theirs);
      }
    }));
    told.append(choice);
  };

  const changed = new Map(); // card's id -> how often it was typed into
  const queues = new Map(); // card's id -> the request that is under way

  const post = async (card, action) => {
    const turn = changed.get(card.dataset.card) ?? 0;
    const sent = fields(card);
    if (action) {
      sent.set("action", action);
    }
    let answer;
    try {
      answer = await fetch(`${base}/cards/${card.dataset.card}`, { method: "POST", body: sent, headers: { Accept: "text/html" }, keepalive: String(sent).length < 60000 });
    } catch {
      tell("The service does not answer. What you type is kept in this browser and sent again.");
      setTimeout(() => save(card), 5000);
      return null;
    }
    if (answer.status === 429) {
      await wait(1000 * Number(answer.headers.get("Retry-After") ?? 1));
      return post(card, action);
    }
    if (answer.redirected || answer.status === 401) {
      tell("You are signed out. What you typed is kept in this browser; sign in again in another window.");
      return null;
    }
    const html = await answer.text();
    if (!html.includes("data-card")) {
      tell("That failed. What you typed is kept in this browser.");
      return null;
    }
    const anew = parse(html);
    if (answer.status === 409) {
      if (isOpen(anew)) {
        conflict(card, anew);
      } else {
        place(anew);
      }
      tell("Somebody else has changed this card.");
      return anew;
    }
    if (!isOpen(anew) || !isOpen(card)) {
      kept.drop(card);
      place(anew);
    } else {
      find(card, "seen").value = anew.querySelector("input[type=hidden]").value;
      refresh(card, anew, sent);
      if (turn === (changed.get(card.dataset.card) ?? 0)) {
        kept.drop(card);
        tell(answer.ok ? "Saved" : "Not done; see the card");
      }
    }
    anew.dataset.status = answer.status;
    return anew;
  };

  // One request after the other for each card, so that each knows what the last one left
  const send = (card, action) => {
    const id = card.dataset.card;
    const next = (queues.get(id) ?? Promise.resolve()).then(() => post(byId(id) ?? card, action));
    queues.set(id, next.catch(() => null));
    return next;
  };

  const timers = new Map();
  const save = (card) => {
    clearTimeout(timers.get(card.dataset.card));
    timers.delete(card.dataset.card);
    return card.dataset.conflict ? Promise.resolve(null) : send(card);
  };
  const soon = (card) => {
    clearTimeout(timers.get(card.dataset.card));
    timers.set(card.dataset.card, setTimeout(() => save(card), 500));
  };
  const typed = (card) => {
    changed.set(card.dataset.card, (changed.get(card.dataset.card) ?? 0) + 1);
    kept.put(card);
    mark(card);
    count();
    tell("…");
    soon(card);
  };
  const flush = () => Promise.all([...timers.keys()].map((id) => byId(id)).filter(Boolean).map(save));

  desk.addEventListener("input", (event) => {
    const card = event.target.closest("[data-card]");
    if (card && event.target.name) {
      typed(card);
    }
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { flush(); } });
  window.addEventListener("pagehide", flush);

  // Moving between cards
  let current = null;
  const page = async (id) => {
    const answer = await fetch(`${base}/cards/${id}`, { headers: { Accept: "text/html" } }).catch(() => null);
    const html = answer?.ok && !answer.redirected ? await answer.text() : "";
    return html.includes("data-card") ? parse(html) : null;
  };
  // Which questions are near to it
  const look = async (card) => {
    if (isOpen(card) && !("looked" in card.dataset)) {
      card.dataset.looked = "";
      const anew = await page(card.dataset.card);
      const found = card.querySelector("[data-part=found]");
      if (anew && isOpen(anew) && !found.contains(document.activeElement)) {
        found.replaceChildren(...anew.querySelector("[data-part=found]").childNodes);
      }
    }
  };
  const point = (card) => {
    if (current === card) {
      return;
    }
    text.querySelectorAll(".current").forEach((part) => part.classList.remove("current"));
    current?.classList.remove("current");
    current = card;
    card.classList.add("current");
    const parts = marksOf(card.dataset.card);
    parts.forEach((part) => part.classList.add("current"));
    if (parts[0]) {
      text.scrollTop = parts[0].offsetTop - text.clientHeight / 3;
    }
    look(card);
  };
  const prepare = (card) => {
    card.tabIndex = 0;
    card.querySelector(".quick")?.removeAttribute("hidden");
  };
  const go = (card) => {
    if (card) {
      const fold = card.closest("[data-fold]");
      if (fold) {
        fold.open = true;
      }
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    }
  };
  const visible = () => [...document.querySelectorAll("[data-card]")].filter((card) => card.offsetParent !== null);
  const beside = (card, step) => {
    const all = visible();
    const at = all.indexOf(card);
    return at < 0 ? all[0] : all[Math.min(Math.max(at + step, 0), all.length - 1)];
  };
  const here = () => document.activeElement?.closest("[data-card]") ?? (current && byId(current.dataset.card));
  const work = (card) => card.querySelector("details.work");
  const edit = (card, name) => {
    if (!isOpen(card)) {
      return;
    }
    work(card).open = true;
    const wrong = card.querySelector(".checklist .error")?.dataset.field.replace(/\[.*/, "");
    const field = find(card, name ?? wrong ?? "statement") ?? find(card, "statement");
    const target = field instanceof RadioNodeList ? [...field].find((one) => one.checked) ?? field[0] : field;
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  const leave = (card) => { work(card).open = false; go(card); };

  const decided = [];
  const act = async (card, action) => {
    const next = beside(card, 1) === card ? beside(card, -1) : beside(card, 1);
    const id = card.dataset.card;
    const anew = await send(card, action);
    if (!anew || anew.dataset.status !== "200") {
      go(byId(id));
    } else if (action === "take-up" || action === "take-back") {
      go(byId(id));
    } else {
      if (action === "reject" || action === "report") {
        decided.push(id);
        tell(`${action === "reject" ? "No forecast" : "Somebody else’s"}; u takes it back`);
      }
      go(next === card ? null : byId(next.dataset.card));
    }
  };

  const due = (card, months) => {
    const [year, month, day] = find(card, "madeOn").value.split("-").map(Number);
    if (!year) {
      return;
    }
    const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
    const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
    find(card, "criteria.dueOn").value = date.toISOString().slice(0, 10);
    find(card, "undated").checked = true;
    typed(card);
  };

  // The topics for all go where there are none, and where they came from here. False where they are not accepted
  const given = new Map(); // card's id -> the topics it got from here
  const forAll = () => {
    const words = desk.elements.topics.value.toLowerCase().split(/[\s,;]+/).filter(Boolean);
    const wrong = words.filter((word) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word));
    desk.elements.topics.toggleAttribute("aria-invalid", wrong.length > 0);
    if (wrong.length) {
      tell(`Topics for all: ${wrong.join(", ")} will not do; letters a–z, digits and hyphens between them are accepted.`);
      return false;
    }
    const topics = words.join(", ");
    for (const card of cards("open")) {
      const own = find(card, "topics");
      if (own.value !== topics && (!own.value.trim() || own.value === given.get(card.dataset.card))) {
        own.value = topics;
        given.set(card.dataset.card, topics);
        typed(card);
      }
    }
    return true;
  };

  // Puts on record what is ticked and passes, one after the other
  const publish = async () => {
    if (!forAll()) {
      desk.elements.topics.focus();
      return;
    }
    await flush();
    await Promise.all(queues.values());
    const ticked = cards("open").filter(isTicked);
    const ready = ticked.filter((card) => card.dataset.passes === "true");
    if (!ready.length) {
      tell(ticked.length ? "None that is ticked is ready; see what is to do." : "Nothing is ticked.");
      go(ticked[0]);
      return;
    }
    const sure = document.getElementById("sure");
    sure.querySelector("h2").textContent = `Put ${ready.length} forecast${ready.length > 1 ? "s" : ""} on record?`;
    sure.querySelector("ul").replaceChildren(...ready.map((card) => Object.assign(document.createElement("li"), { textContent: find(card, "statement").value })));
    sure.returnValue = "";
    sure.showModal();
    sure.querySelector("[value=yes]").focus();
    await new Promise((closed) => { sure.addEventListener("close", closed, { once: true }); });
    if (sure.returnValue !== "yes") {
      return;
    }
    let done = 0;
    bar.hidden = false;
    bar.max = ready.length;
    for (const [at, card] of ready.entries()) {
      bar.value = at;
      tell(`Putting ${at + 1} of ${ready.length} on record…`);
      const anew = await send(card, "put");
      done += anew?.dataset.list === "done" ? 1 : 0;
    }
    bar.hidden = true;
    const stayed = ticked.length - done;
    tell(`${done} put on record.${stayed ? ` ${stayed} stay, with what is still to be done.` : ""}`);
    if (done) {
      saved.append(" ", Object.assign(document.createElement("a"), { href: base.replace(/^\/edit(.*)\/desk$/, "$1"), textContent: "See the piece" }));
    }
    go(cards("open").find(isTicked) ?? visible()[0]);
  };

  desk.addEventListener("submit", (event) => {
    const [action, id] = (event.submitter?.value ?? "save").split(":");
    if (action === "add" || action === "pass") {
      return; // the whole form goes, and comes back with what has changed
    }
    event.preventDefault();
    if (action === "publish") {
      publish();
    } else if (action === "save" || action === "check") {
      flush();
    } else {
      act(byId(id), action);
    }
  });

  desk.addEventListener("click", (event) => {
    const months = event.target.closest("[data-months]")?.dataset.months;
    if (months) {
      due(event.target.closest("[data-card]"), Number(months));
    }
  });
  text.addEventListener("click", (event) => {
    const part = event.target.closest("[data-mark]");
    if (part && getSelection().isCollapsed) {
      go(byId(part.dataset.mark));
    }
  });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-card]");
    if (card) {
      point(card);
    }
  });
  desk.elements.topics.addEventListener("change", forAll);

  // Selected words go into the field from which a card is made
  const add = desk.elements.add;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) {
      return;
    }
    const words = selection.toString().trim();
    const before = selection.getRangeAt(0).cloneRange();
    const space = selection.toString().length - selection.toString().trimStart().length;
    before.setStart(text, 0);
    before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
    const outside = before.cloneContents();
    outside.querySelectorAll("sup").forEach((number) => number.remove());
    add.value = words.replace(/\s+/g, " ").slice(0, 2000);
    desk.elements["add-at"].value = outside.textContent.length + space;
  });
  add.addEventListener("input", () => { desk.elements["add-at"].value = ""; });
  add.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      desk.requestSubmit(desk.querySelector("[value=add]"));
    }
  });

  const help = document.getElementById("help");
  help.hidden = false;
  help.addEventListener("click", () => document.getElementById("keys").showModal());

  const fold = (name) => {
    const details = document.querySelector(`[data-fold=${name}]`);
    if (!details.hidden) {
      details.open = !details.open;
      go(details.open ? cards(name)[0] : cards("open")[0]);
    }
  };

  const onCard = {
    j: (card) => go(beside(card, 1)),
    k: (card) => go(beside(card, -1)),
    ArrowDown: (card) => go(beside(card, 1)),
    ArrowUp: (card) => go(beside(card, -1)),
    e: (card) => (isOpen(card) ? edit(card) : card.dataset.list !== "done" && act(card, "take-up")),
    Enter: (card) => onCard.e(card),
    " ": (card) => (isOpen(card) ? find(card, "ticked").click() : onCard.e(card)),
    x: (card) => card.dataset.list !== "done" && act(card, "reject"),
    t: (card) => card.dataset.list !== "done" && act(card, "report"),
    d: (card) => edit(card, "criteria.dueOn"),
    l: (card) => find(card, "looked")?.click(),
    3: (card) => isOpen(card) && due(card, 3),
    6: (card) => isOpen(card) && due(card, 6),
    1: (card) => isOpen(card) && due(card, 12),
  };
  const anywhere = {
    p: publish,
    "?": () => document.getElementById("keys").showModal(),
    n: () => (add.value.trim() && !getSelection().isCollapsed ? desk.requestSubmit(desk.querySelector("[value=add]")) : add.focus()),
    a: () => desk.elements.topics.focus(),
    m: () => fold("maybe"),
    o: () => fold("others"),
    u: () => {
      const card = byId(decided.pop());
      if (card) {
        act(card, "take-back");
      }
    },
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) {
      return;
    }
    const target = event.target;
    const card = here();
    if (event.key === "Escape" && card && isOpen(card)) {
      event.preventDefault();
      leave(card);
      return;
    }
    if (event.key === "Escape" && target.closest("#desk input, #desk textarea")) {
      go(card ?? visible()[0]);
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && card && isOpen(card)) {
      event.preventDefault();
      const next = beside(card, 1);
      leave(card);
      go(next);
      return;
    }
    const control = target.closest("input, textarea, select, button, summary, a, #text");
    const writing = control?.matches("textarea, select, input:not([type=radio], [type=checkbox])");
    if (event.ctrlKey || event.altKey || event.metaKey || writing) {
      return;
    }
    const own = control && event.key.length > 1 || control && event.key === " "; // arrows, Enter and space are the control's own
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (own) {
      return;
    }
    const doing = anywhere[key] ?? (card && onCard[key]) ?? (/^(j|k|Arrow(Down|Up))$/.test(key) ? () => go(visible()[0]) : null);
    if (doing && !(event.repeat && !/^(j|k|Arrow)/.test(key))) {
      event.preventDefault();
      doing(card);
    }
  });

  // What others do at the same desk
  let since = desk.dataset.now;
  const news = async () => {
    if (document.hidden) {
      return;
    }
    const items = [];
    let next = null;
    do {
      const answer = await fetch(`${desk.dataset.news}?limit=200&since=${encodeURIComponent(since)}${next ? `&cursor=${next}` : ""}`).catch(() => null);
      if (!answer?.ok) {
        return;
      }
      const list = await answer.json();
      items.push(...list.items);
      next = list.next;
    } while (next);
    for (const one of items) {
      const card = byId(one.id);
      const list = one.status === "OPEN" ? "open" : null;
      const known = card && (isOpen(card) ? list && Number(find(card, "seen").value.split(".")[0]) >= one.version : !list && card.dataset.version >= one.version);
      if (!known && !timers.has(one.id) && !(card && card.contains(document.activeElement) && work(card)?.open)) {
        await queues.get(one.id);
        const fresh = await page(one.id);
        if (fresh) {
          const focused = card && document.activeElement === card;
          place(fresh);
          if (focused) {
            go(byId(one.id));
          }
          tell(`${one.changedBy} has changed a card`);
        }
      }
      since = one.changedAt > since ? one.changedAt : since;
    }
  };
  setInterval(news, 15000);
  window.addEventListener("focus", news);

  // What the language model has marked is laid where it belongs; what is here, and what somebody is at, stays
  const bring = async () => {
    const answer = await fetch(location.href.replace(/#.*/, ""), { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      return;
    }
    const anew = new DOMParser().parseFromString(await answer.text(), "text/html");
    let come = 0;
    for (const card of [...anew.querySelectorAll("[data-card]")]) {
      const here = byId(card.dataset.card);
      if (!here || here.dataset.list !== card.dataset.list && !queues.has(card.dataset.card)) {
        come += 1;
        place(document.adoptNode(card));
      } else {
        here.querySelector(".number").replaceWith(document.adoptNode(card.querySelector(".number")));
        if (isOpen(here) && !timers.has(card.dataset.card) && !changed.has(card.dataset.card)) {
          here.querySelector("[data-part=head]").replaceWith(document.adoptNode(card.querySelector("[data-part=head]")));
        }
      }
    }
    text.replaceChildren(...anew.getElementById("text").childNodes);
    document.querySelectorAll("[data-card]").forEach(mark);
    if (current) {
      marksOf(current.dataset.card).forEach((part) => part.classList.add("current"));
    }
    document.getElementById("nothing")?.remove();
    tell(come ? `The language model has marked ${come} more` : "The language model has found nothing more");
  };
  document.addEventListener("desk:read", bring);

  // What a crash, or a lost connection, has left in this browser
  for (const card of cards("open")) {
    const lost = kept.get(card);
    if (lost && lost !== String(fields(card))) {
      const was = new URLSearchParams(lost);
      for (const field of card.querySelectorAll("[name]")) {
        if (field.type === "radio" || field.type === "checkbox") {
          field.checked = was.getAll(field.name).includes(field.value);
        } else {
          field.value = was.get(field.name) ?? "";
        }
      }
      typed(card);
      tell("What was typed before and not yet saved is back.");
    } else if (lost) {
      kept.drop(card);
    }
  }

  document.querySelectorAll("[data-card]").forEach(prepare);
  document.querySelectorAll("[data-card]").forEach(mark);
  const named = location.hash.startsWith("#card-") && document.getElementById(location.hash.slice(1));
  if (named && isOpen(named)) {
    edit(named, "statement");
  } else {
    go(named || visible()[0]);
  }
  (async () => {
    for (const card of cards("open").filter(isTicked)) {
      await look(card);
    }
  })();
})();
