import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValidationContext,
} from 'graphql';
import { beyond, limits } from './errors.ts';

type Limit = keyof typeof limits;
type Tally = Record<Limit, number>;
type Place = { readonly depth: number; readonly rows: number; readonly within: readonly string[] };
type Walk = {
  readonly tally: Tally;
  readonly writes: boolean;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** Refuses a document that asks for too much, before anything is resolved. */
export function costRule(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document) {
        const limit = excess(document);
        if (limit !== undefined) context.reportError(beyond(limit));
        return undefined;
      },
    },
  };
}

/** The first limit a document goes beyond, if any; fragments count as often as they are spread. */
export function excess(document: DocumentNode): Limit | undefined {
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each] as const),
  );
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  for (const operation of operations) {
    const found = excessOf(operation, fragments);
    if (found !== undefined) return found;
  }
  return undefined;
}

function excessOf(
  operation: OperationDefinitionNode,
  fragments: Walk['fragments'],
): Limit | undefined {
  const tally: Tally = {
    depth: 0,
    aliases: 0,
    directives: operation.directives?.length ?? 0,
    mutations: 0,
    fields: 0,
    rows: 0,
    first: 0,
    days: 0,
    openedCases: 0,
    refusals: 0,
  };
  const walk = { tally, fragments, writes: operation.operation === 'mutation' };
  return (
    firstOver(tally) ??
    excessIn(operation.selectionSet.selections, walk, { depth: 1, rows: 1, within: [] })
  );
}

function firstOver(tally: Tally): Limit | undefined {
  return (Object.keys(limits) as Limit[]).find((limit) => tally[limit] > limits[limit]);
}

function excessIn(
  selections: readonly SelectionNode[],
  walk: Walk,
  place: Place,
): Limit | undefined {
  for (const selection of selections) {
    const found = excessAt(selection, walk, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function excessAt(selection: SelectionNode, walk: Walk, place: Place): Limit | undefined {
  walk.tally.directives += selection.directives?.length ?? 0;
  if (selection.kind === Kind.FIELD) return excessBelow(selection, walk, place);
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return excessIn(selection.selectionSet.selections, walk, place);
  const name = selection.name.value;
  const fragment = walk.fragments.get(name);
  // Spreads count too: fragments that spread each other twice are long without a single field.
  walk.tally.fields += 1;
  // A fragment that spreads itself is refused by GraphQL's own rules.
  if (fragment === undefined || place.within.includes(name)) return firstOver(walk.tally);
  const within = [...place.within, name];
  return excessIn(fragment.selectionSet.selections, walk, { ...place, within });
}

function excessBelow(field: FieldNode, walk: Walk, place: Place): Limit | undefined {
  const { tally } = walk;
  const rows = place.rows * rowsOf(field);
  tally.fields += 1;
  tally.mutations += walk.writes && place.depth === 1 ? 1 : 0;
  tally.aliases += field.alias === undefined ? 0 : 1;
  tally.depth = Math.max(tally.depth, place.depth);
  tally.rows = Math.max(tally.rows, rows);
  const found = firstOver(tally);
  // Introspection nests deeply by nature; where it is not allowed another rule refuses it.
  if (found !== undefined || field.name.value.startsWith('__')) return found;
  const below = field.selectionSet?.selections ?? [];
  return excessIn(below, walk, { ...place, depth: place.depth + 1, rows });
}

/** Rows a field may answer; how many a variable asks for is not known yet, so it counts in full. */
function rowsOf(field: FieldNode): number {
  const first = field.arguments?.find((each) => each.name.value === 'first')?.value;
  if (first?.kind === Kind.VARIABLE) return limits.first;
  if (first?.kind === Kind.INT) return Math.max(1, Number(first.value));
  return pages.has(field.name.value) ? defaultRows : 1;
}

const pages = new Set([
  'cases',
  'inbox',
  'units',
  'history',
  'releases',
  'reports',
  'previewCalendarRevision',
  'previewProcedureMigration',
  'forecast',
  'simulatePolicy',
  'apps',
  'tenures',
  'administrationLog',
  'accessLog',
  'headDigests',
  'webhooks',
  'webhookDeliveries',
  'deliveries',
  'deadLetters',
]);
const defaultRows = 50;
