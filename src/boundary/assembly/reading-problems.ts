import type { DeployedTemplate, TemplateProblem } from '../../core/boundary/deployed-template';

/** What was read, and everything that could not be. */
export interface AssemblyReading {
  readonly templates: readonly DeployedTemplate[];
  readonly problems: readonly TemplateProblem[];
}

/** Collects what can't be read; everything else is read all the same. */
export class ReadingProblems {
  readonly all: TemplateProblem[] = [];

  add(place: string, value: string, reason: string, remedy: string): void {
    this.all.push({ place, value, reason, remedy });
  }
}
