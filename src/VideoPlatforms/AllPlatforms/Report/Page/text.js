// The texts of the page, the totals, and the formats of values.

const read = id => JSON.parse(document.getElementById(id).textContent);

export const texts = read('texts');
export const summary = read('summary');

const language = summary.language;
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const percentage = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

export const collator = new Intl.Collator(language, { numeric: true });

export const has = name => Object.hasOwn(texts, name);

export const text = (name, ...values) => texts[name].replace(/\{(\d)\}/g, (_, place) => values[place]);

export const platformName = platform => (has(`Platform.${summary.platforms[platform]}`) ? text(`Platform.${summary.platforms[platform]}`) : summary.platforms[platform]);

export const stateName = state => text(`State.${summary.states[state]}`);

export const fieldName = name => (has(`Field.${name}`) ? text(`Field.${name}`) : name);

export const formatNumber = value => whole.format(value);

export const formatPercent = value => percentage.format(value);

const two = value => String(value).padStart(2, '0');

/** Returns 1:02:03 or 2:03. */
export function formatDuration(seconds) {
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Returns a total duration in hours, or in minutes if it is short. */
export const formatHours = seconds => (seconds >= 36000 ? text('Hours', whole.format(Math.round(seconds / 3600)))
  : seconds >= 3600 ? text('Hours', oneDigit.format(seconds / 3600))
    : text('Minutes', whole.format(Math.round(seconds / 60))));

export function formatSize(bytes) {
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }

  return `${(value >= 100 ? whole : oneDigit).format(value)} ${units[unit]}`;
}

/** Returns the time in the time zone of the platform. */
export const formatTime = (seconds, offset) => {
  const time = new Date((seconds + (offset * 60)) * 1000);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 16).replace('T', ' ');
};

export const formatOffset = offset => `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
