import { Records } from './records';
import type { Domain, LicenseType } from '../../src/core/contracts/domain';
import type { DomainEvent } from '../../src/core/contracts/events';
import { changeHomeJurisdiction } from '../../src/core/licensure/changes/change-home-jurisdiction';
import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import { closeInvestigation } from '../../src/core/licensure/changes/close-investigation';
import { deactivatePrivilege } from '../../src/core/licensure/changes/deactivate-privilege';
import { encumber } from '../../src/core/licensure/changes/encumber';
import { liftEncumbrance } from '../../src/core/licensure/changes/lift-encumbrance';
import { openInvestigation } from '../../src/core/licensure/changes/open-investigation';
import { purchasePrivileges } from '../../src/core/licensure/changes/purchase-privileges';
import { spreads, spreadToPrivileges } from '../../src/core/licensure/changes/spread-to-privileges';
import { planSsnCorrection } from '../../src/core/licensure/changes/ssn-correction';
import { readIngestDetail, planIngest } from '../../src/core/licensure/ingest-license';
import type { Item } from '../../src/core/licensure/item';
import { isUpdateSortKey } from '../../src/core/licensure/keys';
import { ingestDetail, readQueueMessage, ssnIndexRecord } from '../../src/core/licensure/ssn-intake';
import type { Result } from '../../src/core/result';

/** What a step of the scenario is called in the document, and what it left behind. */
export interface Step {
  readonly title: string;
  readonly explanation: string;
  /** Items as they were written, in order. */
  readonly written: readonly Item[];
  readonly events: readonly DomainEvent[];
}

const COMPACT = 'aslp';
const SPEECH: LicenseType = { name: 'speech-language pathologist', abbreviation: 'slp' };
const DOMAIN: Domain = {
  compacts: [COMPACT],
  jurisdictions: ['ky', 'ne', 'oh'],
  licenseTypes: { [COMPACT]: [SPEECH] },
};

const WRONG_NUMBER = '900-11-2222';
const RIGHT_NUMBER = '900-22-1111';
const PROVIDER_ID = '11111111-1111-4111-8111-111111111111';
const CORRECTED_PROVIDER_ID = '22222222-2222-4222-8222-222222222222';
const STAFF_USER_ID = '33333333-3333-4333-8333-333333333333';

const UPLOAD = {
  compact: COMPACT,
  jurisdiction: 'oh',
  ssn: WRONG_NUMBER,
  licenseType: SPEECH.name,
  licenseStatus: 'active',
  compactEligibility: 'eligible',
  givenName: 'Ingrid',
  familyName: 'Åkerström',
  npi: '1234567890',
  licenseNumber: 'SP-1001',
  dateOfIssuance: '2015-03-01',
  dateOfExpiration: '2026-03-01',
  dateOfBirth: '1980-07-14',
  homeAddressStreet1: '7 Harbor Road',
  homeAddressCity: 'Toledo',
  homeAddressState: 'OH',
  homeAddressPostalCode: '43604',
  emailAddress: 'ingrid@example.org',
};

/** What one practitioner's records go through, from the first upload to a corrected number, with the rules themselves. */
export class Scenario {
  private readonly records = new Records();
  private readonly steps: Step[] = [];
  private events: DomainEvent[] = [];
  private now = '2025-01-15T14:30:00+00:00';
  private lastId = 0;
  private providerId = PROVIDER_ID;

  public run(): readonly Step[] {
    this.step(
      'Upload',
      'Ohio uploads a license: the number gets a provider, the license and the provider are stored.',
      () => this.upload({}),
    );
    this.day('2025-02-03');
    this.step('Home and privilege', 'The practitioner chooses Ohio as home and buys a privilege in Nebraska.', () => {
      this.apply(changeHomeJurisdiction({ ...this.input(), selected: 'oh', liveJurisdictions: ['oh', 'ky'] }));
      this.apply(
        purchasePrivileges({
          ...this.input(),
          purchase: {
            licenseType: SPEECH,
            jurisdictions: ['ne'],
            licenseExpiration: UPLOAD.dateOfExpiration,
            transactionId: '40012345678',
            attestations: [{ attestationId: 'jurisprudence-confirmation', version: '1' }],
          },
          claimedNumbers: [1],
        }),
      );
    });
    this.day('2025-12-20');
    this.step('Renewal', 'Ohio uploads the license with a later date of expiration and without the NPI.', () =>
      this.upload({ npi: undefined, dateOfRenewal: '2025-12-18', dateOfExpiration: '2028-03-01' }),
    );
    this.day('2026-01-10');
    const license = { ...this.place('license', 'oh') };
    let adverseActionId = '';
    this.step('Encumbrance', 'The board of Ohio suspends the license; the privilege in Nebraska follows.', () => {
      const body = {
        encumbranceEffectiveDate: '2026-01-08',
        encumbranceType: 'suspension',
        clinicalPrivilegeActionCategories: ['Unsafe Practice or Substandard Care'],
      };
      this.apply(
        encumber({
          ...this.input(),
          ...this.staff(),
          target: license,
          body,
          newId: () => (adverseActionId = this.id()),
        }),
      );
    });
    this.day('2026-02-10');
    this.step('Lift', 'The board lifts the suspension; the privilege follows again.', () =>
      this.apply(
        liftEncumbrance({
          ...this.input(),
          ...this.staff(),
          target: license,
          encumbranceId: adverseActionId,
          body: { effectiveLiftDate: '2026-02-09' },
        }),
      ),
    );
    this.day('2026-03-02');
    const privilege = this.place('privilege', 'ne');
    let investigationId = '';
    this.step('Investigation', 'The board of Nebraska opens an investigation of the privilege.', () =>
      this.apply(
        openInvestigation({
          ...this.input(),
          ...this.staff(),
          target: privilege,
          newId: () => (investigationId = this.id()),
        }),
      ),
    );
    this.day('2026-03-20');
    this.step('Closed investigation', 'The investigation ends without an encumbrance.', () =>
      this.apply(
        closeInvestigation({
          ...this.input(),
          ...this.staff(),
          target: privilege,
          investigationId,
          body: {},
          newId: () => this.id(),
        }),
      ),
    );
    this.day('2026-04-01');
    this.step('Another state', 'Kentucky uploads a license of the same practitioner.', () =>
      this.upload({
        jurisdiction: 'ky',
        licenseNumber: 'KY-77',
        dateOfIssuance: '2026-03-25',
        dateOfExpiration: '2027-06-30',
      }),
    );
    this.day('2026-04-15');
    this.step('Home change', 'The practitioner moves to Kentucky: the privilege rests on the license there.', () =>
      this.apply(changeHomeJurisdiction({ ...this.input(), selected: 'ky', liveJurisdictions: ['oh', 'ky'] })),
    );
    this.day('2026-05-04');
    this.step('Deactivated privilege', "The compact's administrator deactivates the privilege.", () =>
      this.apply(
        deactivatePrivilege({
          ...this.input(),
          compact: COMPACT,
          jurisdiction: 'ne',
          licenseTypeAbbreviation: SPEECH.abbreviation,
          body: { deactivationNote: 'Requested by the practitioner' },
          staffUser: { id: STAFF_USER_ID, name: 'Rosa Diaz' },
        }),
      ),
    );
    this.day('2026-06-01');
    this.step('Deactivated license', 'Kentucky takes the license back; privileges that rest on it are marked.', () =>
      this.upload({
        jurisdiction: 'ky',
        licenseNumber: 'KY-77',
        licenseStatus: 'inactive',
        compactEligibility: 'ineligible',
        dateOfIssuance: '2026-03-25',
        dateOfExpiration: '2027-06-30',
      }),
    );
    this.day('2026-07-01');
    this.step(
      'Corrected number',
      "Ohio corrects the social security number: its license moves to the number's provider.",
      () =>
        this.upload(
          { ssn: RIGHT_NUMBER, previousSSN: WRONG_NUMBER, dateOfExpiration: '2028-03-01' },
          CORRECTED_PROVIDER_ID,
        ),
    );
    return this.steps;
  }

  private step(title: string, explanation: string, act: () => void): void {
    act();
    this.steps.push({ title, explanation, written: this.records.takeWritten(), events: this.events });
    this.events = [];
  }

  private day(date: string): void {
    this.now = `${date}T14:30:00+00:00`;
  }

  private id(): string {
    this.lastId += 1;
    return `44444444-4444-4444-8444-${String(this.lastId).padStart(12, '0')}`;
  }

  private input() {
    return { domain: DOMAIN, now: this.now, items: this.records.of(COMPACT, this.providerId) };
  }

  private staff() {
    return { staffUserId: STAFF_USER_ID };
  }

  private place(against: 'license' | 'privilege', jurisdiction: string) {
    const licenseTypeAbbreviation = SPEECH.abbreviation;
    return { compact: COMPACT, providerId: this.providerId, against, jurisdiction, licenseTypeAbbreviation };
  }

  private upload(changes: Readonly<Record<string, string | undefined>>, providerId = PROVIDER_ID): void {
    const body = JSON.parse(JSON.stringify({ ...UPLOAD, ...changes, eventTime: this.now }));
    const message = need(readQueueMessage(body));
    this.records.putNew(ssnIndexRecord(COMPACT, message.ssn, providerId));
    const detail = ingestDetail(message, providerId, PROVIDER_ID);
    this.providerId = providerId;
    this.correct(detail);
    const storedItems = this.input().items.filter(({ sk }) => !isUpdateSortKey(String(sk)));
    this.apply(planIngest({ domain: DOMAIN, detail, storedItems, now: this.now }));
  }

  private correct(detail: Readonly<Record<string, unknown>>): void {
    const { previousProviderId } = need(readIngestDetail(detail));
    if (previousProviderId === undefined) return;
    const correction = planSsnCorrection({
      domain: DOMAIN,
      oldItems: this.records.of(COMPACT, previousProviderId),
      newItems: this.input().items,
      license: {
        compact: COMPACT,
        jurisdiction: String(detail.jurisdiction),
        licenseType: String(detail.licenseType),
        providerId: this.providerId,
        ssnLastFour: String(detail.ssnLastFour),
      },
      previousProviderId,
      now: this.now,
    });
    this.records.carryOut(need(correction).plan);
  }

  /** Carries a plan out, and what its events cause. */
  private apply(planned: Result<ChangePlan, unknown>): void {
    const plan = need(planned);
    this.records.carryOut(plan);
    this.events.push(...plan.events);
    for (const { detailType, detail } of plan.events) {
      if (spreads(detailType)) this.apply(spreadToPrivileges(detailType, detail, this.input()));
    }
  }
}

/** The scenario is made so that nothing in it is refused. */
function need<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`a step of the scenario is refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
