// The table of videos.

import { urlOf, videos } from './data.js';
import { byId, create, createLink, stateBadge, webAddress } from './dom.js';
import { formatDuration, formatNumber, formatOffset, formatSize, formatTime, platformName, stateName, summary, text } from './text.js';

const knows = {
  created: summary.total.oldest !== null,
  duration: summary.total.unknownDuration < summary.total.count,
  size: summary.total.unknownSize < summary.total.count,
  plays: summary.total.plays !== undefined,
};

/** The columns, by the names of the sorts. Columns without a value are left out. */
export const columns = [
  ['title', 'Title', false],
  ['platform', 'Platform', false],
  ['state', 'State', false],
  ['created', 'Created', false],
  ['duration', 'Duration', true],
  ['size', 'Size', true],
  ['plays', 'Plays', true],
].filter(([key]) => knows[key] ?? true).map(([key, name, isNumber]) => ({ key, name: text(name), isNumber }));

export const titleOf = row => videos.title[row] || videos.id[row] || text('Untitled');

export const createdOf = row => (Number.isNaN(videos.created[row]) ? '–' : formatTime(videos.created[row], videos.offset[row]));

export const durationOf = row => (Number.isNaN(videos.duration[row]) ? '–' : formatDuration(videos.duration[row]));

const orDash = (value, format) => (Number.isNaN(value) ? '–' : format(value));

const cells = {
  platform: row => [platformName(videos.platform[row])],
  state: row => [stateBadge(videos.state[row], stateName(videos.state[row]))],
  created: row => [Number.isNaN(videos.created[row]) ? '–' : create('span', { title: `UTC${formatOffset(videos.offset[row])}` }, createdOf(row))],
  duration: row => [durationOf(row)],
  size: row => [orDash(videos.size[row], formatSize)],
  plays: row => [orDash(videos.plays[row], formatNumber)],
};

const longest = 160;

/** Returns a text that is not too long for a row. */
export const shorten = value => (value.length > longest ? `${value.slice(0, longest)}…` : value);

function rowOf(row, open) {
  const title = titleOf(row);
  const url = webAddress(urlOf(row));
  return create('tr', {},
    create('th', { scope: 'row', class: 'title' },
      create('button', { type: 'button', class: 'name', dir: 'auto', onclick: () => open(row) }, shorten(title)),
      create('span', { class: 'sub' }, create('span', { class: 'only-narrow' }, [platformName(videos.platform[row]), createdOf(row), durationOf(row)].filter(known => known !== '–').join(' · ')), videos.title[row] ? create('span', { class: 'id' }, shorten(videos.id[row] ?? '')) : null)),
    ...columns.slice(1).map(column => create('td', { class: `${column.key}${column.isNumber ? ' number' : ''}` }, ...cells[column.key](row))),
    create('td', { class: 'link' }, url ? createLink(url, text('Open'), create('span', { class: 'visually-hidden' }, ` ${shorten(title)}`)) : null));
}

export function showHead(sort, descending, change) {
  byId('video-head').replaceChildren(
    ...columns.map(({ key, name, isNumber }) => {
      const isSorted = sort === key;
      return create('th', { scope: 'col', 'data-name': name, class: `${key}${isNumber ? ' number' : ''}`, 'aria-sort': isSorted ? (descending ? 'descending' : 'ascending') : null },
        create('button', { type: 'button', 'data-sort': key, onclick: () => change(key) }, name,
          create('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? (descending ? '▼' : '▲') : '')));
    }),
    create('th', { scope: 'col', class: 'link' }, create('span', { class: 'visually-hidden' }, text('Link'))));
}

export const showRows = (rows, open) => byId('video-rows').replaceChildren(...rows.map(row => rowOf(row, open)));
