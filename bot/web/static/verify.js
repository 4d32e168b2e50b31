// Compares a PDF with the fingerprint on this page. The file is read here and goes nowhere.
"use strict";

const drop = document.getElementById("drop");
const field = document.getElementById("pdf");
const said = document.getElementById("compared");
const wanted = document.getElementById("sha256").textContent.trim();

async function compare(file) {
  drop.classList.remove("same", "different");
  said.textContent = "";
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const same = found === wanted;
    drop.classList.add(same ? "same" : "different");
    said.textContent = same ? said.dataset.same : said.dataset.different;
  } catch {
    said.textContent = said.dataset.unreadable;
  }
}

if (window.crypto && crypto.subtle) {
  drop.hidden = false;
  field.addEventListener("change", () => field.files.length && compare(field.files[0]));
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) compare(event.dataTransfer.files[0]);
  });
}
