// The page in a real browser: asks, lets the bot suggest, presses every button, fills the form.
//
// `node test/page.mjs ACCORDS [FOLDER]`: ACCORDS is the program; FOLDER gets the screenshots. Needs Chromium, as
// `chromium` in the path or as CHROMIUM.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [program, folder = 'screenshots'] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/** Starts the preview; gives its address and what ends it. */
async function preview(variables = {}) {
  const options = { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...variables } };
  const child = spawn(program, ['preview', '--addr', '127.0.0.1:0'], options);
  const address = await new Promise((resolve, reject) => {
    let written = '';
    child.stdout.on('data', (chunk) => {
      written += chunk;
      const found = written.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`accords ended with ${code}`)));
  });
  return { address, end: () => child.kill('SIGTERM') };
}

/** A page that fails the test for every error and every request to elsewhere. */
async function open(browser, address, options, troubles) {
  const context = await browser.newContext({ timezoneId: 'Europe/Athens', locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(address) || url.startsWith('blob:')) return route.continue();
    troubles.push(`a request to ${url}`);
    return route.abort();
  });
  await page.goto(address);
  await page.getByRole('combobox', { name: /question/ }).waitFor();
  return page;
}

/** No fault that axe calls serious or critical. */
async function accessible(page, where) {
  // As a function and not as a script element, which the page's own policy forbids.
  await page.evaluate(`(() => { ${axe}; globalThis.axe = axe; })()`);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  const bad = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const told = bad.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 4).map((it) => `${it.target} ${it.failureSummary}`).join('\n    ')}`);
  assert.equal(bad.length, 0, `${where}:\n  ${told.join('\n  ')}`);
}

const last = (page) => page.locator('discord-message').last();
const bot = (page) => page.locator('discord-message[author="accords"]');

/** Does something after which there is one more message of the bot's; gives it. */
async function answer(page, what) {
  const before = await bot(page).count();
  await what();
  await page.waitForFunction((count) => document.querySelectorAll('discord-message[author="accords"]').length > count, before);
  // This one, whatever comes after it.
  return bot(page).nth(before);
}

async function ask(page, question) {
  const input = page.getByRole('combobox', { name: /question/ });
  await input.fill(question);
  return answer(page, () => input.press('Enter'));
}

/** Chooses a command with the keyboard. */
async function command(page, name) {
  const input = page.getByRole('combobox', { name: /question/ });
  await input.fill('/');
  await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  await input.fill(`/${name}`);
  await page.getByRole('option', { name: new RegExp(`^/${name}`) }).first().waitFor();
  await input.press('Enter');
}

async function questions(page) {
  const kazakhstan = await ask(page, 'When did Kazakhstan join?');
  assert.match(await kazakhstan.textContent(), /6 November 2025/);
  await kazakhstan.getByText('Sources', { exact: true }).waitFor();

  const sources = await answer(page, () => kazakhstan.getByRole('button', { name: 'All sources' }).click());
  assert.match(await sources.textContent(), /Only you can see this/);
  const citation = await answer(page, () => kazakhstan.getByRole('button', { name: 'Copy citation' }).click());
  assert.match(await citation.textContent(), /https:\/\//);
  const related = kazakhstan.locator('discord-action-row').last().locator('discord-button');
  for (let at = 0; at < await related.count(); at += 1) {
    const next = await answer(page, () => related.nth(at).click());
    assert.match(await next.textContent(), /\[1\]/);
  }

  await kazakhstan.getByRole('button', { name: 'Not right?' }).click();
  const form = page.getByRole('dialog');
  await form.waitFor();
  await accessible(page, 'the form');
  await form.getByRole('textbox').fill('Kazakhstan signed on 1 January 2020.');
  const thanks = await answer(page, () => form.getByRole('button', { name: 'Submit' }).click());
  assert.match(await thanks.textContent(), /Thank you/);

  const unknown = await ask(page, '<img src=x onerror=alert(1)> who won the 2022 world cup');
  assert.equal(await page.locator('discord-message img[src="x"]').count(), 0);
  const suggested = unknown.getByRole('button', { name: 'Which countries are in the Abraham Accords?' });
  const members = await answer(page, () => suggested.click());
  assert.match(await members.textContent(), /Bahrain/);
}

async function timeline(page, folder, name) {
  await command(page, 'timeline');
  const country = page.getByRole('combobox', { name: /country/ });
  await country.pressSequentially('Moroco');
  await page.getByRole('option', { name: 'Morocco' }).first().waitFor();
  if (folder) await page.screenshot({ path: join(folder, `${name}-autocomplete.png`) });
  await country.press('Enter');
  await page.waitForFunction((input) => input.value === 'Morocco', await country.elementHandle());
  const shown = await answer(page, () => country.press('Enter'));
  const picture = shown.locator('discord-embed img.discord-embed-image');
  await picture.waitFor();
  await page.waitForFunction((image) => image.complete && image.naturalWidth > 500, await picture.elementHandle());
  assert.match(await picture.getAttribute('alt'), /signed 22 Dec 2020/);

  const footer = () => bot(page).last().locator('discord-embed-footer').textContent();
  assert.match(await footer(), /page 1 of/);
  const count = await bot(page).count();
  await bot(page).last().getByRole('button', { name: /More/ }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('discord-embed-footer')].at(-1).textContent.includes('page 2 of'));
  assert.equal(await bot(page).count(), count, 'a page takes the place of the one before');
  await bot(page).last().getByRole('button', { name: /Back/ }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('discord-embed-footer')].at(-1).textContent.includes('page 1 of'));
}

async function viewer(page) {
  if (!(await page.locator('#viewer').evaluate((it) => it.open))) await page.locator('#viewer summary').click();
  await page.getByLabel('Date').fill('2026-09-15');
  await page.getByLabel('Time zone').selectOption('Pacific/Kiritimati');
  await page.getByLabel('Date').fill('2026-09-15');
  const now = await page.locator('#now').textContent();
  assert.match(now, /15 Sept? 2026/);
  assert.match(now, /UTC, where it is 2026-09-1[45]/);
  const daily = await answer(page, () => page.getByRole('button', { name: 'Post of this day' }).click());
  assert.match(await daily.textContent(), /On this day: 15 September/);
  await page.getByRole('button', { name: 'Day after' }).click();
  assert.equal(await page.getByLabel('Date').inputValue(), '2026-09-16');
  await page.getByRole('button', { name: 'Day before' }).click();
  const calendar = await answer(page, () => daily.getByRole('button', { name: 'Add to calendar' }).click());
  const file = calendar.getByRole('link', { name: /\.ics/ });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  assert.match(readFileSync(await download.path(), 'utf8'), /^BEGIN:VCALENDAR/);
  if (page.viewportSize().width < 900) await page.locator('#viewer summary').click();
}

async function otherCommands(page) {
  await command(page, 'compare');
  for (const [label, name] of [['a', 'Bahrain'], ['b', 'Sudan']]) {
    const input = page.getByRole('combobox', { name: label, exact: true });
    await input.fill(name);
    await page.getByRole('option', { name, exact: true }).waitFor();
    await input.press('Enter');
  }
  const card = await answer(page, () => page.getByRole('button', { name: 'Send' }).click());
  await card.locator('discord-embed img.discord-embed-image').waitFor();

  const sara = page.locator('discord-message[author="Sara"]');
  await sara.locator('summary').click();
  const checked = await answer(page, () => sara.getByRole('button', { name: 'Check this claim' }).click());
  assert.match(await checked.textContent(), /Contradicted|Not covered|Supported/);
  await checked.getByRole('button', { name: 'Dismiss message' }).click();
  await checked.waitFor({ state: 'detached' }).catch(() => {});

  await command(page, 'settings');
  const settings = await answer(page, async () => {
    await page.getByLabel(/private/).selectOption('True');
    await page.getByRole('button', { name: 'Send' }).click();
  });
  assert.match(await settings.textContent(), /Saved/);
  await command(page, 'settings');
  await answer(page, async () => {
    await page.getByLabel(/private/).selectOption('False');
    await page.getByRole('button', { name: 'Send' }).click();
  });
  await command(page, 'help');
  await answer(page, () => page.getByRole('button', { name: 'Send' }).click());
  await command(page, 'about');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: /question/ }).waitFor();
}

/** The keyboard alone: to a button of an answer and back to the composer. */
async function keyboard(page) {
  await ask(page, 'When did Sudan sign?');
  const reached = async (isThere) => {
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Shift+Tab');
      if (await page.evaluate(isThere)) return true;
    }
    return false;
  };
  const onButton = () => document.activeElement?.localName === 'discord-button';
  assert.ok(await reached(onButton), 'a button can be reached with the keyboard');
  await answer(page, () => page.keyboard.press('Enter'));
}

/** Nothing is wider than the window. */
async function fits(page, where) {
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth
    || document.getElementById('log').scrollWidth > document.getElementById('log').clientWidth);
  assert.ok(!wide, `${where} scrolls sideways`);
}

/** Names and titles with HTML, from right to left, with emoji and without end. */
async function hostile(browser, troubles) {
  const knowledge = fileURLToPath(new URL('./hostile', import.meta.url));
  const { address, end } = await preview({ ACCORDS_KNOWLEDGE: knowledge });
  try {
    const page = await open(browser, address, { viewport: SIZES.phone, colorScheme: 'dark' }, troubles);
    page.on('dialog', (dialog) => {
      troubles.push(`a script of a title ran: ${dialog.message()}`);
      dialog.dismiss();
    });
    await command(page, 'timeline');
    const shown = await answer(page, () => page.getByRole('button', { name: 'Send' }).click());
    await shown.locator('discord-embed img.discord-embed-image').waitFor();
    assert.match(await shown.textContent(), /<img src=x onerror=alert\(1\)>/);
    await command(page, 'member');
    const country = page.getByRole('combobox', { name: /country/ });
    await country.fill('Llan');
    await page.getByRole('option', { name: /^Llanfair/ }).first().waitFor();
    await country.press('Enter');
    await answer(page, () => country.press('Enter'));
    await page.screenshot({ path: join(folder, 'hostile.png') });
    assert.equal(await page.locator('#log img[src="x"], #log script, #log b').count(), 0);
    await accessible(page, 'hostile titles');
    await fits(page, 'hostile titles');
  } finally {
    end();
  }
}

async function all() {
  mkdirSync(folder, { recursive: true });
  const { address, end } = await preview();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const troubles = [];
  try {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['dark', 'light']) {
        const where = `${size}-${colorScheme}`;
        const page = await open(browser, address, { viewport, colorScheme }, troubles);
        await page.screenshot({ path: join(folder, `${where}-start.png`) });
        await accessible(page, `${where}, at the start`);
        if (where === 'desktop-dark') {
          await questions(page);
          await viewer(page);
          await otherCommands(page);
          await keyboard(page);
        } else {
          await ask(page, 'When did Kazakhstan join?');
          await page.screenshot({ path: join(folder, `${where}-answer.png`) });
          if (where === 'phone-light') await viewer(page);
        }
        await timeline(page, folder, where);
        await last(page).scrollIntoViewIfNeeded();
        await page.waitForTimeout(150);
        await page.screenshot({ path: join(folder, `${where}-timeline.png`) });
        await accessible(page, `${where}, at the end`);
        await fits(page, where);
        await page.context().close();
      }
    }
    await hostile(browser, troubles);
  } finally {
    await browser.close();
    end();
  }
  assert.deepEqual(troubles, []);
  console.log(`the page works; screenshots in ${folder}`);
}

await all();
