/** A standard or implementation specification of the HIPAA Security Rule, with what rules of packs say about it. */
export interface ReportedControl {
  /** Citation in 45 CFR, `164.312(a)(2)(iv)`. */
  readonly citation: string;
  /** Its heading in the regulation, where known. */
  readonly title?: string;
  /**
   * `not checked`: no record says that a rule of it ran. `nothing to check`: rules ran, and no resource is of their kind.
   * Rules look at templates: no state says that the organisation complies.
   */
  readonly state: 'open findings' | 'acknowledged findings' | 'no findings' | 'nothing to check' | 'not checked';
  readonly rules: readonly ControlRule[];
}

export interface ControlRule {
  readonly rule: string;
  /** How many resources the rule was about; missing when no record tells. */
  readonly resources?: number;
  readonly openFindings: number;
  readonly acknowledgedFindings: number;
}
