// Discord's markdown -> nodes. Nothing is ever read as HTML.

import { parse } from 'discord-markdown-parser';
import { written } from './clock.js';

/** The nodes of a text, as Discord would show it. */
export function words(text) {
  return nodes(parse(text ?? '', 'extended'));
}

function nodes(parts) {
  const list = Array.isArray(parts) ? parts : [parts];
  return list.map(node);
}

function node(part) {
  switch (part.type) {
    case 'strong':
      return wrapped('strong', part.content);
    case 'em':
      return wrapped('em', part.content);
    case 'underline':
      return wrapped('u', part.content);
    case 'strikethrough':
      return wrapped('s', part.content);
    case 'blockQuote':
      return wrapped('blockquote', part.content);
    case 'br':
    case 'newline':
      return document.createElement('br');
    case 'link':
    case 'url':
    case 'autolink':
      return link(part);
    case 'inlineCode':
      return code(part.content, false);
    case 'codeBlock':
      return code(part.content, true);
    case 'timestamp':
      return time(part);
    case 'channel':
      return named(`#${part.id === '1200000000000000002' ? 'accords-preview' : 'channel'}`);
    case 'user':
      return named('@someone');
    default:
      return typeof part.content === 'string'
        ? document.createTextNode(part.content)
        : wrapped('span', part.content ?? []);
  }
}

function wrapped(name, content) {
  const element = document.createElement(name);
  element.append(...nodes(content));
  return element;
}

function link(part) {
  const inner = nodes(part.content);
  if (!/^https?:\/\//i.test(part.target)) {
    const plain = document.createElement('span');
    plain.append(...inner);
    return plain;
  }
  const anchor = document.createElement('a');
  anchor.href = part.target;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  anchor.append(...inner);
  return anchor;
}

function code(text, multiline) {
  const element = document.createElement('discord-code');
  if (multiline) element.setAttribute('multiline', '');
  element.textContent = text;
  return element;
}

function time(part) {
  const element = document.createElement('time');
  const moment = new Date(Number(part.timestamp) * 1000);
  element.dateTime = moment.toISOString();
  element.textContent = written(moment, part.format);
  return element;
}

function named(text) {
  const element = document.createElement('span');
  element.className = 'named';
  element.textContent = text;
  return element;
}
