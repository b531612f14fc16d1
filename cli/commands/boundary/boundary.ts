import type { Command } from 'commander';
import { addCheckCommand } from './check';
import { addDeriveCommand } from './derive';
import { addDiffCommand } from './diff';
import { addExplainCommand } from './explain';

/** Adds the commands about permissions boundaries, which work on what any CDK app synthesizes, in any language. */
export function addBoundaryCommands(program: Command, end: (code: number) => void): void {
  const group = program
    .command('boundary')
    .description('derives, checks, explains and compares permissions boundaries of what any CDK app deploys');
  addDeriveCommand(group, end);
  addCheckCommand(group, end);
  addExplainCommand(group, end);
  addDiffCommand(group, end);
}
