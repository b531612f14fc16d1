import fc from 'fast-check';
import { actionsIn, madeUpTable } from './made-up-table';
import { allCovers, fewestCharacters, WordedService } from './reference-fold';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import { demandsOf } from '../../../../src/core/boundary/fold/demand';
import { fold, FoldRequest, FoldResult } from '../../../../src/core/boundary/fold/fold';
import { newlyMatched } from '../../../../src/core/boundary/fold/newly-matched';
import { OVER_GRANT_WEIGHTS } from '../../../../src/core/boundary/fold/over-grant';
import { shortestCovers } from '../../../../src/core/boundary/fold/shortest-cover';
import type { Cuts } from '../../../../src/core/boundary/fold/shortest-exact';
import type { ActionTable } from '../../../../src/core/iam/action-table';
import { propertyRuns } from '../../../properties/runs';

// The nightly run tries twenty times as many cases.
jest.setTimeout(900_000);

/** Few words, so that names share them; one is part of another, and lower case decides. */
const words = fc.constantFrom('Get', 'Put', 'Tag', 'Stage', 'Table', 'Data', 'Item', 'Key', 'Data2');

const names = (most: number) =>
  fc.uniqueArray(fc.array(words, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: most,
    selector: (parts) => parts.join('').toLowerCase(),
  });

const service = (most: number): fc.Arbitrary<WordedService> =>
  names(most).chain((all) => fc.record({ all: fc.constant(all), needed: fc.integer({ min: 1, max: all.length }) }));

const smallService = service(12).map(({ all, needed }) => ({ all, needed: Math.min(needed, 8) }));

/** The first words of a name tell its level. */
function tableOf(services: Readonly<Record<string, WordedService>>): ActionTable {
  const levels = { Get: 'Read', Put: 'Write', Tag: 'Tagging', Table: 'List', Key: 'PermissionsManagement' } as const;
  return madeUpTable(
    Object.fromEntries(
      Object.entries(services).map(([name, { all }]) => {
        const byLevel: Record<string, string> = {};
        for (const parts of all) {
          const level = levels[parts[0] as keyof typeof levels] ?? 'Write';
          byLevel[level] = [...(byLevel[level]?.split(' ') ?? []), parts.join('')].join(' ');
        }
        return [name, byLevel];
      }),
    ),
  );
}

function neededOf(services: Readonly<Record<string, WordedService>>): string[] {
  return Object.entries(services).flatMap(([name, { all, needed }]) =>
    all.slice(0, needed).map((parts) => `${name}:${parts.join('')}`),
  );
}

function folded(request: Omit<FoldRequest, 'solver'>): FoldResult {
  const result = fold({ ...request, solver: highsSolver });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Services beside the one in question, so that never everything is needed. */
const other: WordedService = { all: [['Get'], ['Put']], needed: 1 };

test('a fold matches what is needed, and nothing else without telling', () => {
  fc.assert(
    fc.property(smallService, smallService, fc.option(fc.integer({ min: 20, max: 100 })), (alpha, beta, budget) => {
      const services = { alpha, beta, other };
      const table = tableOf(services);
      const needed = neededOf(services);

      const result = fold({ actions: needed, table, solver: highsSolver, budget: budget ?? undefined });

      if (!result.ok) return;
      const { patterns, extra, isLossless, characters } = result.value;
      const matched = patterns.flatMap((pattern) => table.matching(pattern).map(({ name }) => name));
      expect(new Set(matched)).toEqual(new Set([...needed, ...extra.map(({ action }) => action)]));
      expect(extra.length === 0).toBe(isLossless);
      expect(characters).toBeLessThanOrEqual(budget ?? Infinity);
    }),
    propertyRuns(),
  );
});

test('no patterns of the same forms have fewer characters', () => {
  fc.assert(
    fc.property(smallService, fc.constantFrom<Cuts>('words', 'letters'), (alpha, cuts) => {
      const services = { alpha, other };
      const { services: demands } = demandsOf(neededOf(services), tableOf(services));

      const [{ characters, lowerBound, chosen }] = shortestCovers(demands, highsSolver, { cuts });

      expect(characters).toBe(fewestCharacters('alpha', alpha, cuts));
      expect(lowerBound).toBe(characters);
      expect(chosen.map(({ pattern }) => `"${pattern}",`).join('')).toHaveLength(characters);
    }),
    propertyRuns(),
  );
});

test('order, repetition and letter case of what is needed make no difference', () => {
  fc.assert(
    fc.property(
      fc.record({ alpha: smallService, beta: smallService }).chain((services) =>
        fc.record({
          services: fc.constant({ ...services, other }),
          shuffled: fc.shuffledSubarray(neededOf(services), { minLength: neededOf(services).length }),
        }),
      ),
      ({ services, shuffled }) => {
        const table = tableOf(services);
        const sorted = neededOf({ alpha: services.alpha, beta: services.beta });
        const changed = [...shuffled, ...shuffled.map((action) => action.toLowerCase()).reverse()];

        expect(folded({ actions: changed, table })).toEqual(folded({ actions: sorted, table }));
      },
    ),
    propertyRuns(),
  );
});

test('one more needed action changes the patterns of its service only', () => {
  fc.assert(
    fc.property(smallService, smallService, (alpha, beta) => {
      const table = tableOf({ alpha, beta, other });
      const before = folded({ actions: neededOf({ alpha, beta }), table });
      const more = { ...beta, needed: Math.min(beta.needed + 1, beta.all.length) };

      const after = folded({ actions: neededOf({ alpha, beta: more }), table });

      expect(after.byService[0]).toEqual(before.byService[0]);
    }),
    propertyRuns(),
  );
});

test('what does not fit without over-grant has the least that fits, and never more to manage permissions', () => {
  fc.assert(
    fc.property(
      service(6).map(({ all, needed }) => ({
        all: all.map((parts) => parts.slice(0, 2)),
        needed: Math.min(needed, 3),
      })),
      fc.integer({ min: 10, max: 60 }),
      (alpha, budget) => {
        const distinct = new Map(alpha.all.map((parts) => [parts.join('').toLowerCase(), parts]));
        const services = {
          alpha: { all: [...distinct.values()], needed: Math.min(alpha.needed, distinct.size) },
          other,
        };
        const table = tableOf(services);
        const levelOf = (name: string) => table.find(`alpha:${name}`)!.level;
        const fitting = allCovers('alpha', services.alpha)
          .filter(
            ({ characters, extra }) =>
              characters <= budget && !extra.some((name) => levelOf(name) === 'PermissionsManagement'),
          )
          .map(({ extra }) => extra.reduce((total, name) => total + OVER_GRANT_WEIGHTS[levelOf(name)], 0));

        const result = fold({ actions: neededOf({ alpha: services.alpha }), table, solver: highsSolver, budget });

        expect(result.ok).toBe(fitting.length > 0);
        if (!result.ok) return;
        const { extra, characters, overGrant, isLossless } = result.value;
        const least = Math.min(...fitting);
        expect(characters).toBeLessThanOrEqual(budget);
        expect(extra.reduce((total, { level }) => total + OVER_GRANT_WEIGHTS[level], 0)).toBe(least);
        expect(extra.map(({ level }) => level)).not.toContain('PermissionsManagement');
        expect(isLossless).toBe(least === 0);
        expect(overGrant ?? { weight: 0, lowerBound: 0 }).toEqual({ weight: least, lowerBound: least });
      },
    ),
    propertyRuns(),
  );
});

test('everything that is needed is matched in a table that has grown, and what is new is told', () => {
  fc.assert(
    fc.property(smallService, names(4), (alpha, added) => {
      const old = new Set(alpha.all.map((parts) => parts.join('').toLowerCase()));
      const grown = {
        ...alpha,
        all: [...alpha.all, ...added.filter((parts) => !old.has(parts.join('').toLowerCase()))],
      };
      const needed = neededOf({ alpha });
      const { patterns } = folded({ actions: needed, table: tableOf({ alpha, other }) });

      const table = tableOf({ alpha: grown, other });
      const matched = patterns.flatMap((pattern) => table.matching(pattern).map(({ name }) => name));

      expect(actionsIn(table)).toEqual(expect.arrayContaining(matched));
      expect(newlyMatched(patterns, needed, table).map(({ action }) => action)).toEqual(
        [...new Set(matched)].filter((action) => !needed.includes(action)).sort(),
      );
    }),
    propertyRuns(),
  );
});
