// The viewer's date and time zone. The bot is told the day that it is in UTC at the viewer's time.

const HOUR_MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** What the viewer has chosen; no date is the real one. */
export const viewer = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC', date: null };

/** All time zones that the browser knows. */
export function zones() {
  const known = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', viewer.zone, ...known])].sort();
}

/** The parts of a moment in a time zone, as numbers. */
function parts(moment, zone) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...DAY, ...HOUR_MINUTE, second: '2-digit' });
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function ahead(moment, zone) {
  const { year, month, day, hour, minute, second } = parts(moment, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment.getTime() / 1000) * 1000;
}

/** The moment that it is for the viewer: now, on the chosen date. */
export function now() {
  const real = new Date();
  if (!viewer.date) return real;
  const [year, month, day] = viewer.date.split('-').map(Number);
  const { hour, minute, second } = parts(real, viewer.zone);
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second);
  let moment = new Date(wanted - ahead(real, viewer.zone));
  // Twice, because the clock may have been changed between the two days.
  moment = new Date(wanted - ahead(moment, viewer.zone));
  return moment;
}

/** The viewer's date, `2026-09-15`. */
export function localDate(moment = now()) {
  const { year, month, day } = parts(moment, viewer.zone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day that it is for the bot. */
export function botDate() {
  return now().toISOString().slice(0, 10);
}

/** A date some days away. */
export function shifted(date, days) {
  const moment = new Date(`${date}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** A moment as Discord writes its markup for it, in the viewer's zone. */
export function written(moment, format) {
  const zone = { timeZone: viewer.zone };
  const styles = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    f: { dateStyle: 'long', timeStyle: 'short' },
  };
  if (format === 'R') {
    const hours = Math.round((moment - now()) / 3_600_000);
    const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
    return Math.abs(hours) < 48 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
  }
  return new Intl.DateTimeFormat('en-GB', { ...zone, ...(styles[format] ?? styles.f) }).format(moment);
}

/** "15 September 2026, 14:05", as it stands beside a message. */
export function stamp(moment) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: viewer.zone, dateStyle: 'medium', timeStyle: 'short' });
  return format.format(moment);
}
