import { html, Markup } from './markup';
import { names, paragraph, path, Section } from './parts';
import { table } from './table';
import type { AcknowledgementState, SecurityReport } from '../model';
import { placeText } from '../wording/items';

const STATES: Readonly<Record<AcknowledgementState, Markup>> = {
  expired: html`<span class="word error"><span aria-hidden="true">■</span> expired</span>`,
  expiring: html`<span class="word warning"><span aria-hidden="true">▲</span> expires soon</span>`,
  current: html`<span class="word fine"><span aria-hidden="true">✓</span> current</span>`,
  endless: html`<span class="word warning"><span aria-hidden="true">▲</span> no last day</span>`,
};

export function acknowledgementsSection({ acknowledgements }: SecurityReport): Section {
  return {
    id: 'acknowledgements',
    heading: 'Acknowledgements',
    count: acknowledgements.length,
    content:
      acknowledgements.length === 0
        ? paragraph('Nothing is acknowledged.')
        : [
            paragraph('Findings that somebody accepted, with the reason, and the last day on which that holds.'),
            table({
              id: 'acknowledgements-table',
              caption: 'Acknowledgements of all stages and accounts, the ones that end first at the top',
              columns: [
                { heading: 'Findings' },
                { heading: 'State' },
                { heading: 'Owner' },
                { heading: 'Reason', kind: 'wide' },
                { heading: 'Holds for', kind: 'wide' },
                { heading: 'Accepts', kind: 'number' },
              ],
              rows: acknowledgements.map(({ id, findings, state, expires, owner, reason, scope, accepts }) => ({
                id: `acknowledgement-${id}`,
                cells: [
                  names(findings),
                  html`${STATES[state]}${expires !== undefined && html`<br /><span class="quiet date">until ${expires}</span>`}`,
                  owner ?? 'nobody named',
                  reason,
                  path(placeText(scope)),
                  accepts,
                ],
              })),
            }),
          ],
  };
}
