// Fills the page: first the totals and charts, then the videos as soon as they are unpacked.

import { showChanges } from './changes.js';
import { showCharts } from './charts.js';
import { load } from './data.js';
import { openDetails, prepareDetails } from './details.js';
import { byId, create, showPager } from './dom.js';
import { filter, find, setWords } from './filter.js';
import { showGallery } from './gallery.js';
import { columns, showHead, showRows } from './table.js';
import { formatHours, formatNumber, formatPercent, formatSize, platformName, stateName, summary, text } from './text.js';

// More rows would make a printout of hundreds of pages.
const mostPrinted = 2000;

const sizes = [25, 50, 100, 200];
const view = { sort: null, descending: false, page: 0, size: 50, isGallery: false };
let found = [];

const attention = ['Failed', 'Blocked'].map(name => summary.states.indexOf(name));

const countOf = test => summary.byState.filter(test).reduce((sum, measure) => sum + measure.count, 0);

const unbroken = date => date.replaceAll('-', '\u2011');

const open = row => openDetails(row, found);

function showPage() {
  const rows = found.slice(view.page * view.size, (view.page + 1) * view.size);
  byId('table-view').hidden = view.isGallery || found.length === 0;
  byId('gallery-view').hidden = !view.isGallery || found.length === 0;
  showRows(view.isGallery ? [] : rows, open);
  showGallery(view.isGallery ? rows : [], open);
  const size = create('select', { id: 'page-size', onchange: event => {
    view.size = Number(event.target.value);
    view.page = 0;
    showPage();
    byId('page-size').focus();
  } }, ...sizes.map(value => create('option', { value, selected: value === view.size }, formatNumber(value))));
  showPager(byId('pager'), view.page, Math.max(Math.ceil(found.length / view.size), 1), to => {
    view.page = to;
    showPage();
  }, { first: text('First'), previous: text('PreviousPage'), next: text('NextPage'), last: text('Last'), place: (one, all) => text('PageOf', formatNumber(one), formatNumber(all)) },
  create('label', { class: 'inline' }, text('PageSize'), size));
  byId('pager').hidden = found.length <= sizes[0];
}

function update() {
  found = find(view.sort, view.descending);
  view.page = 0;
  const isFiltered = filter.words.length > 0 || filter.platforms.size > 0 || filter.states.size > 0;
  byId('count').textContent = isFiltered ? text('CountOf', formatNumber(found.length), formatNumber(summary.total.count)) : text('Count', formatNumber(summary.total.count));
  byId('clear').hidden = !isFiltered;
  byId('empty').hidden = found.length > 0;
  byId('empty').textContent = text(summary.total.count === 0 ? 'NoVideos' : 'NothingFound');
  showPage();
}

function sortBy(sort, descending) {
  view.sort = sort;
  view.descending = descending;
  const focused = document.activeElement?.dataset.sort;
  showHead(sort, descending, key => sortBy(key, view.sort === key ? !view.descending : !['title', 'platform', 'state'].includes(key)));
  byId('video-head').querySelector(`[data-sort="${focused}"]`)?.focus();
  byId('sort').value = sort ? `${sort}${descending ? '-' : '+'}` : '';
  update();
}

function showSorts() {
  const option = (value, name) => create('option', { value }, name);
  byId('sort').append(option('', text('AsListed')), ...columns.flatMap(({ key, name }) => [option(`${key}+`, text('Ascending', name)), option(`${key}-`, text('Descending', name))]));
  byId('sort').addEventListener('change', event => {
    const { value } = event.target;
    sortBy(value.slice(0, -1) || null, value.endsWith('-'));
  });
}

function chip(values, value, name, count, className) {
  const input = create('input', { type: 'checkbox', 'data-value': value, onchange: () => {
    values[input.checked ? 'add' : 'delete'](value);
    update();
  } });
  return create('label', { class: 'chip' }, input, className ? create('span', { class: `swatch ${className}`, 'aria-hidden': 'true' }) : null, name, create('span', { class: 'chip-count' }, formatNumber(count)));
}

function clear() {
  filter.platforms.clear();
  filter.states.clear();
  setWords('');
  byId('search').value = '';
  for (const input of byId('filters').querySelectorAll('input[type=checkbox]')) {
    input.checked = false;
  }

  update();
}

function showFilters() {
  byId('platform-filter').append(...summary.byPlatform.map(measure => chip(filter.platforms, measure.platform, platformName(measure.platform), measure.count)));
  byId('state-filter').append(...summary.states
    .map((_, state) => [state, countOf(measure => measure.state === state)])
    .filter(([, count]) => count > 0)
    .map(([state, count]) => chip(filter.states, state, stateName(state), count, `s${state}`)));
  byId('search').addEventListener('input', event => {
    setWords(event.target.value);
    update();
  });
  byId('filters').addEventListener('submit', event => event.preventDefault());
  byId('clear').addEventListener('click', () => {
    clear();
    byId('search').focus();
  });
}

function showTable(isGallery) {
  view.isGallery = isGallery;
  byId('view-table').setAttribute('aria-pressed', String(!isGallery));
  byId('view-gallery').setAttribute('aria-pressed', String(isGallery));
  showPage();
}

function showAttention() {
  clear();
  for (const input of byId('state-filter').querySelectorAll('input')) {
    if (attention.includes(Number(input.dataset.value))) {
      input.checked = true;
      filter.states.add(Number(input.dataset.value));
    }
  }

  update();
  byId('videos').focus();
}

function showTotals() {
  const { total } = summary;
  const ready = countOf(measure => summary.states[measure.state] === 'Ready');
  const failing = countOf(measure => attention.includes(measure.state));
  const tile = (name, value, note) => create('div', { class: 'tile' }, create('dt', {}, name), create('dd', {}, create('strong', {}, value), note ? create('span', { class: 'muted' }, note) : null));
  const failed = create('button', { type: 'button', class: 'plain', onclick: showAttention }, text('ShowThem'));
  byId('totals').append(...[
    tile(text('Videos'), formatNumber(total.count), total.oldest ? text('From', unbroken(total.oldest), unbroken(total.newest)) : null),
    tile(text('State.Ready'), total.count > 0 ? formatPercent(ready / total.count) : '–', text('CountOf', formatNumber(ready), formatNumber(total.count))),
    tile(text('Attention'), formatNumber(failing), failing > 0 ? failed : text('AttentionNone')),
    total.unknownDuration < total.count ? tile(text('TotalDuration'), formatHours(total.seconds), total.unknownDuration > 0 ? text('KnownOf', formatNumber(total.count - total.unknownDuration)) : null) : null,
    total.unknownSize < total.count ? tile(text('TotalSize'), formatSize(total.size), total.unknownSize > 0 ? text('KnownOf', formatNumber(total.count - total.unknownSize)) : null) : null,
    total.plays === undefined ? null : tile(text('Plays'), formatNumber(total.plays), text('PlaysNote')),
  ].filter(found => found));
}

function showHeading() {
  byId('meta').textContent = [text('CreatedAt', summary.created), text(summary.byPlatform.length === 1 ? 'OnePlatform' : 'Platforms', formatNumber(summary.byPlatform.length)),
    ...(summary.isListed ? [text(summary.incomplete.length > 0 ? 'IsIncomplete' : 'IsComplete')] : [])].join(' · ');
  byId('origin').textContent = [text('Origin', summary.version), ...(summary.sessions.length > 0 ? [text('Sessions', summary.sessions.join(', '))] : [])].join(' ');
  if (summary.incomplete.length > 0) {
    byId('incomplete').hidden = false;
    byId('incomplete').textContent = text('IncompleteNote', summary.incomplete.join(', '));
  }

  const legend = summary.states.map((_, state) => create('div', {}, create('dt', {}, create('span', { class: `badge s${state}` }, stateName(state))), create('dd', {}, text(`State.${summary.states[state]}.Text`))));
  byId('state-legend').append(...legend);
}

// A printout contains all rows that match, as a table.
function preparePrint() {
  let isOpen = [];
  addEventListener('beforeprint', () => {
    isOpen = [...document.querySelectorAll('details[open]')];
    byId('table-view').hidden = found.length === 0;
    byId('gallery-view').hidden = true;
    showRows(found.slice(0, mostPrinted), open);
    byId('print-note').hidden = found.length <= mostPrinted;
    byId('print-note').textContent = text('PrintNote', formatNumber(mostPrinted), formatNumber(found.length));
    isOpen.forEach(element => {
      element.open = false;
    });
  });
  addEventListener('afterprint', () => {
    byId('print-note').hidden = true;
    isOpen.forEach(element => {
      element.open = true;
    });
    showPage();
  });
}

async function start() {
  showHeading();
  showTotals();
  if (summary.total.count > 0) {
    showCharts();
  }

  if (summary.changes) {
    byId('changes').hidden = false;
    byId('changes-link').hidden = false;
  }

  await load();
  if (summary.changes) {
    showChanges();
  }

  showSorts();
  showFilters();
  prepareDetails();
  byId('view-table').addEventListener('click', () => showTable(false));
  byId('view-gallery').addEventListener('click', () => showTable(true));
  byId('filters').hidden = summary.total.count === 0;
  sortBy(null, false);
  preparePrint();
  document.documentElement.dataset.ready = 'true';
}

try {
  await start();
} catch (error) {
  byId('failure').hidden = false;
  byId('count').textContent = '';
  throw error;
}
