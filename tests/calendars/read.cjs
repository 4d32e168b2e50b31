// Reads a calendar from standard input with the named library and prints its events as JSON.
// Usage: NODE_PATH=…/node_modules node read.cjs ical.js|node-ical < feed.ics
"use strict";

const text = require("node:fs").readFileSync(0, "utf8");

const readers = {
  "ical.js": () => {
    const loaded = require("ical.js");
    const ICAL = loaded.default ?? loaded;
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component, { strictExceptions: true });
      return {
        uid: event.uid,
        sequence: event.sequence,
        starts: event.startDate.toJSDate().toISOString(),
        ends: event.endDate.toJSDate().toISOString(),
        summary: event.summary,
        status: component.getFirstPropertyValue("status"),
        description: event.description,
        location: event.location,
        alarms: component.getAllSubcomponents("valarm").length,
      };
    });
  },
  "node-ical": () => {
    const found = require("node-ical").sync.parseICS(text);
    return Object.values(found).filter((one) => one.type === "VEVENT").map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      starts: event.start.toISOString(),
      ends: event.end.toISOString(),
      summary: event.summary,
      status: event.status,
      description: event.description,
      location: event.location,
      alarms: (event.alarms ?? []).length,
    }));
  },
};

process.stdout.write(JSON.stringify(readers[process.argv[2]]()));
