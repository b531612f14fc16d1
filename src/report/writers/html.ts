import { createHash } from 'node:crypto';
import { acknowledgementsSection } from '../html/acknowledgements';
import { boundariesSection } from '../html/boundaries';
import { changesSections } from '../html/changes';
import { controlsSection } from '../html/controls';
import { findingsSection } from '../html/findings';
import { html, Markup } from '../html/markup';
import { Section, sectionMarkup } from '../html/parts';
import { rolesSection } from '../html/roles';
import { SCRIPT } from '../html/script';
import { stacksSection } from '../html/stacks';
import { STYLE } from '../html/style';
import { summarySection } from '../html/summary';
import { trustSection } from '../html/trust';
import type { SecurityReport } from '../model';
import { numberText } from '../wording/counts';

/** Nothing is loaded, and nothing runs but the page's own style and script. */
const CONTENT_POLICY = `default-src 'none'; style-src '${sourceHash(STYLE)}'; script-src '${sourceHash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;

/** The report as one file for people, which needs nothing else. */
export function htmlReport(report: SecurityReport): string {
  const { title, today, generator } = report;
  const sections = [
    summarySection(report),
    ...changesSections(report),
    findingsSection(report),
    acknowledgementsSection(report),
    boundariesSection(report),
    rolesSection(report),
    trustSection(report),
    controlsSection(report),
    stacksSection(report),
  ];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="${generator.name} ${generator.version}" />
        <meta name="referrer" content="no-referrer" />
        <title>Security report: ${title}</title>
        ${inline('style', STYLE)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        <div class="page">
          <header>
            <p>Security report</p>
            <h1>${title}</h1>
            <p>As of <time datetime="${today}">${today}</time></p>
          </header>
          ${contents(sections)}
          <main id="main" tabindex="-1">${sections.map(sectionMarkup)}</main>
          <footer><p>Made by ${generator.name} ${generator.version}.</p></footer>
        </div>
        ${inline('script', SCRIPT)}
      </body>
    </html> `.text;
}

function contents(sections: readonly Section[]): Markup {
  return html`<nav aria-label="Contents">
    <ul>
      ${sections.map(
        ({ id, heading, count }) =>
          html`<li>
            <a href="#${id}"
              >${heading}${count !== undefined && html` <span class="number">${numberText(count)}</span>`}</a
            >
          </li> `,
      )}
    </ul>
  </nav> `;
}

/** The content must be to the letter what the content security policy has the hash of. */
function inline(element: 'style' | 'script', content: string): Markup {
  return new Markup(`<${element}>${content}</${element}>`);
}

/** What a content security policy knows an inline style or script by. */
function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
