import type { Block, Button, Card, Column, Fact, Item, Step } from '../../bot/chat/card.ts';
import { type Html, html } from './escape.ts';
import type { Reading } from './reading.ts';
import { renderForm } from './render-form.ts';
import type { CardWords } from './words.ts';

/** A card as markup for the page: everything in it escaped, what it means in data attributes, looks left to page.css. */
export function renderCard(card: Card, reading: Reading): Html {
  const titled = `m${reading.id}-title`;
  return html`<section class="card tone-${card.tone ?? 'plain'}" aria-labelledby="${titled}">
<h3 class="card-title" id="${titled}">${toneMark(card, reading)}${card.title}</h3>
<div class="card-body">${card.blocks.map((block, at) => renderBlock(block, at, card.title, reading))}</div></section>`;
}

/** The tone is told in a word too: colour alone tells nothing to many. */
function toneMark({ tone }: Card, { words }: Reading): Html | null {
  if (!tone || tone === 'plain') return null;
  return html`<span class="tone-mark" role="img" aria-label="${words.tones[tone]}"></span>`;
}

function renderBlock(block: Block, at: number, title: string, reading: Reading): Html {
  switch (block.kind) {
    case 'text':
      return html`<p class="text">${block.text}</p>`;
    case 'note':
      return html`<p class="note">${block.text}</p>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map((fact) => renderFact(fact, reading.words))}</dl>`;
    case 'list':
      return html`<ul class="list">${block.items.map(renderItem)}</ul>`;
    case 'progress':
      return html`<ol class="progress" aria-label="${reading.words.progress}">${block.steps.map((step) => renderStep(step, reading.words))}</ol>`;
    case 'table':
      return renderTable(block.columns, block.rows, reading.words);
    case 'picture':
      return renderPicture(block.picture, block.alt, reading);
    case 'buttons':
      return html`<div class="buttons">${block.buttons.map(renderButton)}</div>`;
    case 'form':
      return renderForm(block.form, at, { ...reading, title });
  }
}

function renderFact({ label, value, was }: Fact, words: CardWords): Html {
  if (was === undefined) return html`<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<div class="fact changed"><dt>${label}</dt><dd><del${was === '' && html` class="none"`}><span class="unseen">${words.was} </span>${was || words.nothing}</del><span class="arrow" aria-hidden="true">→</span><ins><span class="unseen">${words.now} </span>${value || words.nothing}</ins></dd></div>`;
}

function renderItem({ text, detail, buttons }: Item): Html {
  return html`<li class="item"><div class="item-words"><p class="item-text">${text}</p>${detail && html`<p class="item-detail">${detail}</p>`}</div>${
    buttons?.length ? html`<div class="item-buttons">${buttons.map(renderButton)}</div>` : null
  }</li>`;
}

function renderStep({ label, state }: Step, words: CardWords): Html {
  const current = state === 'now' && html` aria-current="step"`;
  return html`<li class="step ${state}"${current}><span class="step-label">${label}<span class="unseen"> (${words.steps[state]})</span></span></li>`;
}

function renderTable(columns: Column[], rows: string[][], words: CardWords): Html {
  const side = (column: Column | undefined) => (column?.align === 'right' ? 'right' : 'left');
  const head = columns.map((column) => html`<th scope="col" class="${side(column)}">${column.label}</th>`);
  const row = (cells: string[]) => cells.map((cell, at) => html`<td class="${side(columns[at])}">${cell}</td>`);
  return html`<div class="table" tabindex="0" role="region" aria-label="${words.table}"><table><thead><tr>${head}</tr></thead><tbody>${rows.map((cells) => html`<tr>${row(cells)}</tr>`)}</tbody></table></div>`;
}

function renderPicture(picture: number, alt: string, { sizes }: Reading): Html {
  const size = sizes?.get(picture);
  const place = size && html` width="${size.width}" height="${size.height}"`;
  return html`<a class="picture" href="/api/pictures/${picture}" target="_blank" rel="noopener"><img src="/api/pictures/${picture}" alt="${alt}"${place} decoding="async"></a>`;
}

function renderButton({ label, intent, style, confirm }: Button): Html {
  const asked = confirm && html` data-confirm="${JSON.stringify(confirm)}"`;
  return html`<button type="button" class="button ${style ?? 'plain'}" data-intent="${JSON.stringify(intent)}"${asked}>${label}</button>`;
}
