// What Discord would send to the bot, and what the bot answers.

import { botDate, now } from './clock.js';

const APPLICATION = '1200000000000000000';
const GUILD = '1200000000000000001';
export const CHANNEL = '1200000000000000002';
// Every permission that Discord has.
const EVERYTHING = '2251799813685247';

export const BOT = { id: '1200000000000000009', username: 'accords', discriminator: '0', avatar: null, bot: true };
export const YOU = { id: '1200000000000000003', username: 'you', discriminator: '0', global_name: 'You', avatar: null };
export const SARA = { id: '1200000000000000004', username: 'sara', discriminator: '0', global_name: 'Sara', avatar: null };

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL = 5;

let last = 1_250_000_000_000_000_000n;

/** An id that nothing else on this page has. */
export function freshId() {
  last += 1n;
  return last.toString();
}

function interaction(type, data, more = {}) {
  return {
    id: freshId(),
    application_id: APPLICATION,
    type,
    token: `preview-${last}`,
    version: 1,
    guild_id: GUILD,
    guild: { id: GUILD, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0, name: 'accords-preview', permissions: EVERYTHING },
    member: {
      user: YOU,
      roles: [],
      nick: null,
      avatar: null,
      premium_since: null,
      joined_at: '2024-01-01T00:00:00.000000+00:00',
      deaf: false,
      mute: false,
      pending: false,
      flags: 0,
      permissions: EVERYTHING,
      communication_disabled_until: null,
    },
    locale: 'en-GB',
    app_permissions: EVERYTHING,
    authorizing_integration_owners: { 0: GUILD },
    context: 0,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    data,
    ...more,
  };
}

/** A message as Discord would hand it back. */
export function message(author, body = {}) {
  return {
    id: freshId(),
    channel_id: CHANNEL,
    author,
    content: body.content ?? '',
    timestamp: now().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    pinned: false,
    type: 0,
    flags: body.flags ?? 0,
  };
}

/** Marks a message as the answer to a command of the viewer's. */
export function answered(shown) {
  shown.interaction_metadata = {
    id: freshId(),
    type: COMMAND,
    user: YOU,
    authorizing_integration_owners: { 0: GUILD },
  };
  return shown;
}

/** Somebody uses a command. */
export function useCommand(name, options) {
  return send(interaction(COMMAND, { id: freshId(), name, type: 1, options }));
}

/** Somebody uses a command on a message. */
export function useOnMessage(name, on) {
  const data = { id: freshId(), name, type: 3, target_id: on.id, resolved: { messages: { [on.id]: on } } };
  return send(interaction(COMMAND, data));
}

/** Somebody is typing the value of an option. */
export async function suggestions(command, options, signal) {
  const data = { id: freshId(), name: command, type: 1, options };
  const reply = await send(interaction(AUTOCOMPLETE, data), signal);
  return reply.data?.choices ?? [];
}

/** Somebody presses a button. */
export function press(on, customId) {
  const data = { custom_id: customId, component_type: 2 };
  return send(interaction(COMPONENT, data, { message: on }));
}

/** Somebody sends a form. */
export function sendForm(customId, values) {
  const components = values.map(([id, value]) => ({ type: 1, components: [{ type: 4, custom_id: id, value }] }));
  return send(interaction(MODAL, { custom_id: customId, components }));
}

/** The commands that the bot has. */
export async function commands() {
  const response = await fetch('./api/commands');
  if (!response.ok) throw new Error(`the commands could not be had (${response.status})`);
  return response.json();
}

/** The post of a day. */
export async function daily(date) {
  return read(await fetch(`./api/daily/${date}`));
}

async function send(body, signal) {
  const headers = { 'Content-Type': 'application/json', 'X-Accords-Date': botDate() };
  return read(await fetch('./api/interactions', { method: 'POST', headers, body: JSON.stringify(body), signal }));
}

/** A reply with its files: the body alone, or one part of several. */
async function read(response) {
  if (!response.ok) throw new Error(`the bot could not be asked (${response.status})`);
  if (!response.headers.get('Content-Type')?.startsWith('multipart/')) {
    return { ...(await response.json()), files: [] };
  }
  const form = await response.formData();
  const payload = form.get('payload_json');
  const reply = JSON.parse(typeof payload === 'string' ? payload : await payload.text());
  const listed = reply.data?.attachments ?? [];
  const files = listed.map(({ id, filename, description }) => {
    const file = form.get(`files[${id}]`);
    return { filename, description, type: file.type, size: file.size, url: URL.createObjectURL(file) };
  });
  return { ...reply, files };
}
