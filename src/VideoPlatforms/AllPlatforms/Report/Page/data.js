// Unpacks the videos: lines of JSON, each with the values of up to 1,000 videos or changes.

import { byId } from './dom.js';
import { summary } from './text.js';

// Takes the place of the ID in addresses.
const idMark = '\u0001';

const searched = ['Description', 'Tags', 'CategoryName', 'UserName', 'UploaderEmail'];

const count = summary.total.count;

export const videos = {
  count,
  platform: new Uint8Array(count),
  state: new Uint8Array(count),
  session: new Int16Array(count),
  created: new Float64Array(count),
  offset: new Int16Array(count),
  duration: new Float64Array(count),
  size: new Float64Array(count),
  plays: new Float64Array(count),
  picture: new Int32Array(count),
  title: new Array(count),
  id: new Array(count),
  url: new Array(count),
  cover: new Array(count),
  haystack: new Array(count),
};

export const changes = [];

const details = [];
let loaded = 0;

const expand = (address, row) => (address ? address.replaceAll(idMark, () => videos.id[row]) : null);

export const urlOf = row => expand(videos.url[row], row);

/** Returns the details of a video: name and value. */
export function detailsOf(row) {
  const line = details.findLast(found => found.start <= row);
  return summary.details
    .map(name => [name, line.columns[name]?.[row - line.start]])
    .filter(([, value]) => value)
    .map(([name, value]) => [name, name.endsWith('Url') ? expand(value, row) : value]);
}

function decode(base64) {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(base64);
  }

  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) {
    bytes[place] = binary.charCodeAt(place);
  }

  return bytes;
}

function numbers(target, values, unknown) {
  for (let place = 0; place < values.length; place++) {
    target[loaded + place] = values[place] ?? unknown;
  }
}

function strings(target, values) {
  for (let place = 0; place < values.length; place++) {
    target[loaded + place] = values[place];
  }
}

function take(line) {
  if (line.changes) {
    for (const change of line.changes) {
      changes.push(change);
    }

    return;
  }

  numbers(videos.platform, line.platform, 0);
  numbers(videos.state, line.state, 0);
  numbers(videos.session, line.session, -1);
  numbers(videos.created, line.created, NaN);
  numbers(videos.offset, line.offset, 0);
  numbers(videos.duration, line.duration, NaN);
  numbers(videos.size, line.size, NaN);
  numbers(videos.plays, line.plays, NaN);
  strings(videos.title, line.title);
  strings(videos.id, line.id);
  strings(videos.url, line.url);
  if (line.picture) {
    numbers(videos.picture, line.picture, -1);
  } else {
    strings(videos.cover, line.cover);
  }

  details.push({ start: loaded, columns: line.details });
  const columns = searched.map(name => line.details[name]).filter(column => column);
  for (let place = 0; place < line.n; place++) {
    let haystack = `${line.title[place] ?? ''}\n${line.id[place] ?? ''}`;
    for (const column of columns) {
      if (column[place]) {
        haystack += `\n${column[place]}`;
      }
    }

    videos.haystack[loaded + place] = haystack.toLowerCase();
  }

  loaded += line.n;
}

export async function load() {
  const element = byId('data');
  const base64 = element.textContent;
  element.remove();
  if (!base64) {
    return;
  }

  const reader = new Blob([decode(base64)]).stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let pieces = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    let start = 0;
    for (let end = piece.value.indexOf('\n'); end >= 0; end = piece.value.indexOf('\n', start)) {
      pieces.push(piece.value.slice(start, end));
      take(JSON.parse(pieces.join('')));
      pieces = [];
      start = end + 1;
    }

    pieces.push(piece.value.slice(start));
  }
}

let pictures = null;
let pictureLines = null;

// The lines are found when the first picture is shown.
function findPictures() {
  const element = byId('pictures');
  pictures = element.textContent;
  element.remove();
  pictureLines = new Map();
  for (let start = 1, end = pictures.indexOf('\n', start); end >= 0; start = end + 1, end = pictures.indexOf('\n', start)) {
    const space = pictures.indexOf(' ', start);
    if (space > 0 && space < end) {
      pictureLines.set(Number(pictures.slice(start, space)), [space + 1, end]);
    }
  }
}

/** Returns the address of the cover of a video, or the cover itself; null if there is none. */
export function coverOf(row) {
  if (!summary.hasPictures) {
    return expand(videos.cover[row], row);
  }

  if (pictures === null) {
    findPictures();
  }

  const line = pictureLines.get(videos.picture[row]);
  return line ? `data:${pictures.slice(...line)}` : null;
}
