// Migration 207: decisions that were kept with the answers they found are kept as keys and figures. Edge. Never changed any more.
import type { Kysely } from 'kysely';

/** How a row read until then. */
interface OldDecision {
  readonly kind: string;
  readonly reason: string;
  readonly questions: readonly {
    readonly question: string;
    readonly kind: string;
    readonly reason: string;
    readonly asks: number;
    readonly matches: readonly { readonly entry: { readonly key: string }; readonly confidence: number }[];
  }[];
}

interface Row {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly decision: string;
}

const pageSize = 500;

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time, so Kysely asks for any here.
export async function keepKeysAndFigures(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('decisions').renameColumn('questions', 'answered').execute();
  for (let after: Row | null = null; ; ) {
    const page: readonly Row[] = await readPage(db, after);
    for (const { team, channel, ts, decision } of page)
      await db
        .updateTable('decisions')
        .set({ decision: toKept(decision) })
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('ts', '=', ts)
        .execute();
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see above.
async function readPage(db: Kysely<any>, after: Row | null): Promise<readonly Row[]> {
  const rows = await db
    .selectFrom('decisions')
    .select(['team', 'channel', 'ts', 'decision'])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('team', 'channel', 'ts'), '>', tuple(after?.team, after?.channel, after?.ts)),
      ),
    )
    .orderBy('team')
    .orderBy('channel')
    .orderBy('ts')
    .limit(pageSize)
    .execute();
  return rows as readonly Row[];
}

function toKept(json: string): string {
  const { kind, reason, questions } = JSON.parse(json) as OldDecision;
  const kept = questions.map((one) => ({
    question: one.question.slice(0, 300).replace(/[\ud800-\udbff]$/, ''),
    kind: one.kind,
    reason: one.reason,
    questionProbability: Number(one.asks.toFixed(3)),
    matches: one.matches
      .slice(0, 5)
      .map(({ entry, confidence }) => ({ key: entry.key, confidence: Number(confidence.toFixed(3)) })),
  }));
  return JSON.stringify({ kind, reason, questions: kept });
}
