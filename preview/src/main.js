// The page: messages, the composer, and who is looking when.

import './style.css';
import { botDate, localDate, now, shifted, stamp, viewer, zones } from './clock.js';
import { composer } from './composer.js';
import { draw } from './draw.js';
import { askForm } from './form.js';
import { setTheme } from './look.js';
import { BOT, SARA, YOU, answered, commands, daily, message, press, sendForm, useCommand, useOnMessage } from './talk.js';

const MESSAGE = 3;
const REPLY = 4;
const UPDATE = 7;
const FORM = 9;

const log = document.getElementById('log');
const messages = document.createElement('discord-messages');
messages.setAttribute('no-background', '');
log.append(messages);

const state = { onMessage: [], follows: false, newest: null };

function tell(text) {
  document.getElementById('status').textContent = text;
}

/** Adds a message, or draws one again. */
function put(entry) {
  const isOfPerson = !entry.message.author.bot;
  const shown = draw(entry, {
    onMessage: isOfPerson ? state.onMessage : [],
    press: (id) => act(() => press(entry.message, id), { entry, note: null }),
    use: (name) => act(() => useOnMessage(name, entry.message), { command: name }),
    dismiss: () => entry.shown.remove(),
  });
  if (entry.shown) entry.shown.replaceWith(shown);
  else messages.append(shown);
  entry.shown = shown;
  if (entry.isSeed) return;
  // An answer is shown below its question.
  if (!entry.answers) state.newest = shown;
  state.follows = true;
  follow();
}

/** Shows what is new from its beginning while it grows, until somebody scrolls away from it. */
function follow() {
  if (state.follows && state.newest?.isConnected) log.scrollTop = state.newest.offsetTop;
}

for (const kind of ['wheel', 'touchmove', 'keydown']) {
  log.addEventListener(kind, () => {
    state.follows = false;
  }, { passive: true });
}
new ResizeObserver(follow).observe(messages);

/** Does something with the bot and shows what comes of it. */
async function act(what, { entry = null, command = null, answers = false } = {}) {
  log.setAttribute('aria-busy', 'true');
  try {
    await show(await what(), { entry, command, answers });
    tell('');
  } catch (error) {
    tell(`That did not work: ${error.message}. Is accords still running?`);
  } finally {
    log.removeAttribute('aria-busy');
  }
}

async function show(reply, { entry, command, answers }) {
  if (reply.type === REPLY) {
    put({ message: answered(message(BOT, reply.data)), files: reply.files, command, answers });
  } else if (reply.type === UPDATE && entry) {
    entry.files.forEach(({ url }) => URL.revokeObjectURL(url));
    const { content = '', embeds = [], components = [] } = reply.data;
    Object.assign(entry.message, { content, embeds, components });
    entry.files = reply.files;
    put(entry);
    refocus(entry.shown);
  } else if (reply.type === FORM) {
    const values = await askForm(reply.data);
    if (values) await act(() => sendForm(reply.data.custom_id, values));
  }
}

/** The button that was pressed is gone with its page: the keyboard goes on from the first one of the new page. */
async function refocus(shown) {
  const button = shown.querySelector('discord-button');
  await button?.updateComplete;
  if (document.activeElement === document.body) {
    button?.shadowRoot?.querySelector('button')?.focus({ preventScroll: true });
  }
}

function ask(question) {
  put({ message: message(YOU, { content: question }), files: [], command: null });
  const options = [{ name: 'question', type: 3, value: question }];
  return act(() => useCommand('ask', options), { command: '/ask', answers: true });
}

function showNow() {
  const day = botDate();
  document.getElementById('now').textContent =
    `It is ${stamp(now())} for you. The bot counts days in UTC, where it is ${day}.`;
}

function setUpViewer() {
  const [date, zone, theme] = ['date', 'zone', 'theme'].map((id) => document.getElementById(id));
  zone.append(...zones().map((name) => new Option(name, name, false, name === viewer.zone)));
  date.value = localDate();
  const setDate = (value) => {
    if (!value) return;
    date.value = value;
    viewer.date = value === localDate(new Date()) ? null : value;
    showNow();
  };
  date.addEventListener('change', () => setDate(date.value));
  zone.addEventListener('change', () => {
    viewer.zone = zone.value;
    setDate(date.value);
  });
  theme.addEventListener('change', () => setTheme(theme.value));
  document.getElementById('day-before').addEventListener('click', () => setDate(shifted(date.value, -1)));
  document.getElementById('day-after').addEventListener('click', () => setDate(shifted(date.value, 1)));
  document.getElementById('daily').addEventListener('click', () => {
    act(() => daily(date.value), { command: null });
  });
  const panel = document.getElementById('viewer');
  panel.open = matchMedia('(min-width: 900px)').matches;
  showNow();
}

function welcome(talk) {
  const examples = [
    ['When did Kazakhstan join?', () => ask('When did Kazakhstan join?')],
    ['When did Saudi Arabia sign?', () => ask('When did Saudi Arabia sign?')],
    ['/timeline country: Morocco', () => talk.open('timeline', { country: 'Morocco' })],
    ['/compare a: Bahrain b: Morocco', () => talk.open('compare', { a: 'Bahrain', b: 'Morocco' })],
    ['/onthisday', () => talk.open('onthisday')],
  ];
  const box = document.createElement('section');
  box.className = 'welcome';
  const title = document.createElement('h2');
  title.textContent = 'Try the bot';
  const text = document.createElement('p');
  text.textContent =
    'Ask in your own words, or type / for commands. Buttons, pages and forms work. Some things to begin with:';
  const list = document.createElement('div');
  list.className = 'examples';
  list.append(...examples.map(([label, run]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', run);
    return button;
  }));
  box.append(title, text, list);
  log.prepend(box);
}

async function start() {
  setUpViewer();
  const known = await commands();
  state.onMessage = known.filter(({ type }) => type === MESSAGE).map(({ name }) => name);
  const talk = composer(document.getElementById('composer'), known, {
    ask,
    use: (name, options, words) => act(() => useCommand(name, options), { command: words }),
  });
  welcome(talk);
  put({
    message: message(SARA, { content: 'Morocco signed the Abraham Accords on 15 September 2020, right?' }),
    files: [],
    command: null,
    isSeed: true,
  });
  talk.focus();
}

start().catch((error) => tell(`The page could not start: ${error.message}.`));
