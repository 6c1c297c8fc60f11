/** What RFC 5545 and 5546 forbid in a calendar file; empty when nothing. Parsers don't complain, so we look ourselves. */
export function lint(text: string): string[] {
  const wrong: string[] = [];
  if (!text.endsWith("\r\n")) wrong.push("the last line has no end");
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) wrong.push("a line doesn't end in CRLF");
  const physical = text.split("\r\n").slice(0, -1);
  for (const line of physical) {
    const octets = Buffer.byteLength(line);
    if (octets > 75) wrong.push(`${octets} octets: ${line}`);
    if (line === "") wrong.push("an empty line");
    if (/[^\P{Cc}\t]/u.test(line)) wrong.push(`a control character: ${JSON.stringify(line)}`);
    if (Buffer.from(line).toString() !== line) wrong.push(`half a character: ${JSON.stringify(line)}`);
  }
  const lines = text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;(?:[A-Z-]+=(?:"[^"]*"|[^";:,]*))*)*:(.*)$/.exec(line) ?? [];
    if (!name) wrong.push(`not a content line: ${line}`);
    if (/^(DTSTAMP|CREATED|LAST-MODIFIED)$/.test(name) && !/^\d{8}T\d{6}Z$/.test(value)) wrong.push(`not UTC: ${line}`);
    if (/^(DTSTART|DTEND)$/.test(name) && !/^\d{8}T\d{6}Z$/.test(value) && !/^DT\w+;VALUE=DATE:\d{8}$/.test(line))
      wrong.push(`neither UTC nor a date: ${line}`);
    if (/TZID/.test(line)) wrong.push(`a zone: ${line}`);
    if (/^(SUMMARY|DESCRIPTION|LOCATION)$/.test(name) && /(^|[^\\])(\\\\)*[,;]/.test(value))
      wrong.push(`unescaped: ${line}`);
  }
  const one = (start: string, of: readonly string[]) => {
    const count = of.filter((line) => line.startsWith(start)).length;
    if (count !== 1) wrong.push(`${count} × ${start}`);
  };
  for (const start of ["BEGIN:VCALENDAR", "END:VCALENDAR", "VERSION:2.0", "PRODID:", "METHOD:"]) one(start, lines);
  const named = (edge: string) => lines.flatMap((line) => (line.startsWith(edge) ? line.slice(edge.length) : []));
  if (named("BEGIN:").sort().join() !== named("END:").sort().join()) wrong.push("something begins and doesn't end");
  const method = lines.find((line) => line.startsWith("METHOD:"))?.slice("METHOD:".length);
  const events = text
    .replace(/\r\n[ \t]/g, "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1);
  for (const event of events) {
    const own = event.split("END:VEVENT")[0]?.split("\r\n") ?? [];
    for (const start of ["UID:", "DTSTAMP:", "DTSTART", "DTEND", "SEQUENCE:", "SUMMARY:", "ORGANIZER"]) one(start, own);
    const attendees = own.filter((line) => line.startsWith("ATTENDEE")).length;
    const right = method === "REQUEST" ? [1] : method === "PUBLISH" ? [0] : [0, 1];
    if (!right.includes(attendees)) wrong.push(`${attendees} attendees in ${method}`);
    if (method === "CANCEL" && !own.includes("STATUS:CANCELLED")) wrong.push("a cancellation that isn't one");
  }
  if (method !== "PUBLISH" && new Set(lines.filter((l) => l.startsWith("UID:"))).size > 1)
    wrong.push(`several meetings in ${method}`);
  return wrong;
}
