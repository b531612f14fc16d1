import type { IConstruct } from 'constructs';
import { Acknowledgements } from './acknowledgements';

/** Findings that this library accepts are looked at again before this day; moving it means that somebody did. */
const REVIEWED_UNTIL = '2027-12-31';

/** Acknowledges findings of a construct of this library: beside the construct, so that users get a clean report too. */
export function acknowledge(scope: IConstruct, findings: string[], reason: string): void {
  Acknowledgements.of(scope).add({ findings, reason, owner: 'cdk-compact-platform', expires: REVIEWED_UNTIL });
}
