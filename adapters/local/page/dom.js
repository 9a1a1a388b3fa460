/** Makes an element: attributes by name, `on…` listeners, text or elements as children. Nothing here takes markup. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'class') made.className = value;
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** The server's markup of a card; it escaped every word in it (render.ts), and the page's CSP runs nothing inline. */
export function fromMarkup(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}

/** Of two ids of the sequence, whether the first is the later. */
export const later = (one, other) => one.length > other.length || (one.length === other.length && one > other);
