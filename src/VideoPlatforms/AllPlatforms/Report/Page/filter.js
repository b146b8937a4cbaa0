// Finds and sorts videos.

import { videos } from './data.js';
import { collator } from './text.js';

export const filter = { words: [], platforms: new Set(), states: new Set() };

export const sorts = {
  title: row => videos.title[row],
  platform: row => videos.platform[row],
  state: row => videos.state[row],
  created: row => videos.created[row],
  duration: row => videos.duration[row],
  size: row => videos.size[row],
  plays: row => videos.plays[row],
};

const orders = new Map();

const isUnknown = value => value === null || value === undefined || Number.isNaN(value);

// Every order is computed once: the known values, and behind them the unknown ones.
function orderOf(key) {
  let order = orders.get(key);
  if (!order) {
    const value = sorts[key];
    const known = [];
    const unknown = [];
    for (let row = 0; row < videos.count; row++) {
      (isUnknown(value(row)) ? unknown : known).push(row);
    }

    known.sort(key === 'title' ? (one, other) => collator.compare(videos.title[one], videos.title[other]) : (one, other) => value(one) - value(other));
    order = { known, unknown };
    orders.set(key, order);
  }

  return order;
}

function selection(values, size) {
  const selected = new Uint8Array(size);
  for (let value = 0; value < size; value++) {
    selected[value] = values.size === 0 || values.has(value) ? 1 : 0;
  }

  return selected;
}

export const setWords = text => {
  filter.words = text.toLowerCase().split(/\s+/).filter(word => word);
};

/** Returns the rows that match, in the order of a column. */
export function find(sort, descending) {
  const platforms = selection(filter.platforms, 256);
  const states = selection(filter.states, 256);
  const { words } = filter;
  const found = [];
  const add = row => {
    if (platforms[videos.platform[row]] && states[videos.state[row]]) {
      const haystack = videos.haystack[row];
      for (const word of words) {
        if (!haystack.includes(word)) {
          return;
        }
      }

      found.push(row);
    }
  };

  if (!sort) {
    for (let row = 0; row < videos.count; row++) {
      add(row);
    }

    return found;
  }

  const { known, unknown } = orderOf(sort);
  if (descending) {
    for (let place = known.length - 1; place >= 0; place--) {
      add(known[place]);
    }
  } else {
    known.forEach(add);
  }

  unknown.forEach(add);
  return found;
}
