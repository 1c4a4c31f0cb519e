/**
 * What the scripts of a page find in place of a browser, as the source of a script. It keeps what they write and where they would go or
 * what they would ask for, and does none of it. Whatever else they touch is `nothing`: it can be called, has every property, and leaves
 * a mark in each text that is made of it, so that no address or row is made of what is not known.
 *
 * `begin(page)` sets it up, `settle()` runs what waits, `turn(kind)` works what leads to the next page, `took()` gives and forgets what
 * was kept.
 */
export const UNKNOWN = '\u0001'

export const BROWSER = String.raw`(function () {
  'use strict';
  const UNKNOWN = '\u0001';
  const global = globalThis;
  let kept, page, waiting, scrolls, clicks, pagers;
  const forget = () => { kept = { written: [], goesTo: null, requests: [] }; };
  const text = (value) => typeof value === 'string' ? value : value == null ? '' : String(value);
  const call = (fn, self, ...args) => { try { return fn.apply(self, args); } catch (error) { if (/interrupted|memory/.test(String(error))) throw error; } };

  const nothing = new Proxy(function () {}, {
    get(_, key) {
      if (key === Symbol.toPrimitive) return (hint) => hint === 'number' ? NaN : UNKNOWN;
      if (key === Symbol.iterator) return function* () {};
      if (key === 'toString' || key === 'valueOf' || key === 'toJSON') return () => UNKNOWN;
      if (key === 'length') return 0;
      return key === 'then' || typeof key === 'symbol' ? undefined : unknown(key);
    },
    set: () => true,
    has: () => true,
    apply: (_, __, args) => { used(args); return nothing; },
    construct: (_, args) => { used(args); return nothing; },
  });
  /** Functions of libraries that read a parameter of the page's address go by such names. */
  const OF_ADDRESS = /(?:get|url|query|request).{0,12}(?:param|query|string|arg)|^(?:get)?(?:param|query|qs)(?:eter|s|string)?$/i;
  const unknown = (name) => OF_ADDRESS.test(name) ? (key) => typeof key === 'string' ? new Parameters(page.place.search).get(key) : nothing : nothing;
  /** A library that is not here was called: with the settings of a request, of a pager, or with functions that wait for the page. */
  const used = (args) => {
    for (const one of args) {
      if (one === null || typeof one !== 'object' || one === nothing) continue;
      if (typeof one.url === 'string' && ['success', 'data', 'callback', 'type', 'method'].some((key) => key in one)) ask(one);
      else pagers.push(one);
    }
    if (args.length > 1 && args.some((one) => typeof one === 'function')) pagers.push({ args });
  };

  // Requests
  const encode = (data) => {
    if (data === null || typeof data !== 'object') return text(data);
    const pairs = [];
    const add = (name, value) => {
      if (value !== null && typeof value === 'object' && value !== nothing) for (const key of Object.keys(value)) add(name + '[' + key + ']', value[key]);
      else if (typeof value !== 'function') pairs.push(encodeURIComponent(name) + '=' + encodeURIComponent(text(value)));
    };
    for (const key of Object.keys(data)) add(key, data[key]);
    return pairs.join('&');
  };
  const request = (method, url, body, type) => {
    const isPost = /^post$/i.test(text(method));
    let address = text(url);
    let sent = body;
    if (typeof body === 'object' && body !== null) sent = /json/.test(text(type)) && isPost ? JSON.stringify(body) : encode(body);
    sent = text(sent);
    if (!isPost && sent !== '') { address += (address.includes('?') ? '&' : '?') + sent; sent = ''; }
    const isJson = /json/.test(text(type)) || /^\s*[{[]/.test(sent);
    if (kept.requests.length < 40) kept.requests.push({ url: address, post: isPost ? { type: isJson ? 'application/json' : 'application/x-www-form-urlencoded', body: sent } : null });
    return later();
  };
  /** What a request returns: nothing ever comes of it. */
  const later = () => new Proxy(function () {}, {
    get: (_, key) => key === Symbol.toPrimitive ? () => UNKNOWN : () => later(),
    apply: () => later(),
  });
  const ask = (settings, more) => {
    const all = typeof settings === 'string' ? { ...(more || {}), url: settings } : settings;
    const headers = all.headers && typeof all.headers === 'object' ? all.headers : {};
    const type = all.contentType || headers['Content-Type'] || headers['content-type'] || '';
    return request(all.type || all.method || 'GET', all.url, all.data === undefined ? all.body : all.data, type);
  };
  const XHR = function () {
    let method = 'GET', url = '', type = '';
    return { open(m, u) { method = m; url = u; }, setRequestHeader(name, value) { if (/^content-type$/i.test(name)) type = value; }, send(body) { request(method, url, body, type); }, addEventListener() {}, abort() {} };
  };

  // Places
  const goTo = (url) => { if (typeof url === 'string' || typeof url === 'number') kept.goesTo = kept.goesTo || text(url); };
  const place = () => new Proxy({}, {
    get(_, key) {
      if (key === 'assign' || key === 'replace') return goTo;
      if (key === 'reload') return () => {};
      if (key === 'toString' || key === Symbol.toPrimitive || key === 'valueOf') return () => page.place.href;
      return key in page.place ? page.place[key] : nothing;
    },
    set(_, key, value) { if (key === 'href' || key === 'pathname' || key === 'search') goTo(key === 'search' && !/^\?/.test(value) ? '?' + value : value); return true; },
  });

  // Elements
  const SIZE = 1000;
  const SIZES = new Set(['scrollTop', 'clientHeight', 'offsetHeight', 'scrollHeight', 'innerHeight', 'pageYOffset', 'scrollY', 'offsetTop']);
  const LATER = new Set(['DOMContentLoaded', 'load', 'readystatechange', 'pageshow']);
  const elements = new Map();
  const listen = (name, fn, mark, self) => {
    if (typeof fn !== 'function') return;
    if (LATER.has(name)) waiting.push(fn);
    else if (/scroll|touch|wheel|mousewheel/.test(name)) scrolls.push(fn);
    else if (/click|tap|change/.test(name)) clicks.push({ mark, fn, self });
  };
  const ATTRIBUTES = ['href', 'title', 'src', 'id', 'className', 'onclick', 'value', 'name', 'target'];
  const markup = (one) => {
    if (typeof one === 'string') return one;
    if (one === null || typeof one !== 'object' || one.state === undefined) return '';
    const { tag, attributes, parts } = one.state;
    const inner = parts.map(markup).join('');
    if (tag === '') return inner;
    const written = Object.entries(attributes).filter(([name, value]) => typeof value === 'string' || typeof value === 'number').map(([name, value]) => ' ' + (name === 'className' ? 'class' : name) + '="' + text(value).replace(/"/g, '&quot;') + '"').join('');
    return '<' + tag + written + '>' + inner + '</' + tag + '>';
  };
  const element = (tag, known, mark, isLive) => {
    const state = { tag, attributes: { ...known }, parts: [] };
    const add = (one, at) => {
      const part = typeof one === 'string' || typeof one === 'number' ? text(one) : one !== null && typeof one === 'object' && one.state ? one : one && one.list ? { state: { tag: '', attributes: {}, parts: one.list } } : '';
      if (isLive) kept.written.push(part); else state.parts.push(part);
      return one;
    };
    const target = {
      state,
      appendChild: add, append: (...all) => all.forEach((one) => add(one)), insertBefore: add, prepend: add,
      insertAdjacentHTML: (_, html) => add(html), insertAdjacentElement: (_, one) => add(one),
      setAttribute: (name, value) => { state.attributes[name] = value; if (isLive && name === 'src') add('<iframe src="' + text(value) + '"></iframe>'); },
      getAttribute: (name) => name in state.attributes ? state.attributes[name] : null,
      addEventListener: (name, fn) => listen(name, fn, mark, self), attachEvent: (name, fn) => listen(name.replace(/^on/, ''), fn, mark, self),
      querySelector: (selector) => find(selector), querySelectorAll: () => [], getElementsByTagName: () => [],
      submit: () => submit(known), click: () => {},
    };
    const self = new Proxy(target, {
      get(_, key) {
        if (key in target) return target[key];
        if (key === 'innerHTML' || key === 'textContent' || key === 'innerText') return isLive ? '' : state.parts.map(markup).join('');
        if (key === 'dataset') return new Proxy({}, { get: (_, name) => { const full = 'data-' + text(name).replace(/[A-Z]/g, (one) => '-' + one.toLowerCase()); return full in state.attributes ? state.attributes[full] : nothing; } });
        if (key in state.attributes) return state.attributes[key];
        if (SIZES.has(key)) return SIZE;
        if (key === Symbol.toPrimitive) return () => UNKNOWN;
        return typeof key === 'symbol' ? undefined : known && key in fieldsOf(known) ? fieldsOf(known)[key] : nothing;
      },
      set(_, key, value) {
        if (key === 'innerHTML' || key === 'outerHTML') { if (!isLive) state.parts = []; add(text(value)); }
        else if (key === 'innerText' || key === 'textContent') add(text(value).replace(/</g, '&lt;'));
        else if (/^on/.test(text(key)) && typeof value === 'function') listen(key.slice(2), value, mark, self);
        else if (key === 'src' && isLive) add('<iframe src="' + text(value) + '"></iframe>');
        else if (ATTRIBUTES.includes(key) || /^data-/.test(key)) { state.attributes[key] = value; if (known && key === 'value') known.value = value; }
        return true;
      },
    });
    return self;
  };
  const fieldsOf = (known) => {
    const fields = {};
    for (const one of page.elements) if (one.form !== undefined && known.formIndex !== undefined && one.form === known.formIndex && one.name) fields[one.name] = byKnown(one);
    return fields;
  };
  const submit = (known) => {
    const fields = {};
    for (const one of page.elements) if (one.form === known.formIndex && one.form !== undefined && one.name && !/^(?:submit|button|image|reset)$/.test(one.type || '')) fields[one.name] = one.value || '';
    request(known.method || 'get', known.action || page.place.href.split('#')[0].split('?')[0], fields, '');
  };
  const byKnown = (known) => {
    if (!elements.has(known)) elements.set(known, element('', known, text(known.id) + ' ' + text(known['class']), true));
    return elements.get(known);
  };
  /** The element of the page for a simple selector; else one that is there and of which nothing is known. */
  const find = (selector) => {
    const last = text(selector).trim().split(/[\s>+~]+/).pop();
    const id = /#([\w-]+)/.exec(last), name = /\[name=["']?([\w.-]+)/.exec(last), named = /\.([\w-]+)/.exec(last);
    const known = page.elements.find((one) => id ? one.id === id[1] : name ? one.name === name[1] : named ? (' ' + text(one['class']) + ' ').includes(' ' + named[1] + ' ') : false);
    return known === undefined ? element('', {}, text(selector), true) : byKnown(known);
  };

  // jQuery
  const wrap = (one, mark) => {
    const list = [one];
    const chain = () => self;
    const methods = {
      html: (html) => html === undefined ? one.innerHTML : (one.innerHTML = typeof html === 'object' ? '' : text(html), typeof html === 'object' && one.append(html), self),
      append: (...all) => { one.append(...all.map((x) => x && x.list ? x.list[0] : x)); return self; },
      prepend: (...all) => methods.append(...all), after: (...all) => methods.append(...all), before: (...all) => methods.append(...all), replaceWith: (...all) => methods.append(...all),
      appendTo: (to) => { (to && to.list ? to.list[0] : typeof to === 'string' ? find(to) : to).append(one); return self; }, prependTo: (to) => methods.appendTo(to),
      text: (words) => words === undefined ? one.innerText : (one.innerText = words, self),
      val: (value) => value === undefined ? one.value : (one.value = value, self),
      attr: (name, value) => typeof name === 'object' ? (Object.entries(name).forEach(([key, x]) => one.setAttribute(key, x)), self) : value === undefined ? (one.getAttribute(name) === null ? nothing : one.getAttribute(name)) : (one.setAttribute(name, value), self),
      data: (name) => one.getAttribute('data-' + text(name)) === null ? nothing : one.getAttribute('data-' + text(name)),
      on: (name, a, b) => { for (const each of text(name).split(/\s+/)) listen(each.split('.')[0], typeof a === 'function' ? a : b, typeof a === 'string' ? a : mark, one); return self; },
      each: (fn) => { call(fn, one, 0, one); return self; },
      load: (url, data) => { if (typeof url === 'function') waiting.push(url); else if (typeof url === 'string') request(data && typeof data === 'object' ? 'POST' : 'GET', url.split(' ')[0], data && typeof data === 'object' ? data : '', ''); return self; },
      ready: (fn) => { waiting.push(fn); return self; },
      submit: (fn) => { if (fn === undefined) one.submit(); return self; },
      get: () => one, eq: chain, first: chain, last: chain, find: (selector) => wrap(find(selector), text(selector)), size: () => 1,
      scrollTop: () => SIZE, height: () => SIZE, outerHeight: () => SIZE, innerHeight: () => SIZE,
      offset: () => ({ top: SIZE, left: 0 }),
    };
    for (const name of ['bind', 'live', 'one', 'delegate']) methods[name] = (event, a, b) => name === 'delegate' ? methods.on(a, event, b) : methods.on(event, a, b);
    for (const name of ['click', 'change', 'scroll', 'touchend', 'touchmove']) methods[name] = (fn) => typeof fn === 'function' ? methods.on(name, fn) : self;
    const self = new Proxy(methods, {
      get(_, key) {
        if (key === 'list') return list;
        if (key === 'length') return 1;
        if (key === '0' || key === 0) return one;
        if (key in methods) return methods[key];
        if (key === Symbol.iterator) return list[Symbol.iterator].bind(list);
        if (key === Symbol.toPrimitive) return () => UNKNOWN;
        // A plug-in that is not here draws a pager, or changes nothing that is kept.
        return typeof key === 'symbol' ? undefined : (...args) => { used(args); return self; };
      },
    });
    return self;
  };
  const $ = function (what) {
    if (typeof what === 'function') { waiting.push(what); return $(document); }
    if (typeof what === 'string') {
      if (!/^\s*</.test(what)) return wrap(find(what), what);
      const bare = /^\s*<(\w+)\s*\/?>(?:<\/\w+>)?\s*$/.exec(what);
      if (bare) return wrap(element(bare[1].toLowerCase(), {}, '', false), '');
      const made = element('', {}, '', false);
      made.append(what);
      return wrap(made, '');
    }
    return wrap(what && what.state ? what : element('', {}, 'window', true), 'window');
  };
  const get = (method, type) => (url, data, fn) => typeof url === 'object' ? ask({ method, ...url }) : request(method, url, typeof data === 'function' ? '' : data, type || '');
  const library = {
    ajax: ask, get: get('GET'), post: get('POST'), getJSON: get('GET'), getScript: () => later(),
    each: (list, fn) => { if (list && typeof list === 'object' && list !== nothing) for (const key of Object.keys(list)) if (call(fn, list[key], Array.isArray(list) ? Number(key) : key, list[key]) === false) break; return list; },
    extend: (...all) => Object.assign(...(typeof all[0] === 'boolean' ? all.slice(1) : all).map((one) => one || {})),
    trim: (words) => text(words).trim(), parseJSON: JSON.parse, isFunction: (one) => typeof one === 'function', isArray: Array.isArray, inArray: (one, list) => list.indexOf(one), param: encode, noop: () => {},
    map: (list, fn) => Array.from(list || [], (one, at) => fn(one, at)), ajaxSetup: () => {}, support: {}, browser: {}, fn: nothing, when: () => later(),
  };
  const jQuery = new Proxy($, { get: (_, key) => key in library ? library[key] : key in Function.prototype ? $[key] : nothing, set: (_, key, value) => { library[key] = value; return true; } });

  const axios = Object.assign((settings, more) => ask(settings, more), {
    request: ask,
    get: (url, settings) => request('GET', url, settings && settings.params, ''),
    post: (url, body) => request('POST', url, body, typeof body === 'object' ? 'application/json' : ''),
    create: () => axios, defaults: nothing, interceptors: nothing,
  });

  const document = new Proxy({
    write: (...all) => { kept.written.push(all.map(text).join('')); }, writeln: (...all) => { kept.written.push(all.map(text).join('')); },
    getElementById: (id) => find('#' + text(id)), querySelector: find, querySelectorAll: (selector) => [find(selector)],
    getElementsByName: (name) => [find('[name=' + text(name) + ']')], getElementsByClassName: (name) => [find('.' + text(name))],
    getElementsByTagName: (tag) => /^(?:body|head|html|form)$/i.test(text(tag)) ? [element('', page.elements.find((one) => one.tag === text(tag).toLowerCase()) || {}, text(tag), true)] : [],
    createElement: (tag) => /^script$/i.test(tag) ? element('span', {}, '', false) : element(text(tag).toLowerCase(), {}, '', false), createTextNode: (words) => text(words).replace(/</g, '&lt;'),
    createDocumentFragment: () => element('', {}, '', false),
    addEventListener: (name, fn) => listen(name, fn, 'document', document), attachEvent: (name, fn) => listen(name.replace(/^on/, ''), fn, 'document', document),
    readyState: 'complete', cookie: '', title: '',
  }, {
    get(all, key) {
      if (key === 'location') return global.location;
      if (key === 'body' || key === 'documentElement' || key === 'head') return element('', {}, text(key), true);
      if (key === 'URL' || key === 'documentURI') return page.place.href;
      if (key === 'forms') return new Proxy({}, { get: (_, name) => formOf(name) });
      if (key in all) return all[key];
      return typeof key === 'symbol' ? undefined : formOf(key);
    },
    set(_, key, value) { if (key === 'location') goTo(value); else if (/^on/.test(text(key))) listen(key.slice(2), value, 'document', document); return true; },
  });
  const formOf = (name) => {
    const forms = page.elements.filter((one) => one.tag === 'form');
    const known = /^[0-9]+$/.test(text(name)) ? forms[Number(name)] : forms.find((one) => one.name === name || one.id === name);
    return known === undefined ? nothing : byKnown(known);
  };
  const timer = (what) => { if (waiting.length < 100) waiting.push(typeof what === 'string' ? () => (0, eval)(what) : what); return 1; };

  const names = {
    document, $: jQuery, jQuery, axios, fetch: (url, settings) => typeof url === 'string' ? ask(url, settings) : later(), XMLHttpRequest: XHR, ActiveXObject: XHR,
    setTimeout: timer, setInterval: timer, requestAnimationFrame: timer, clearTimeout: () => {}, clearInterval: () => {},
    alert: () => {}, confirm: () => true, open: goTo, addEventListener: (name, fn) => listen(name, fn, 'window', global), attachEvent: (name, fn) => listen(name.replace(/^on/, ''), fn, 'window', global),
    IntersectionObserver: function (fn) { scrolls.push(() => fn([{ isIntersecting: true, intersectionRatio: 1, target: nothing }], nothing)); return nothing; },
    innerHeight: SIZE, pageYOffset: SIZE, scrollY: SIZE, navigator: nothing, screen: nothing, console: nothing, localStorage: nothing, sessionStorage: nothing,
    URLSearchParams: Parameters, escape: global.escape, unescape: global.unescape,
  };
  function Parameters(query) {
    const pairs = text(query).replace(/^\?/, '').split('&').filter(Boolean).map((one) => one.split('=').map((part) => decodeURIComponent(part.replace(/\+/g, ' '))));
    return { get: (name) => { const found = pairs.find(([key]) => key === name); return found ? found[1] || '' : null; }, has: (name) => pairs.some(([key]) => key === name), set: (name, value) => { const found = pairs.find(([key]) => key === name); if (found) found[1] = text(value); else pairs.push([name, text(value)]); }, append: (name, value) => pairs.push([name, text(value)]), toString: () => pairs.map(([key, value]) => encodeURIComponent(key) + '=' + encodeURIComponent(value || '')).join('&') };
  }
  for (const name of Object.keys(names)) global[name] = names[name];
  for (const name of ['window', 'self', 'top', 'parent', 'frames']) global[name] = global;
  const here = place();
  Object.defineProperty(global, 'location', { get: () => here, set: goTo });
  for (const event of ['onload', 'onscroll']) Object.defineProperty(global, event, { get: () => nothing, set: (fn) => listen(event.slice(2), fn, 'window', global) });
  Object.setPrototypeOf(global, new Proxy(Object.prototype, {
    get: (all, key) => typeof key === 'symbol' || key in all ? all[key] : key in (page ? page.ids : {}) ? find('#' + key) : unknown(key),
    has: (all, key) => key in all,
  }));

  const event = (self) => ({ preventDefault() {}, stopPropagation() {}, target: self, currentTarget: self, srcElement: self, type: 'click' });
  /** A page's number as callbacks of pagers are given it: itself, and in every property. */
  const numbered = (number) => new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => number : key === 'toString' ? () => String(number) : key === 'valueOf' ? () => number : typeof key === 'symbol' ? undefined : number });
  const hasLed = () => kept.goesTo !== null || kept.requests.length > 0;
  const TURNS = /jump|call|page|click|change|back|go|load|fn|fun|select/i;
  const PAGER = /next|more|pag(?:e|er|ing|ination)|pg|fenye|fanye|down|load|xia/i;

  const begin = (given) => {
    page = given;
    page.ids = Object.fromEntries(page.elements.filter((one) => one.id).map((one) => [one.id, true]));
    waiting = []; scrolls = []; clicks = []; pagers = []; elements.clear(); forget();
  };
  const settle = () => { for (let n = 0; n < 200 && waiting.length > 0; n++) { const fn = waiting.shift(); if (typeof fn === 'function') call(fn, global, jQuery); } };
  /** Works what is bound to the pager, until something leads on. */
  const turn = (number) => {
    for (const one of pagers.slice(0, 20)) {
      const callbacks = one.args ? one.args.filter((fn) => typeof fn === 'function') : Object.entries(one).filter(([name, fn]) => typeof fn === 'function' && TURNS.test(name)).map(([, fn]) => fn);
      for (const fn of callbacks) for (const args of [[numbered(number)], [numbered(number), numbered(number)], [number]]) { if (!hasLed()) { call(fn, one, ...args); settle(); } }
    }
    for (const { mark, fn, self } of clicks) if (!hasLed() && PAGER.test(mark)) { call(fn, self, event(self)); settle(); }
    for (const fn of scrolls) if (!hasLed()) { call(fn, global, event(global)); settle(); }
  };
  const took = () => {
    const { written, goesTo, requests } = kept;
    const settings = pagers.slice(0, 20).map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => typeof value === 'string' || typeof value === 'number')));
    forget();
    return JSON.stringify({ written: written.map(markup).join('').slice(0, 500000), goesTo, requests, settings });
  };
  return { begin, settle, turn, took };
})()
`
