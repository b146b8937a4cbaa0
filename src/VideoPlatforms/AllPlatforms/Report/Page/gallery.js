// The covers.

import { coverOf, videos } from './data.js';
import { byId, create, createSvg, stateBadge, webAddress } from './dom.js';
import { durationOf, shorten, titleOf } from './table.js';
import { platformName, stateName } from './text.js';

const placeholder = () => create('span', { class: 'placeholder', 'aria-hidden': 'true' },
  createSvg('svg', { viewBox: '0 0 48 48', width: 44, height: 44 },
    createSvg('rect', { x: 5, y: 10, width: 38, height: 28, rx: 5, class: 'frame' }),
    createSvg('path', { d: 'M20 17.5v13l11-6.5z', class: 'play' })));

/** Shows the cover of a video, or a placeholder if there is none or it cannot be loaded. */
export function createCover(row, loading) {
  const cover = coverOf(row);
  const address = cover?.startsWith('data:image/') ? cover : cover && webAddress(cover);
  if (!address) {
    return placeholder();
  }

  const image = create('img', { alt: '', loading, decoding: 'async', referrerpolicy: 'no-referrer', width: 320, height: 180 });
  image.addEventListener('error', () => image.replaceWith(placeholder()));
  image.src = address;
  return image;
}

const cardOf = (row, open) => create('li', {},
  create('button', { type: 'button', class: 'cover-card', onclick: () => open(row) },
    create('span', { class: 'cover' }, createCover(row, 'lazy'), durationOf(row) === '–' ? null : create('span', { class: 'length' }, durationOf(row))),
    create('span', { class: 'cover-title', dir: 'auto' }, shorten(titleOf(row))),
    create('span', { class: 'cover-foot' }, stateBadge(videos.state[row], stateName(videos.state[row])), create('span', { class: 'muted' }, platformName(videos.platform[row])))));

export const showGallery = (rows, open) => byId('gallery-view').replaceChildren(...rows.map(row => cardOf(row, open)));
