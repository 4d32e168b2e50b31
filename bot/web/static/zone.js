// Puts the programme's moments into the reader's own zone, and lets the reader choose another one.
// The choice is remembered on this device only; without this script the page stays in the programme's zone.
"use strict";

(() => {
  const MARK = "\uE000";
  const REMEMBERED = "marathon-zone";
  const choice = document.getElementById("zone");
  if (!choice) return;
  // Days and hours as the reader's region writes them, if it writes the page's language; English elsewhere is British:
  // a month in words and 24 hours are misread by nobody.
  const said = document.documentElement.lang;
  const regional = (navigator.languages ?? []).find((tag) => tag.startsWith(`${said}-`));
  const language = regional ?? (said === "en" ? "en-GB" : said);
  const digits = { numberingSystem: "latn" }; // as the server and certificates write them
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const programme = choice.dataset.programme;

  // Browsers still report some zones by names that their people gave up.
  const TODAY = {
    "Africa/Asmera": "Africa/Asmara", "America/Godthab": "America/Nuuk", "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon", "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe", "Europe/Kiev": "Europe/Kyiv", "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei", "Pacific/Truk": "Pacific/Chuuk",
  };
  const name = (zone) => (TODAY[zone] ?? zone).replaceAll("_", " ");

  const recall = () => {
    try {
      return localStorage.getItem(REMEMBERED);
    } catch {
      return null; // storage may be switched off
    }
  };

  const remember = (zone) => {
    try {
      localStorage.setItem(REMEMBERED, zone);
    } catch {
      // then the choice lasts as long as the page
    }
  };

  const known = (zone) => {
    try {
      new Intl.DateTimeFormat(language, { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  };

  const offer = (zone, text, parent) => {
    const option = document.createElement("option");
    option.value = zone;
    option.textContent = text;
    parent.append(option);
  };

  const fill = () => {
    if (own && known(own)) offer(own, choice.dataset.ownText.replace(MARK, name(own)), choice);
    if (programme !== own && known(programme)) {
      offer(programme, choice.dataset.programmeText.replace(MARK, name(programme)), choice);
    }
    const all = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
    const groups = new Map();
    for (const zone of ["UTC", ...all.filter((zone) => zone !== "UTC")]) {
      const region = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "UTC";
      if (!groups.has(region)) {
        const group = document.createElement("optgroup");
        group.label = region;
        groups.set(region, group);
        choice.append(group);
      }
      offer(zone, name(zone), groups.get(region));
    }
  };

  const show = (zone) => {
    const day = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: "full", ...digits });
    const hours = new Intl.DateTimeFormat(language, { timeZone: zone, timeStyle: "short", ...digits });
    for (const moment of document.querySelectorAll("time.moment")) {
      const starts = new Date(moment.dateTime);
      const ends = new Date(moment.dataset.ends);
      moment.querySelector(".day").textContent = day.format(starts);
      const last = day.format(ends) === day.format(starts) ? "" : `, ${day.format(ends)}`;
      moment.querySelector(".hours").textContent = `${hours.format(starts)} – ${hours.format(ends)}${last}`;
    }
    const shown = document.getElementById("zone-shown");
    shown.textContent = shown.dataset.text.replace(MARK, name(zone));
  };

  fill();
  const remembered = recall();
  const first = remembered && known(remembered) ? remembered : own && known(own) ? own : programme;
  if (!known(first)) return;
  choice.value = first;
  if (choice.value !== first) {
    offer(first, name(first), choice);
    choice.value = first;
  }
  choice.parentElement.hidden = false;
  show(first);
  choice.addEventListener("change", () => {
    remember(choice.value);
    show(choice.value);
  });
})();
