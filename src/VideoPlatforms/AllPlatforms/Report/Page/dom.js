// Creates elements. All text is set as text, never as markup.

export const byId = id => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }

  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export const create = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

export const createSvg = (tag, attributes = {}, ...children) => fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/** Returns an address that a link or a picture may have; null for every other scheme. */
export function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export const createLink = (address, ...children) => create(
  'a', { href: address, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }, ...children);

export const stateBadge = (state, name) => create('span', { class: `badge s${state}` }, name);

/** Shows the buttons of a list of pages. */
export function showPager(container, page, pages, go, labels, ...tools) {
  const button = (label, to, enabled) => create('button', { type: 'button', onclick: () => go(to), 'data-page': label, 'aria-disabled': enabled ? null : 'true' }, label);
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.page : null;
  container.replaceChildren(
    ...tools,
    create('span', { class: 'pages' },
      button(labels.first, 0, page > 0),
      button(labels.previous, Math.max(page - 1, 0), page > 0),
      create('span', { class: 'place' }, labels.place(page + 1, pages)),
      button(labels.next, Math.min(page + 1, pages - 1), page < pages - 1),
      button(labels.last, pages - 1, page < pages - 1)));
  container.hidden = pages <= 1 && tools.length === 0;
  if (focused) {
    [...container.querySelectorAll('button')].find(found => found.dataset.page === focused)?.focus();
  }
}
