// What every part stands on: words, events, elements, the browser's storage.

const { course } = cw; // the builder's word on the course
const { document, location } = window; // in locals, whose names are made short
let state; // what the learner has done; also cw.state

const t = cw.t = (text, values) => (cw.words[text] || text).replace(/\{(\w+)\}/g, (gap, name) => values[name]);

const listeners = {};
cw.on = (event, listener) => (listeners[event] = listeners[event] || []).push(listener);
cw.emit = (event, value) => (listeners[event] || []).forEach((listener) => listener(value));

const el = cw.el = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
};

// In a page, an element, or what has one as its `el`: the first that matches, or a list of all.
const $ = cw.$ = (at, selector) => (at.el || at).querySelector(selector);
const $$ = cw.$$ = (at, selector) => [...(at.el || at).querySelectorAll(selector)];

// Nobody sets this clock: milliseconds, only to be compared.
const now = () => performance.now();

const byId = (id) => document.getElementById(id);

const attempt = cw.attempt = (action, otherwise) => {
  try {
    return action();
  } catch (error) {
    return otherwise;
  }
};

// A browser may forbid its storage (private windows, foreign frames): then nothing is kept, and set() says so.
const storage = (area) => ({
  get: (name) => attempt(() => window[area].getItem(name), null),
  set: (name, text) => attempt(() => {
    if (text === null) window[area].removeItem(name);
    else window[area].setItem(name, text);
    return true;
  }, false),
});
const device = storage("localStorage");
const tab = storage("sessionStorage");
