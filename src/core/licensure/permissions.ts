import type { RuntimeCheck } from '../contracts/routes';

/** Values of the path that checks compare with; a check that needs an absent one denies. */
export interface PermissionPath {
  readonly compact?: string;
  readonly jurisdiction?: string;
}

export type ResponseForm = 'private' | 'general';

/** Whether the scopes of a token pass a route's check. Scopes are compared as written (spec 03 section 3.3). */
export function authorize(
  check: RuntimeCheck,
  { compact, jurisdiction }: PermissionPath,
  scopes: ReadonlySet<string>,
): 'allowed' | 'denied' {
  if (check.kind === 'none') return 'allowed';
  if (!compact) return 'denied';
  return passes(check, { compact, jurisdiction }, scopes) ? 'allowed' : 'denied';
}

type ScopeCheck = Exclude<RuntimeCheck, { readonly kind: 'none' }>;

function passes(check: ScopeCheck, path: PermissionPath & { readonly compact: string }, scopes: ReadonlySet<string>) {
  const ofCompact = `${path.compact}/${check.action}`;
  switch (check.kind) {
    case 'compact':
      return scopes.has(ofCompact);
    case 'jurisdiction':
      return path.jurisdiction !== undefined && scopes.has(`${path.jurisdiction}/${path.compact}.${check.action}`);
    case 'compactOrAnyJurisdiction':
      return scopes.has(ofCompact) || [...scopes].some((scope) => scope.endsWith(`/${path.compact}.${check.action}`));
  }
}

/** Who asks for a provider's data, and where the provider holds licenses or privileges. */
export interface ResponseFormInput {
  readonly compact: string;
  readonly scopes: ReadonlySet<string>;
  readonly jurisdictions: Iterable<string>;
}

/** The form of a provider's data that a staff user may see (spec 03 section 3.4). */
export function responseForm(input: ResponseFormInput): ResponseForm {
  return isCompactAdmin(input) ? 'private' : stateResponseForm(input);
}

/** The form that a state IT system may see: administration of the compact is no right to private data there. */
export function stateResponseForm({ compact, scopes, jurisdictions }: ResponseFormInput): ResponseForm {
  const mayReadPrivate =
    scopes.has(`${compact}/readPrivate`) ||
    [...jurisdictions].some((jurisdiction) => scopes.has(`${jurisdiction}/${compact}.readPrivate`));
  return mayReadPrivate ? 'private' : 'general';
}

/** Whether a staff user may open the documents of a military affiliation (spec 04 section 11.4). */
export function mayOpenDocuments(reader: Pick<ResponseFormInput, 'compact' | 'scopes'>): boolean {
  return isCompactAdmin(reader);
}

function isCompactAdmin({ compact, scopes }: Pick<ResponseFormInput, 'compact' | 'scopes'>): boolean {
  return scopes.has(`${compact}/admin`);
}
