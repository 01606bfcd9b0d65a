// Where people write: a question, or a slash and a command with its options.

import { combobox } from './combobox.js';
import { CHANNEL, suggestions } from './talk.js';

const CHAT_INPUT = 1;
const STRING = 3;
const BOOLEAN = 5;
const CHANNEL_OPTION = 7;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Fills the form. `ask` is called with a question, `use` with a command and its options.
 */
export function composer(form, commands, { ask, use }) {
  const typed = commands.filter(({ type }) => (type ?? CHAT_INPUT) === CHAT_INPUT);

  function plain(text = '') {
    const input = element('input', {
      type: 'text', value: text, placeholder: 'Ask, or type / for commands', maxLength: 500, id: 'question',
    });
    input.setAttribute('aria-label', 'A question, or / for commands');
    form.replaceChildren(input, element('button', { type: 'submit', className: 'send' }, 'Send'));
    combobox(input, form, {
      label: 'Commands',
      find: (value) => (value.startsWith('/') ? fitting(typed, value.slice(1)) : []),
      pick: ({ value }) => open(value),
    });
    form.onsubmit = (event) => {
      event.preventDefault();
      const question = input.value.trim();
      const named = typed.find(({ name }) => question === `/${name}`);
      if (named) open(named);
      else if (question) {
        plain();
        focus();
        ask(question);
      }
    };
    form.onkeydown = null;
  }

  function open(command, filled = {}) {
    const options = command.options ?? [];
    const fields = options.map((option) => field(command, option, filled[option.name] ?? '', values));
    const chip = element('span', { className: 'chip', title: command.description }, `/${command.name}`);
    const cancel = element('button', { type: 'button', className: 'cancel' }, 'Cancel');
    cancel.addEventListener('click', leave);
    const send = element('button', { type: 'submit', className: 'send' }, 'Send');
    const description = element('span', { className: 'what' }, command.description);
    const head = element('div', { className: 'command' }, chip, description, cancel);
    // Below the options, where no list of suggestions covers it.
    form.replaceChildren(head, ...fields.map(({ box }) => box), send);

    function values(focused) {
      return fields.flatMap(({ option, read }) => {
        const value = read();
        const isFocused = option === focused;
        if (value === null && !isFocused) return [];
        const given = { name: option.name, type: option.type, value: value ?? '' };
        return [isFocused ? { ...given, focused: true } : given];
      });
    }

    form.onsubmit = (event) => {
      event.preventDefault();
      const missing = fields.find(({ option, read }) => option.required && read() === null);
      if (missing) {
        missing.input.setCustomValidity('This is needed.');
        missing.input.reportValidity();
        missing.input.focus();
        return;
      }
      const given = values(null);
      const words = fields.flatMap(({ option, read, said }) => (read() === null ? [] : [`${option.name}: ${said()}`]));
      leave();
      use(command.name, given, [`/${command.name}`, ...words].join(' '));
    };
    form.onkeydown = (event) => {
      if (event.key === 'Escape') leave();
    };
    (fields[0]?.input ?? send).focus();
  }

  function leave() {
    plain();
    focus();
  }

  function focus() {
    form.querySelector('input')?.focus();
  }

  plain();
  return {
    open: (name, filled) => {
      const command = typed.find((known) => known.name === name);
      if (command) open(command, filled);
    },
    focus,
  };
}

function fitting(commands, start) {
  const begins = commands.filter(({ name }) => name.startsWith(start.toLowerCase()));
  return begins.map((command) => ({ label: `/${command.name}`, hint: command.description, value: command }));
}

/** An option as an input. `values` gives what all options have so far, for suggestions. */
function field(command, option, filled, values) {
  const label = element('label', {}, `${option.name}${option.required ? '' : ' (optional)'}`);
  const box = element('div', { className: 'option' });
  if (option.type === STRING) {
    const input = element('input', {
      type: 'text', value: filled, maxLength: option.max_length ?? 6_000, placeholder: option.description,
    });
    // What stands for the words: a suggestion that was taken sends its own value.
    const taken = { words: null, value: null };
    input.addEventListener('input', () => input.setCustomValidity(''));
    label.append(input);
    box.append(label);
    const read = () => {
      const text = input.value.trim();
      if (!text) return null;
      return text === taken.words ? taken.value : text;
    };
    if (option.autocomplete) {
      const list = combobox(input, box, {
        label: `Suggestions for ${option.name}`,
        find: async () => {
          const choices = await suggestions(command.name, values(option));
          return choices.map(({ name, value }) => ({ label: name, value }));
        },
        pick: ({ label: words, value }) => {
          Object.assign(taken, { words, value });
          input.value = words;
        },
      });
      input.addEventListener('focus', list.ask);
    }
    return { option, box, input, read, said: () => input.value.trim() };
  }
  const choices = option.type === BOOLEAN
    ? [['', ''], ['true', 'True'], ['false', 'False']]
    : [['', ''], [CHANNEL, '#accords-preview'], ['1200000000000000007', '#general']];
  const input = element('select');
  input.append(...choices.map(([value, text]) => element('option', { value }, text)));
  label.append(input);
  box.append(label);
  const read = () => {
    if (input.value === '') return null;
    return option.type === CHANNEL_OPTION ? input.value : input.value === 'true';
  };
  return { option, box, input, read, said: () => input.selectedOptions[0].textContent };
}
