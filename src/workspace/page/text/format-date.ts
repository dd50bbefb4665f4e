// Dates inside messages (`<!date^…>`), in the reader's own language and time zone. Pure.

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_pretty: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short_pretty: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long_pretty: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Fills Slack's date tokens in `format`; `seconds` since 1970, UTC. A moment that is none gives `fallback`. */
export function formatDate(seconds: number, format: string, fallback: string, locale?: string): string {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return fallback;
  return format
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      const options = index % 2 === 1 && Object.hasOwn(formats, part) ? formats[part] : undefined;
      return options === undefined ? part : new Intl.DateTimeFormat(locale, options).format(moment);
    })
    .join('');
}
