// The charts: inline SVG with a text alternative and, for each, its numbers as a table.

import { byId, create, createSvg } from './dom.js';
import { formatHours, formatNumber, formatPercent, formatSize, platformName, stateName, summary, text } from './text.js';

let number = 0;

const rowHeight = 38;
const columnHeight = 210;
const narrow = 460;

function tableOf(caption, heads, rows) {
  return create('details', { class: 'numbers' },
    create('summary', {}, text('ShowNumbers')),
    create('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
      create('table', {},
        create('caption', { class: 'visually-hidden' }, caption),
        create('thead', {}, create('tr', {}, ...heads.map(head => create('th', { scope: 'col' }, head)))),
        create('tbody', {}, ...rows.map(([first, ...others]) => create('tr', {},
          create('th', { scope: 'row' }, first), ...others.map(value => create('td', { class: 'number' }, value))))))));
}

// A chart is drawn again when its width changes, so that its text keeps its size.
function figure({ title, description, className, draw, extra, table }) {
  const id = `chart${++number}`;
  const place = create('div', { class: 'plot' });
  const element = create('figure', { class: `card chart ${className}` }, create('figcaption', {}, title), place, extra, table);
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(place.clientWidth);
    if (width > 0 && width !== drawn) {
      drawn = width;
      const { height, shapes } = draw(width);
      place.replaceChildren(createSvg('svg', { role: 'img', 'aria-labelledby': `${id}t ${id}d`, width, height, viewBox: `0 0 ${width} ${height}` },
        createSvg('title', { id: `${id}t` }, title), createSvg('desc', { id: `${id}d` }, description), ...shapes));
    }
  }).observe(place);
  return element;
}

function platformStates() {
  const platforms = summary.byPlatform;
  const most = Math.max(...platforms.map(measure => measure.count));
  const statesOf = measure => summary.byState.filter(part => part.platform === measure.platform);
  const totals = new Map();
  for (const part of summary.byState) {
    totals.set(part.state, (totals.get(part.state) ?? 0) + part.count);
  }

  const states = [...totals.keys()].sort((one, other) => totals.get(other) - totals.get(one));
  const title = text('ChartStates');
  return figure({
    title,
    className: 'wide',
    description: platforms.map(measure => `${platformName(measure.platform)}: ${formatNumber(measure.count)} (${statesOf(measure).map(part => `${stateName(part.state)} ${formatNumber(part.count)}`).join(', ')})`).join('. '),
    draw: width => {
      const stacked = width < narrow;
      const left = stacked ? 0 : Math.min(190, width * 0.3);
      const right = 62;
      const step = stacked ? rowHeight + 14 : rowHeight;
      const shapes = [];
      platforms.forEach((measure, row) => {
        const top = row * step;
        const barTop = stacked ? top + 22 : top + 8;
        shapes.push(createSvg('text', { x: 0, y: stacked ? top + 14 : top + 25, class: 'label' }, platformName(measure.platform)));
        let x = left;
        for (const state of states) {
          const part = statesOf(measure).find(found => found.state === state);
          if (part) {
            const length = (width - left - right) * part.count / most;
            const tip = `${platformName(measure.platform)}, ${stateName(state)}: ${formatNumber(part.count)}`;
            shapes.push(createSvg('rect', { x, y: barTop, width: Math.max(length - 1.5, 1), height: 24, rx: 2, class: `s${state}` }, createSvg('title', {}, tip)));
            x += length;
          }
        }

        shapes.push(createSvg('text', { x: x + 8, y: barTop + 17, class: 'value' }, formatNumber(measure.count)));
      });
      return { height: (platforms.length * step) + 4, shapes };
    },
    extra: create('ul', { class: 'key' }, ...states.map(state => create('li', {},
      create('span', { class: `swatch s${state}`, 'aria-hidden': 'true' }), `${stateName(state)} `,
      create('strong', {}, formatNumber(totals.get(state))), ` ${formatPercent(totals.get(state) / summary.total.count)}`))),
    table: tableOf(title, [text('Platform'), ...states.map(stateName), text('Total')], platforms.map(measure => [
      platformName(measure.platform),
      ...states.map(state => formatNumber(statesOf(measure).find(part => part.state === state)?.count ?? 0)),
      formatNumber(measure.count),
    ])),
  });
}

function niceTop(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 2.5, 5, 10].map(factor => factor * power).find(top => top >= most && (top >= 10 || Number.isInteger(top))) ?? 10 * power;
}

// Columns with an axis. Their labels are left out where there is no room.
function columns(values, labelOf, tipOf, labelWidth, showsValues) {
  return width => {
    const left = 46;
    const bottom = columnHeight - 26;
    const top = niceTop(Math.max(...values, 1));
    const step = (width - left) / values.length;
    const gap = step > 12 ? Math.min(step * 0.28, 18) : step > 4 ? 1.5 : 0;
    const every = Math.max(1, Math.ceil(labelWidth / step));
    const shapes = [];
    for (let line = 0; line <= 4; line++) {
      const value = top * line / 4;
      const y = bottom - ((bottom - 22) * line / 4);
      if (Number.isInteger(value)) {
        shapes.push(
          createSvg('line', { x1: left, x2: width, y1: y, y2: y, class: line === 0 ? 'axis' : 'grid' }),
          createSvg('text', { x: left - 8, y: y + 4, class: 'tick end' }, formatNumber(value)));
      }
    }

    values.forEach((value, place) => {
      const height = (bottom - 22) * value / top;
      const x = left + (place * step) + (gap / 2);
      if (value > 0) {
        shapes.push(createSvg('rect', { x, y: bottom - height, width: Math.max(step - gap, 0.5), height, rx: step > 12 ? 2 : 0, class: 'column' }, createSvg('title', {}, tipOf(place))));
      }

      if (showsValues && step > 34) {
        shapes.push(createSvg('text', { x: x + ((step - gap) / 2), y: bottom - height - 6, class: 'value middle' }, formatNumber(value)));
      }

      if (labelOf(place) && place % every === 0 && x + ((step - gap) / 2) < width - (labelWidth / 2) + 12) {
        shapes.push(createSvg('text', { x: x + ((step - gap) / 2), y: bottom + 18, class: 'tick middle' }, labelOf(place)));
      }
    });
    return { height: columnHeight, shapes };
  };
}

const monthNumber = month => (Number(month.slice(0, 4)) * 12) + Number(month.slice(5)) - 1;

const monthName = month => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

function months() {
  const known = summary.byMonth.filter(measure => measure.month);
  const counts = new Map(known.map(measure => [monthNumber(measure.month), measure.count]));
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());

  // Many months become years.
  const byYear = last - first >= 120;
  const names = [];
  const values = [];
  for (let month = first; month <= last; month++) {
    const name = byYear ? monthName(month).slice(0, 4) : monthName(month);
    if (names.at(-1) !== name) {
      names.push(name);
      values.push(0);
    }

    values[values.length - 1] += counts.get(month) ?? 0;
  }

  const title = text(byYear ? 'ChartYears' : 'ChartMonths');
  const unknown = summary.byMonth.filter(measure => !measure.month).map(measure => [text('Unknown'), formatNumber(measure.count)]);
  const best = values.indexOf(Math.max(...values));
  return figure({
    title,
    className: 'half',
    description: text('ChartMonthsText', names[0], names.at(-1), names[best], formatNumber(values[best])),
    draw: columns(values, place => names[place], place => `${names[place]}: ${formatNumber(values[place])}`, 58, false),
    table: tableOf(title, [text('Month'), text('Videos')], [...known.map(measure => [measure.month, formatNumber(measure.count)]), ...unknown]),
  });
}

function lengths() {
  const limits = summary.lengthLimits;
  const names = summary.byLength.map((_, place) => (place === 0 ? text('LengthBelow', limits[0])
    : place === limits.length ? text('LengthFrom', limits[place - 1])
      : text('LengthBetween', limits[place - 1], limits[place])));
  const values = summary.byLength;
  const title = text('ChartLengths');
  const unknown = summary.total.unknownDuration;
  return figure({
    title,
    className: 'half',
    description: names.map((name, place) => `${name}: ${formatNumber(values[place])}`).join(', '),
    draw: columns(values, place => names[place], place => `${names[place]}: ${formatNumber(values[place])}`, 44, true),
    extra: unknown > 0 ? create('p', { class: 'muted small' }, text('LengthUnknown', formatNumber(unknown))) : null,
    table: tableOf(title, [text('Length'), text('Videos')],
      [...names.map((name, place) => [name, formatNumber(values[place])]), ...(unknown > 0 ? [[text('Unknown'), formatNumber(unknown)]] : [])]),
  });
}

function volumes() {
  const columnsOf = [
    [text('Videos'), measure => measure.count, formatNumber],
    [text('Duration'), measure => (measure.unknownDuration < measure.count ? measure.seconds : null), formatHours],
    [text('Size'), measure => (measure.unknownSize < measure.count ? measure.size : null), formatSize],
    [text('Plays'), measure => measure.plays ?? null, formatNumber],
  ].filter(([, value]) => summary.byPlatform.some(measure => value(measure) !== null));
  const total = summary.total;
  const most = columnsOf.map(([, value]) => Math.max(...summary.byPlatform.map(measure => value(measure) ?? 0), 1));
  const cell = ([, value, format], measure, place) => {
    const amount = value(measure);
    return create('td', { class: 'number' }, amount === null ? '–' : format(amount), amount === null || place === undefined ? null
      : createSvg('svg', { class: 'meter', 'aria-hidden': 'true', viewBox: '0 0 100 4', preserveAspectRatio: 'none' },
        createSvg('rect', { width: 100, height: 4, class: 'track' }),
        createSvg('rect', { width: 100 * amount / most[place], height: 4, class: 'column' })));
  };
  return create('figure', { class: 'card chart wide' },
    create('figcaption', { id: 'volumes' }, text('ChartVolumes')),
    create('div', { class: 'scroll', role: 'region', 'aria-labelledby': 'volumes', tabindex: '0' },
      create('table', { class: 'volumes', 'aria-labelledby': 'volumes' },
        create('thead', {}, create('tr', {}, create('th', { scope: 'col' }, text('Platform')), ...columnsOf.map(([name]) => create('th', { scope: 'col', class: 'number' }, name)))),
        create('tbody', {}, ...summary.byPlatform.map(measure => create('tr', {},
          create('th', { scope: 'row' }, platformName(measure.platform)), ...columnsOf.map((column, place) => cell(column, measure, place))))),
        create('tfoot', {}, create('tr', {}, create('th', { scope: 'row' }, text('Total')), ...columnsOf.map(column => cell(column, total)))))));
}

export function showCharts() {
  const charts = [platformStates()];
  if (summary.byMonth.some(measure => measure.month)) {
    charts.push(months());
  }

  if (summary.total.unknownDuration < summary.total.count) {
    charts.push(lengths());
  }

  byId('charts').append(...charts, volumes());
}
