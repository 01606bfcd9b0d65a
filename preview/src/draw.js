// Messages as Discord draws them.

import { stamp } from './clock.js';
import { BOT, SARA, YOU } from './talk.js';
import { words } from './words.js';

const EPHEMERAL = 64;
const LINK = 5;
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive', 5: 'secondary' };
const AVATARS = { [BOT.id]: './bot.svg', [YOU.id]: './you.svg', [SARA.id]: './sara.svg' };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/**
 * A message.
 *
 * `entry` has the message, its files, the command that it answers, and what may be done with it.
 */
export function draw(entry, actions) {
  const { message, files, command } = entry;
  const author = message.author.global_name ?? message.author.username;
  const isForYou = (message.flags & EPHEMERAL) !== 0;
  const shown = element('discord-message', {
    author,
    avatar: AVATARS[message.author.id],
    bot: message.author.bot,
    timestamp: stamp(new Date(message.timestamp)),
    role: 'article',
    'aria-label': `${author}${isForYou ? ', for you alone' : ''}`,
    class: isForYou ? 'for-you' : undefined,
  });
  if (command) {
    shown.append(element('discord-command', {
      slot: 'reply', author: YOU.global_name, avatar: AVATARS[YOU.id], command, type: 'slash_command',
    }));
  }
  if (message.content) shown.append(element('span', {}, ...words(message.content)));
  const inEmbeds = new Set();
  for (const embed of message.embeds) shown.append(drawEmbed(embed, files, inEmbeds));
  const below = element('discord-attachments', { slot: 'components' });
  for (const file of files.filter(({ filename }) => !inEmbeds.has(filename))) below.append(drawFile(file));
  for (const row of message.components) below.append(drawRow(row, actions));
  if (actions.onMessage.length > 0) below.append(drawMenu(actions));
  if (isForYou) below.append(drawDismiss(actions));
  if (below.childElementCount > 0) shown.append(below);
  return shown;
}

function drawEmbed(embed, files, inEmbeds) {
  const colour = `#${(embed.color ?? 0).toString(16).padStart(6, '0')}`;
  const image = files.find(({ filename }) => embed.image?.url === `attachment://${filename}`);
  const shown = element('discord-embed', {
    slot: 'embeds', color: colour, 'author-name': embed.author?.name, image: image?.url,
  });
  const description = element('discord-embed-description', { slot: 'description' });
  if (embed.title) description.append(element('h2', { class: 'embed-title' }, ...words(embed.title)));
  description.append(...words(embed.description ?? ''));
  shown.append(description);
  if (embed.fields?.length > 0) shown.append(drawFields(embed.fields));
  if (embed.footer) shown.append(element('discord-embed-footer', { slot: 'footer' }, embed.footer.text));
  if (image) inEmbeds.add(image.filename);
  // The library gives every picture the same words.
  if (image) {
    afterDrawing(shown, (root) => {
      const picture = root.querySelector('.discord-embed-image');
      if (picture) picture.alt = image.description;
    });
  }
  return shown;
}

/** Does something with a component's own nodes once they are there. */
async function afterDrawing(component, change) {
  await customElements.whenDefined(component.localName);
  await component.updateComplete;
  if (component.shadowRoot) change(component.shadowRoot);
}

/** Fields; those side by side in rows of three at most. */
function drawFields(fields) {
  const shown = element('discord-embed-fields', { slot: 'fields' });
  let place = 0;
  for (const { name, value, inline } of fields) {
    place = inline ? (place % 3) + 1 : 0;
    const field = element('discord-embed-field', {
      'field-title': name, inline, 'inline-index': inline ? place : undefined,
    });
    field.append(...words(value));
    shown.append(field);
  }
  return shown;
}

function drawFile({ filename, description, type, size, url }) {
  if (type.startsWith('image/')) return element('img', { src: url, alt: description, class: 'picture' });
  const kilobytes = `${Math.max(1, Math.round(size / 1024))} KB`;
  const link = element('a', { href: url, download: filename, class: 'file', title: description }, filename);
  link.append(element('span', { class: 'size' }, ` ${kilobytes}`));
  return link;
}

function drawRow(row, actions) {
  const shown = element('discord-action-row');
  for (const { label, style, custom_id: id, url, disabled } of row.components) {
    const button = element('discord-button', {
      type: STYLES[style] ?? 'secondary', url: style === LINK ? url : undefined, disabled,
    }, label);
    if (style !== LINK) button.addEventListener('click', () => actions.press(id));
    shown.append(button);
  }
  return shown;
}

/** The commands that Discord has in the menu of a message, under Apps. */
function drawMenu(actions) {
  const menu = element('details', { class: 'menu' }, element('summary', {}, 'Apps'));
  for (const name of actions.onMessage) {
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', () => {
      menu.open = false;
      actions.use(name);
    });
    menu.append(button);
  }
  return menu;
}

function drawDismiss(actions) {
  const button = element('button', { type: 'button', class: 'dismiss' }, 'Dismiss message');
  button.addEventListener('click', actions.dismiss);
  return element('p', { class: 'only-you' }, 'Only you can see this · ', button);
}
