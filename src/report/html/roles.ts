import { anchor, html, HtmlPart, Markup } from './markup';
import { code, details, list, names, paragraph, path, Section } from './parts';
import { table } from './table';
import { ACCESS_LEVELS, AccessLevel } from '../../core/iam/action-table';
import type { SecurityReport } from '../model';
import type { AccessCell, ReportedRole, ServiceAccess } from '../model-roles';
import { counted, numberText } from '../wording/counts';

/** Access levels of the Service Authorization Reference, as people write them. */
export const LEVEL_NAMES: Readonly<Record<AccessLevel, string>> = {
  List: 'List',
  Read: 'Read',
  Tagging: 'Tagging',
  Write: 'Write',
  PermissionsManagement: 'Permissions management',
};

export function rolesSection({ roles }: SecurityReport): Section {
  return {
    id: 'roles',
    heading: 'Roles and actions',
    count: roles.length,
    content:
      roles.length === 0
        ? paragraph('No stack makes a role or a user.')
        : [
            paragraph(
              'What the policies of each role allow, in numbers of actions; a boundary can only take away from it. Open a row for the actions of each service.',
            ),
            rolesTable(roles),
          ],
  };
}

function rolesTable(roles: readonly ReportedRole[]): Markup {
  return table({
    id: 'roles-table',
    caption: 'Actions of roles by access level',
    columns: [
      { heading: 'Role', kind: 'wide' },
      ...ACCESS_LEVELS.map((level) => ({ heading: LEVEL_NAMES[level], kind: 'number' as const })),
      { heading: 'Boundary' },
    ],
    rows: roles.map((role) => ({
      id: anchor('role', role.id),
      cells: [roleCell(role), ...ACCESS_LEVELS.map((level) => numberText(role.levels[level])), boundaryCell(role)],
      below: servicesMarkup(role),
    })),
  });
}

function roleCell({ name, kind, account, unknownPolicies }: ReportedRole): HtmlPart {
  const about = [kind, account].filter((part) => part !== undefined).join(' in ');
  return [
    path(name),
    html`<br /><span class="quiet">${about}</span>`,
    unknownPolicies.length > 0 && [
      html`<br /><span class="word warning"><span aria-hidden="true">▲</span> unknown policies, not counted:</span>`,
      names(unknownPolicies),
    ],
  ];
}

function boundaryCell({ boundary }: ReportedRole): HtmlPart {
  return boundary === undefined ? 'none' : code(boundary);
}

function servicesMarkup({ id, name, services, unknownActions }: ReportedRole): Markup {
  const summary = services.length === 0 ? 'No action is allowed' : `Actions of ${counted(services.length, 'service')}`;
  return details(html`${summary} <span class="quiet">(${name})</span>`, [
    services.length > 0 && servicesTable(id, name, services),
    unknownActions.length > 0 && [
      html`<p class="quiet">No action is known by these names:</p>`,
      list(unknownActions.map(code)),
    ],
  ]);
}

function servicesTable(id: string, name: string, services: readonly ServiceAccess[]): Markup {
  return table({
    id: anchor('role-services', id),
    caption: `Actions of ${name} by service and access level`,
    columns: [{ heading: 'Service' }, ...ACCESS_LEVELS.map((level) => ({ heading: LEVEL_NAMES[level] }))],
    rows: services.map(({ service, cells }) => ({
      cells: [
        code(service),
        ...ACCESS_LEVELS.map((level) =>
          actionsOf(
            service,
            cells.find((cell) => cell.level === level),
          ),
        ),
      ],
    })),
  });
}

function actionsOf(service: string, cell: AccessCell | undefined): HtmlPart {
  if (cell === undefined) return '–';
  const { count, actions, unrestricted } = cell;
  const short = actions.map((action) => action.replace(`${service}:`, ''));
  return [
    count > actions.length && html`<span class="quiet">${counted(count, 'action')}, allowed by</span>`,
    names(short),
    unrestricted > 0 &&
      html`<span class="quiet">${unrestricted === count ? 'all' : numberText(unrestricted)} on every resource</span>`,
  ];
}
