// What changed since the reference.

import { changes } from './data.js';
import { byId, create, showPager } from './dom.js';
import { shorten } from './table.js';
import { fieldName, formatNumber, has, platformName, summary, text } from './text.js';

const pageSize = 25;

let kind = -1;
let page = 0;

const value = (property, content) => {
  const name = `State.${content}`;
  return content === null ? '–' : property === 'State' && has(name) ? text(name) : shorten(content);
};

const rowOf = ([change, platform, id, title, property, before, after]) => create('tr', {},
  create('td', {}, create('span', { class: `badge c${change}` }, text(`Change.${summary.changeKinds[change]}`))),
  create('th', { scope: 'row', class: 'title' }, create('span', { dir: 'auto' }, shorten(title || id || text('Untitled'))), create('span', { class: 'sub' }, create('span', { class: 'id' }, shorten(id ?? '')))),
  create('td', {}, platformName(platform)),
  create('td', {}, property ? fieldName(property) : ''),
  create('td', { class: 'value', dir: 'auto' }, property ? value(property, before) : ''),
  create('td', { class: 'value', dir: 'auto' }, property ? value(property, after) : ''));

function show() {
  const found = kind < 0 ? changes : changes.filter(change => change[0] === kind);
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  byId('change-count').textContent = text('ChangesShown', formatNumber(found.length), formatNumber(changes.length));
  byId('change-rows').replaceChildren(...found.slice(page * pageSize, (page + 1) * pageSize).map(rowOf));
  byId('change-table').hidden = found.length === 0;
  showPager(byId('change-pager'), page, pages, to => {
    page = to;
    show();
  }, { first: text('First'), previous: text('PreviousPage'), next: text('NextPage'), last: text('Last'), place: (one, all) => text('PageOf', formatNumber(one), formatNumber(all)) });
}

export function showChanges() {
  const total = summary.changes.reduce((sum, count) => sum + count, 0);
  const reference = summary.reference.join(', ');
  byId('changes-note').textContent = total === 0 ? text('ChangesNone') : reference ? text('ChangesSince', reference) : text('ChangesSinceVideos');
  if (total > 0) {
    const button = (name, count, value) => create('button', {
      type: 'button',
      class: 'chip',
      'aria-pressed': String(kind === value),
      onclick: event => {
        kind = value;
        page = 0;
        for (const other of event.currentTarget.parentElement.children) {
          other.setAttribute('aria-pressed', String(other === event.currentTarget));
        }

        show();
      },
    }, name, create('span', { class: 'chip-count' }, formatNumber(count)));
    byId('change-kinds').replaceChildren(
      button(text('All'), total, -1),
      ...summary.changes.map((count, number) => (count > 0 ? button(text(`Change.${summary.changeKinds[number]}`), count, number) : null)).filter(found => found));
    show();
  } else {
    byId('change-table').hidden = true;
  }
}
