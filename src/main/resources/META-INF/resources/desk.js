// The review desk by keyboard. Without this file everything works with the form alone.
(() => {
  const form = document.getElementById("verdict");
  const told = document.getElementById("told");
  const outcomes = { y: "YES", n: "NO", v: "VOID", l: "NOT_YET" };
  const typing = (target) => target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || target instanceof HTMLInputElement && target.type !== "radio" || target.isContentEditable;

  form.querySelector(".keys").hidden = false;

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.contains(event.target)) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) {
      return;
    }
    const radio = form.querySelector(`input[value="${outcomes[event.key.toLowerCase()]}"]`);
    if (radio) {
      event.preventDefault();
      radio.checked = true;
      radio.focus(); // from there, Enter decides
    }
  });

  const emptyField = () => [...form.querySelectorAll("input[name=url]")].find((field) => !field.value.trim());

  const addRow = () => {
    const rows = form.querySelectorAll("#evidence .row");
    if (rows.length >= 20) {
      return null;
    }
    const row = rows[rows.length - 1].cloneNode(true);
    row.querySelectorAll(".problem").forEach((problem) => problem.remove());
    row.querySelectorAll("input").forEach((field) => { field.value = ""; field.removeAttribute("value"); });
    rows[rows.length - 1].after(row);
    return row.querySelector("input");
  };

  document.addEventListener("paste", (event) => {
    if (typing(event.target)) {
      return;
    }
    const addresses = event.clipboardData.getData("text").split(/\s+/).filter((word) => /^https?:\/\/./.test(word));
    for (const address of addresses) {
      const field = emptyField() || addRow();
      if (field) {
        event.preventDefault();
        field.value = address;
        told.textContent = `Pasted ${address}`;
      }
    }
  });

  form.querySelector("[name=more]")?.addEventListener("click", (event) => {
    const field = addRow();
    if (field) {
      event.preventDefault();
      field.focus();
    }
  });
})();
