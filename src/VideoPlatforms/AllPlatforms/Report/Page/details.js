// The details of one video.

import { detailsOf, urlOf, videos } from './data.js';
import { byId, create, createLink, stateBadge, webAddress } from './dom.js';
import { createCover } from './gallery.js';
import { createdOf, durationOf, titleOf } from './table.js';
import { fieldName, formatNumber, formatOffset, formatSize, platformName, stateName, summary, text } from './text.js';

const dialog = byId('details');
let rows = [];
let place = 0;

function addressOf(value) {
  const address = webAddress(value);
  return address ? createLink(address, value) : value;
}

function show() {
  const row = rows[place];
  const url = webAddress(urlOf(row));
  const properties = [
    ['State', stateBadge(videos.state[row], stateName(videos.state[row]))],
    ['Platform', platformName(videos.platform[row])],
    ['Id', create('span', { class: 'id' }, videos.id[row] ?? '')],
    ['Created', Number.isNaN(videos.created[row]) ? null : `${createdOf(row)} UTC${formatOffset(videos.offset[row])}`],
    ['Duration', Number.isNaN(videos.duration[row]) ? null : durationOf(row)],
    ['Size', Number.isNaN(videos.size[row]) ? null : `${formatSize(videos.size[row])} (${formatNumber(videos.size[row])} B)`],
    ['Plays', Number.isNaN(videos.plays[row]) ? null : formatNumber(videos.plays[row])],
    ['Session', videos.session[row] < 0 ? null : summary.sessions[videos.session[row]]],
  ].filter(([, value]) => value !== null).map(([name, value]) => [text(name), value]);
  const others = detailsOf(row).map(([name, value]) => [fieldName(name), name.endsWith('Url') ? addressOf(value) : value]);
  byId('details-title').textContent = titleOf(row);
  byId('details-body').replaceChildren(
    create('div', { class: 'cover' }, createCover(row, 'eager')),
    url ? createLink(url, text('OpenVideo')) : create('p', { class: 'muted small' }, text('NoLink')),
    create('dl', { class: 'properties' }, ...[...properties, ...others].flatMap(([name, value]) => [create('dt', {}, name), create('dd', { dir: 'auto' }, value)])));
  byId('details-body').scrollTop = 0;
  byId('details-place').textContent = text('PlaceOf', formatNumber(place + 1), formatNumber(rows.length));
  byId('details-previous').setAttribute('aria-disabled', String(place === 0));
  byId('details-next').setAttribute('aria-disabled', String(place === rows.length - 1));
}

function move(step) {
  const next = place + step;
  if (next >= 0 && next < rows.length) {
    place = next;
    show();
  }
}

/** Shows a video, and with the buttons the ones before and after it. */
export function openDetails(row, found) {
  rows = found;
  place = Math.max(found.indexOf(row), 0);
  show();
  dialog.showModal();
}

export function prepareDetails() {
  byId('details-close').addEventListener('click', () => dialog.close());
  byId('details-previous').addEventListener('click', () => move(-1));
  byId('details-next').addEventListener('click', () => move(1));
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      move(event.key === 'ArrowLeft' ? -1 : 1);
    }
  });
}
