import { html, HtmlPart, Markup } from './markup';
import type { Severity } from '../model';

/** A part of the page with its heading; `count` stands beside its name in the contents. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly count?: number;
  readonly content: HtmlPart;
}

export function sectionMarkup({ id, heading, content }: Section): Markup {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" tabindex="-1">${heading}</h2>
    ${content}
  </section> `;
}

/** Shapes tell severities apart where colours don't. */
const SHAPES: Readonly<Record<Severity, string>> = { fatal: '◆', error: '■', warning: '▲', info: '●' };

export function severityWord(severity: Severity): Markup {
  return html`<span class="word ${severity}"><span aria-hidden="true">${SHAPES[severity]}</span> ${severity}</span>`;
}

export function code(text: string): Markup {
  return html`<code>${text}</code>`;
}

export function path(text: string): Markup {
  return html`<span class="path">${text}</span>`;
}

export function paragraph(text: string, kind = 'lead'): Markup {
  return html`<p class="${kind}">${text}</p> `;
}

export function list(items: readonly HtmlPart[]): Markup | undefined {
  return items.length === 0
    ? undefined
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul> `;
}

/** Names of which there may be many, each on its own line. */
export function names(texts: readonly string[]): Markup {
  return html`<ul class="names">
    ${texts.map((text) => html`<li>${code(text)}</li>`)}
  </ul>`;
}

export function details(summary: HtmlPart, content: HtmlPart): Markup {
  return html`<details>
    <summary>${summary}</summary>
    ${content}
  </details> `;
}
