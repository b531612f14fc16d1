/** A piece of HTML that was built with `html`: everything that came from outside is escaped in it. */
export class Markup {
  public constructor(public readonly text: string) {}
}

/** What a piece of HTML is made of: texts are escaped, nothing and `false` leave no trace. */
export type HtmlPart = Markup | string | number | false | undefined | readonly HtmlPart[];

/** HTML from a template; whatever is put into it is escaped, in elements and in quoted attributes. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Markup {
  return new Markup(literals.map((literal, index) => literal + markupOf(parts[index])).join(''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that are not allowed in HTML at all. */
// eslint-disable-next-line no-control-regex -- that is what it is about
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]).replace(CONTROLS, '\uFFFD');
}

/** A name for an element that a text always gets and no other text does. */
export function anchor(kind: string, text: string): string {
  return `${kind}-${text.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`)}`;
}

function markupOf(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(markupOf).join('');
}
