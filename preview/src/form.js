// A form that the bot opens, Discord's "modal".

const PARAGRAPH = 2;

/** Shows a form; resolves to its values, or to nothing when it is left. */
export function askForm({ title, components }) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'modal';
    dialog.setAttribute('aria-labelledby', 'modal-title');
    const form = document.createElement('form');
    form.method = 'dialog';
    const heading = document.createElement('h2');
    heading.id = 'modal-title';
    heading.textContent = title;
    const inputs = components.flatMap((row) => row.components).map(input);
    const buttons = document.createElement('div');
    buttons.className = 'buttons';
    buttons.append(button('Cancel', 'cancel'), button('Submit', 'send'));
    form.append(heading, ...inputs.map(({ label }) => label), buttons);
    dialog.append(form);
    document.body.append(dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'send' ? inputs.map(({ id, box }) => [id, box.value]) : null);
    });
    dialog.showModal();
    inputs[0]?.box.focus();
  });
}

function input(component) {
  const box = document.createElement(component.style === PARAGRAPH ? 'textarea' : 'input');
  if (component.min_length) box.minLength = component.min_length;
  if (component.max_length) box.maxLength = component.max_length;
  box.required = component.required ?? true;
  box.placeholder = component.placeholder ?? '';
  box.value = component.value ?? '';
  const label = document.createElement('label');
  label.append(component.label, box);
  return { id: component.custom_id, label, box };
}

function button(text, value) {
  const made = document.createElement('button');
  made.type = 'submit';
  made.value = value;
  made.className = value;
  made.textContent = text;
  if (value === 'cancel') made.formNoValidate = true;
  return made;
}
