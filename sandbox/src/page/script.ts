/**
 * The script of the page. What comes from requests only becomes text: it creates elements and text nodes, and no
 * markup. The policy of the page forbids markup from strings.
 */
export const SCRIPT = /* js */ `
'use strict';
const byId = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

const formatTime = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const time = (ms) => element('time', { datetime: new Date(ms).toISOString() }, formatTime(ms));
const code = (text) => element('span', { class: 'code' }, text);
const money = (amount, currency) => amount + ' ' + currency;

/** Creates a cell of a table; an empty one without children. */
function cell(children = [], style = '') {
  return element('td', { role: 'cell', class: style }, ...[children].flat().filter(Boolean));
}

// Controls

async function control(method, path, body) {
  const message = byId('message');
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
    message.className = response.ok ? 'good' : 'bad';
    message.textContent = response.ok ? 'Done: ' + method + ' /_sandbox/' + path : (await response.json()).error;
  } catch {
    message.className = 'bad';
    message.textContent = 'The sandbox does not respond.';
  }
}

let now = 0;
let next;

for (const button of document.querySelectorAll('[data-advance]'))
  button.addEventListener('click', () => control('POST', 'clock', { advance: Number(button.dataset.advance) }));
byId('advance-to-next').addEventListener('click', () =>
  control('POST', 'clock', { advance: Math.max(0, next.dueAt - now) }));
byId('revoke-tokens').addEventListener('click', () => control('DELETE', 'tokens'));
byId('clear-faults').addEventListener('click', () => control('DELETE', 'faults'));
byId('reset').addEventListener('click', () => {
  if (confirm('Remove all payments, requests and faults?')) control('POST', 'reset', {});
});
byId('fault').addEventListener('submit', (event) => {
  event.preventDefault();
  const given = [...new FormData(event.target)].filter(([, value]) => value !== '');
  const isText = (name) => name === 'effect' || name === 'operationId';
  control('POST', 'faults', Object.fromEntries(given.map(([name, value]) => [name, isText(name) ? value : Number(value)])));
});

// Lists

const contents = new WeakMap();

/** Updates the rows of a table. Rows that did not change stay, so that the focus stays on their buttons. */
function update(id, items, keyOf, render) {
  const body = byId(id);
  const labels = [...body.parentElement.querySelectorAll('th')].map((head) => head.textContent);
  const isFirst = !contents.has(body);
  contents.set(body, true);
  const shown = new Map([...body.children].map((row) => [row.dataset.key, row]));
  const rows = items.map((item) => {
    const key = keyOf(item);
    const content = JSON.stringify(item);
    const old = shown.get(key);
    if (old && contents.get(old) === content) return old;
    const cells = render(item);
    for (const [index, label] of labels.entries()) cells[index].dataset.label = label;
    const row = element('tr', { role: 'row', 'data-key': key, class: isFirst ? '' : 'new' }, ...cells);
    contents.set(row, content);
    return row;
  });
  const focused = document.activeElement;
  const kept = new Set(rows);
  for (const row of shown.values()) if (!kept.has(row)) row.remove();
  let place = body.firstElementChild;
  for (const row of rows) {
    if (row === place) place = place.nextElementSibling;
    else body.insertBefore(row, place);
  }
  if (!focused.isConnected) byId(id + '-heading').focus();
  byId(id + '-empty').hidden = items.length > 0;
  body.parentElement.hidden = items.length === 0;
}

const statusClass = (status) => (status >= 200 && status < 300 ? 'good' : status >= 500 ? 'bad' : 'odd');

function renderStatus({ status, fault }) {
  if (status === 0) return fault ? 'no response' : 'in flight';
  return String(status);
}

function renderPayer(payment) {
  if (!payment.isChallenged) return [];
  return OUTCOMES.map((outcome) => {
    const button = element('button', { type: 'button', 'aria-label': outcome + ': payment ' + payment.id }, outcome);
    button.addEventListener('click', () => control('POST', 'challenges/' + encodeURIComponent(payment.id), { outcome }));
    return button;
  });
}

function renderPayment(payment) {
  const { id, status, amount, currency, reference, description, balances, requestedOn } = payment;
  const { available_to_capture, total_captured, total_voided, total_refunded } = balances;
  const totals = [available_to_capture, total_captured, total_voided, total_refunded];
  return [
    cell(time(requestedOn)), cell(code(id)), cell(status), cell(money(amount, currency), 'number'),
    ...totals.map((total) => cell(String(total), 'number')),
    cell([reference, description].filter(Boolean).join(' · '), 'text'), cell(renderPayer(payment)),
  ];
}

function renderRequest(request) {
  const { at, operationId, errorCodes = [], idempotencyKey, fault } = request;
  return [
    cell(time(at)), cell(operationId || 'no operation'), cell(renderStatus(request), statusClass(request.status)),
    cell(errorCodes.join(', '), 'text'), cell(idempotencyKey && code(idempotencyKey)), cell(fault),
  ];
}

function renderEffect({ at, type, amount, currency, paymentId, idempotencyKey }) {
  return [
    cell(time(at)), cell(type), cell(money(amount, currency), 'number'), cell(code(paymentId)),
    cell(idempotencyKey && code(idempotencyKey)),
  ];
}

const renderUpcoming = ({ dueAt, name, paymentId }) =>
  [cell(time(dueAt)), cell(name), cell(paymentId && code(paymentId))];

function renderFault({ effect, operationId = 'any operation', status, ms, left }) {
  const details = [status && 'status ' + status, ms !== undefined && ms + ' ms'].filter(Boolean);
  return [cell(effect), cell(operationId), cell(details.join(', ')), cell(String(left), 'number')];
}

/** Returns a key for each item of a list without identifiers: its number among all that ever were in it. */
const number = (items, count) => (item) => String(count - items.indexOf(item));

function show({ counts, payments, requests, ledger, upcoming, faults }) {
  next = upcoming[0];
  byId('advance-to-next').disabled = !next;
  for (const [name, count] of Object.entries(counts)) byId(name + '-count').textContent = count;
  update('payments', payments, ({ id }) => id, renderPayment);
  update('requests', requests, number(requests, counts.requests), renderRequest);
  update('ledger', ledger, ({ actionId }) => actionId, renderEffect);
  update('upcoming', upcoming, number(upcoming, 0), renderUpcoming);
  update('faults', faults, number(faults, 0), renderFault);
}

// Updates

let source;

function showConnection(text, style) {
  byId('connection').textContent = text;
  byId('connection').className = style;
}

function connect() {
  source = new EventSource('events');
  source.addEventListener('open', () => showConnection('live', 'good'));
  source.addEventListener('state', ({ data }) => show(JSON.parse(data)));
  source.addEventListener('clock', ({ data }) => {
    now = JSON.parse(data).now;
    byId('clock').replaceChildren(time(now));
  });
  source.addEventListener('error', ({ target }) => {
    showConnection('not connected; trying again', 'bad');
    // A browser that gives up is asked again.
    if (target.readyState === EventSource.CLOSED) setTimeout(() => target === source && connect(), 2000);
  });
}

// Browsers open at most six connections to a server, so that tabs in the background give theirs back.
document.addEventListener('visibilitychange', () => {
  source.close();
  if (!document.hidden) connect();
});
connect();
`;
