// A text input with a list of suggestions, after the ARIA pattern "combobox with listbox".

let made = 0;

/**
 * Gives `input` a list of suggestions in `place`.
 *
 * `find` gives `{ label, hint, value }`s for what is typed, `pick` is called with the one that is taken.
 */
export function combobox(input, place, { find, pick, label }) {
  made += 1;
  const list = document.createElement('ul');
  list.id = `suggestions-${made}`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.hidden = true;
  place.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);

  const state = { items: [], at: -1, asked: 0, pending: null };

  function close() {
    state.asked += 1;
    state.pending = null;
    state.items = [];
    state.at = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(at) {
    state.at = at;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(items) {
    state.items = items;
    list.replaceChildren(...items.map((item, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.textContent = item.label;
      if (item.hint) {
        const hint = document.createElement('span');
        hint.className = 'hint';
        hint.textContent = item.hint;
        option.append(hint);
      }
      // Before the input loses the focus to it.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => take(index));
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    mark(items.length > 0 ? 0 : -1);
  }

  function take(index) {
    const item = state.items[index];
    close();
    if (item) pick(item);
  }

  async function ask() {
    state.asked += 1;
    const asked = state.asked;
    const found = find(input.value);
    // What is shown so far is for what was typed before.
    mark(-1);
    state.pending = Promise.resolve(found).then(
      // Only the answer to the latest question counts.
      (items) => asked === state.asked && show(items),
      () => asked === state.asked && close(),
    );
    await state.pending;
    if (asked === state.asked) state.pending = null;
  }

  input.addEventListener('input', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) mark((state.at + step + state.items.length) % state.items.length);
      else ask();
    } else if ((isOpen || state.pending) && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      // Suggestions that are on their way are for what stands there now.
      if (state.pending) state.pending.then(() => take(state.at));
      else take(state.at);
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { ask, close };
}
