// Discord's look: a library of web components, with colours that read well in both themes.

import { css } from 'lit';
import { DiscordActionRow } from '@skyra/discord-components-core/discord-action-row.js';
import { DiscordAttachments } from '@skyra/discord-components-core/discord-attachments.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';

// The library's colours are of an older Discord and partly too faint; these are variables of the page's style sheet.
const PATCHES = [
  [DiscordMessages, css`:host { color: var(--text); border: 0; }`],
  [
    DiscordMessage,
    css`
      :host { color: var(--text); padding-right: 1em; }
      :host .discord-message-timestamp { color: var(--quiet) !important; }
      :host(.for-you) { background: var(--for-you); box-shadow: inset 3px 0 0 var(--accent); }
      .discord-message-content { min-width: 0; }
      @media (max-width: 600px) {
        .discord-author-avatar { margin-right: 10px; min-width: 32px; }
        .discord-author-avatar img { width: 32px; height: 32px; }
      }
    `,
  ],
  [DiscordAuthorInfo, css`:host .discord-author-username { color: var(--strong); }`],
  [
    DiscordCommand,
    css`
      :host { color: var(--quiet) !important; }
      :host .discord-replied-message-username { color: var(--strong) !important; opacity: 1; }
      :host .discord-slash-command-name { color: var(--chip-text) !important; background: var(--chip); opacity: 1; }
      :host .discord-slash-command-name { min-width: 0; }
      .discord-slash-command-name span { overflow: hidden; text-overflow: ellipsis; }
      :host .discord-slash-command-name:hover { color: var(--chip-text) !important; background: var(--chip); }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host { color: var(--text); font-size: 14px; }
      :host .discord-embed-wrapper { background: var(--embed); border-color: var(--line); max-width: 560px; }
      :host .discord-embed-title, :host .discord-embed-author { color: var(--strong); }
      :host .discord-embed-image { max-width: min(100%, 480px); max-height: none; height: auto; display: block; }
      :host .discord-embed-wrapper { overflow-wrap: anywhere; }
    `,
  ],
  [DiscordEmbedDescription, css`:host { line-height: 1.375; white-space: normal; }`],
  [
    DiscordEmbedField,
    css`
      :host { line-height: 1.375; }
      :host .discord-field-title { color: var(--strong); }
    `,
  ],
  [DiscordEmbedFooter, css`:host { color: var(--quiet); }`],
  [DiscordAttachments, css`:host { min-width: 0; }`],
  [DiscordActionRow, css`:host { min-width: 0; }`],
  [
    DiscordButton,
    css`
      :host { max-width: 100%; }
      :host > *:first-child {
        height: auto; padding: 6px 14px; box-sizing: border-box; text-align: start; border-radius: 8px;
      }
      .secondary { color: var(--button-text); background: var(--button); }
      .secondary.hoverable:hover { background: var(--button-over); }
      button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    `,
  ],
  [
    DiscordCode,
    css`
      :host { background: none; }
      :host code, :host([multiline]) code {
        background: var(--code); border-color: var(--line); color: var(--text); overflow-wrap: anywhere;
      }
    `,
  ],
];

for (const [component, style] of PATCHES) {
  component.elementStyles = [...component.elementStyles, style];
}

const light = matchMedia('(prefers-color-scheme: light)');
let chosen = 'system';

/** Dark, light, or what the system has. */
export function setTheme(theme) {
  chosen = theme;
  document.documentElement.dataset.theme = theme === 'system' ? (light.matches ? 'light' : 'dark') : theme;
}

light.addEventListener('change', () => setTheme(chosen));
setTheme('system');
