import { globMatches } from './action-matching';
import type { Policy, Statement } from './policy';

/** What hostile input can make an index grow to. */
const MOST_ACTIONS = 50_000;

interface IndexedStatement {
  readonly statement: Statement;
  readonly not: boolean;
  /** In lower case, of services that begin with `*` or `?`, and of one service, by its prefix. */
  readonly everywhere: readonly string[];
  readonly byService: ReadonlyMap<string, readonly string[]>;
}

/** The statements of a policy by the actions that they are about. */
class StatementIndex {
  private readonly statements: readonly IndexedStatement[];
  private readonly found = new Map<string, readonly Statement[]>();

  constructor(policy: Policy) {
    this.statements = policy.statements.map(indexed);
  }

  /** Those whose action element matches. */
  about(action: string): readonly Statement[] {
    const known = this.found.get(action);
    if (known) return known;
    const found = this.search(action.toLowerCase());
    if (this.found.size >= MOST_ACTIONS) this.found.clear();
    this.found.set(action, found);
    return found;
  }

  private search(action: string): readonly Statement[] {
    const service = serviceOf(action);
    return this.statements
      .filter(({ not, everywhere, byService }) => {
        const isNamed = (patterns: readonly string[] = []) => patterns.some((pattern) => globMatches(pattern, action));
        return not !== (isNamed(byService.get(service)) || isNamed(everywhere));
      })
      .map(({ statement }) => statement);
  }
}

/** Policies are immutable, and each is asked many times. */
const INDEXES = new WeakMap<Policy, StatementIndex>();

/** The statements of a policy whose action element matches an action. */
export function statementsAbout(policy: Policy, action: string): readonly Statement[] {
  let index = INDEXES.get(policy);
  if (!index) {
    index = new StatementIndex(policy);
    INDEXES.set(policy, index);
  }
  return index.about(action);
}

function indexed(statement: Statement): IndexedStatement {
  const everywhere: string[] = [];
  const byService = new Map<string, string[]>();
  for (const pattern of new Set(statement.actions.patterns.map((each) => each.toLowerCase()))) {
    const service = serviceOf(pattern);
    const patterns = byService.get(service);
    if (/[*?]/.test(service)) everywhere.push(pattern);
    else if (patterns) patterns.push(pattern);
    else byService.set(service, [pattern]);
  }
  return { statement, not: statement.actions.not, everywhere, byService };
}

/** Everything before the colon; a text without one is a service of its own. */
function serviceOf(action: string): string {
  const colon = action.indexOf(':');
  return colon < 0 ? action : action.slice(0, colon);
}
