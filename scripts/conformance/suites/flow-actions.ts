import type { FlowTable } from './flow-table';
import type { DomainEvent } from '../../../src/core/contracts/events';
import type { RuntimeCheck } from '../../../src/core/contracts/routes';
import { CHANGE_ANSWERS } from '../../../src/core/licensure/changes/answers';
import { auditMilitaryAffiliation } from '../../../src/core/licensure/changes/audit-military-affiliation';
import { changeHomeJurisdiction } from '../../../src/core/licensure/changes/change-home-jurisdiction';
import { NO_CHANGE, plan, PlannedChange } from '../../../src/core/licensure/changes/change-plan';
import { UnstorableRecord } from '../../../src/core/licensure/changes/changed-item';
import { closeInvestigation } from '../../../src/core/licensure/changes/close-investigation';
import { deactivatePrivilege } from '../../../src/core/licensure/changes/deactivate-privilege';
import { encumber } from '../../../src/core/licensure/changes/encumber';
import { endMilitaryAffiliation } from '../../../src/core/licensure/changes/end-military-affiliation';
import { liftEncumbrance } from '../../../src/core/licensure/changes/lift-encumbrance';
import { militaryDocumentArrived } from '../../../src/core/licensure/changes/military-document-arrived';
import { readMilitaryDocument } from '../../../src/core/licensure/changes/military-document-key';
import { openInvestigation } from '../../../src/core/licensure/changes/open-investigation';
import { jurisdictionsToNumber, purchasePrivileges } from '../../../src/core/licensure/changes/purchase-privileges';
import { spreadToPrivileges } from '../../../src/core/licensure/changes/spread-to-privileges';
import { broken } from '../../../src/core/licensure/changes/stored-records';
import { authorize } from '../../../src/core/licensure/permissions';
import { REFERENCE_DOMAIN } from '../reference-domain';

/** What became of one action: an answer of an API, of a queue's handler, or of a step without any. */
export interface FlowAnswer {
  readonly [outcome: string]: unknown;
  readonly events: readonly unknown[];
}

/** Carries out one action on the table; `action` has what the whole flow says of compact, provider and staff as well. */
export function answerAction(action: any, table: FlowTable): FlowAnswer {
  const planned = storablePlan(action, table);
  const change = planned.ok ? planned.value : NO_CHANGE;
  table.apply(change);
  return { ...outcomeOf(action, planned), events: change.events.map(publishedForm) };
}

/** The plan of an action; what can't be stored fails its handler, as any exception does. */
function storablePlan(action: any, table: FlowTable): PlannedChange {
  try {
    return planAction(action, table);
  } catch (error) {
    if (error instanceof UnstorableRecord) return broken(error.message);
    throw error;
  }
}

const DENIED: PlannedChange = { ok: false, error: { status: 403, message: 'Access denied' } };

const OF_BOARD: RuntimeCheck = { kind: 'jurisdiction', action: 'admin' };
const OF_COMPACT: RuntimeCheck = { kind: 'compact', action: 'admin' };

/** What staff need for their actions: a board its own permission, that of the compact does not suffice. */
const CHECKS: Readonly<Record<string, RuntimeCheck>> = {
  encumber: OF_BOARD,
  lift: OF_BOARD,
  investigate: OF_BOARD,
  closeInvestigation: OF_BOARD,
  deactivatePrivilege: OF_COMPACT,
  militaryAudit: OF_COMPACT,
};

/** Who acts has all scopes that an action can need, unless the vector names theirs. */
function isDenied({ action, compact, jurisdiction, scopes }: any): boolean {
  const granted: Set<string> = new Set(scopes ?? [`${jurisdiction}/${compact}.admin`, `${compact}/admin`]);
  return authorize(CHECKS[action] ?? { kind: 'none' }, { compact, jurisdiction }, granted) === 'denied';
}

function planAction(action: any, table: FlowTable): PlannedChange {
  if (isDenied(action)) return DENIED;
  const { compact, providerId, against, jurisdiction, licenseType: licenseTypeAbbreviation = 'slp' } = action;
  const { id, body, now, newId, staffUserId } = action;
  const stored = { domain: REFERENCE_DOMAIN, items: table.partition(compact, providerId), now };
  const target = { compact, providerId, against, jurisdiction, licenseTypeAbbreviation };
  const ofBoard = { ...stored, target, body, newId, staffUserId };
  switch (action.action) {
    case 'encumber':
      return encumber(ofBoard);
    case 'lift':
      return liftEncumbrance({ ...ofBoard, encumbranceId: id });
    case 'investigate':
      return openInvestigation(ofBoard);
    case 'closeInvestigation':
      return closeInvestigation({ ...ofBoard, investigationId: id });
    case 'event':
      return spreadToPrivileges(action.detailType, action.detail, stored);
    case 'homeJurisdiction':
      return changeHomeJurisdiction({ ...stored, selected: jurisdiction, liveJurisdictions: action.liveJurisdictions });
    case 'deactivatePrivilege': {
      const staffUser = { id: action.staffUser.sub, name: action.staffUser.name };
      const note = action.note === undefined ? {} : { deactivationNote: action.note };
      return deactivatePrivilege({ ...stored, compact, jurisdiction, licenseTypeAbbreviation, body: note, staffUser });
    }
    case 'createPrivileges':
      return purchase({ ...action, licenseTypeAbbreviation }, stored, table);
    case 'militaryFileUploaded': {
      const document = readMilitaryDocument({ eventName: 'ObjectCreated:Post', ...action });
      if (!document) return plan({});
      const items = table.partition(document.compact, document.providerId);
      return militaryDocumentArrived({ ...stored, items, documentKey: action.key });
    }
    case 'militaryAudit':
      return auditMilitaryAffiliation({ ...stored, providerId, body });
    case 'militaryEnd':
      return endMilitaryAffiliation({ ...stored, body });
    default:
      throw new Error(`the suite knows no action ${action.action}`);
  }
}

function purchase(action: any, stored: any, table: FlowTable): PlannedChange {
  const { compact, jurisdictions, licenseExpiration, transactionId, attestations } = action;
  const licenseType = REFERENCE_DOMAIN.licenseTypes[compact]?.find(({ name, abbreviation }) =>
    [name, abbreviation].includes(action.licenseTypeAbbreviation),
  );
  if (!licenseType) return broken(`the compact has no license type ${action.licenseTypeAbbreviation}`);
  const input = {
    ...stored,
    purchase: { licenseType, jurisdictions, licenseExpiration, transactionId, attestations },
  };
  const toNumber = jurisdictionsToNumber(input);
  if (!toNumber.ok) return toNumber;
  return purchasePrivileges({ ...input, claimedNumbers: table.claimNumbers(compact, toNumber.value.length) });
}

/** Messages of the actions whose answer is not the common one. */
const MESSAGES: Readonly<Record<string, string>> = {
  homeJurisdiction: CHANGE_ANSWERS.homeJurisdictionChanged,
  militaryEnd: CHANGE_ANSWERS.militaryAffiliationEnded,
};

const WITHOUT_ANSWER = ['createPrivileges', 'militaryFileUploaded'];

function outcomeOf({ action }: any, planned: PlannedChange): object {
  if (action === 'event') return { batchItemFailures: planned.ok ? [] : [{ itemIdentifier: 'm1' }] };
  if (!planned.ok && planned.error.status === 500) return { internalError: true };
  if (WITHOUT_ANSWER.includes(action)) return { ok: planned.ok };
  return planned.ok
    ? { response: { statusCode: 200, body: { message: MESSAGES[action] ?? CHANGE_ANSWERS.done } } }
    : { response: { statusCode: planned.error.status, body: { message: planned.error.message } } };
}

function publishedForm({ source, detailType, detail }: DomainEvent) {
  return { Source: source, DetailType: detailType, Detail: detail };
}
