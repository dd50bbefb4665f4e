// Every store over one database. Edge.
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import { KyselyChangeStore } from './kysely-change-store.ts';
import { KyselyClaimStore } from './kysely-claim-store.ts';
import { KyselyDecisionStore } from './kysely-decision-store.ts';
import { KyselyLeaseStore } from './kysely-lease-store.ts';
import { KyselyMarkStore } from './kysely-mark-store.ts';
import { KyselyOpenQuestionStore } from './kysely-open-question-store.ts';
import { KyselyOutboxStore } from './kysely-outbox-store.ts';
import { KyselyReplyStore } from './kysely-reply-store.ts';
import { KyselySettingsStore } from './kysely-settings-store.ts';
import { KyselySuggestionStore } from './kysely-suggestion-store.ts';
import { KyselyVoteStore } from './kysely-vote-store.ts';
import type { Database } from './open-database.ts';
import { KyselyDraftStore } from './team/kysely-draft-store.ts';
import { KyselyLearnedStore } from './team/kysely-learned-store.ts';
import { KyselyLinkDraftStore } from './team/kysely-link-draft-store.ts';
import { KyselyOfferedStore } from './team/kysely-offered-store.ts';
import { KyselyReviewStore } from './team/kysely-review-store.ts';
import { KyselySessionStore } from './team/kysely-session-store.ts';
import { KyselySubscriptionStore } from './team/kysely-subscription-store.ts';
import { KyselyTeamQuestionStore } from './team/kysely-team-question-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** The stores by what they keep. `personalData`: those that hold question texts or user ids. */
export function createStores(database: Database) {
  const stores = {
    claims: new KyselyClaimStore(database),
    replies: new KyselyReplyStore(database),
    decisions: new KyselyDecisionStore(database),
    openQuestions: new KyselyOpenQuestionStore(database),
    settings: new KyselySettingsStore(database),
    votes: new KyselyVoteStore(database),
    changes: new KyselyChangeStore(database),
    outbox: new KyselyOutboxStore(database),
    leases: new KyselyLeaseStore(database),
    learned: new KyselyLearnedStore(database),
    linkDrafts: new KyselyLinkDraftStore(database),
    teamQuestions: new KyselyTeamQuestionStore(database),
    subscriptions: new KyselySubscriptionStore(database),
    suggestions: new KyselySuggestionStore(database),
    offered: new KyselyOfferedStore(database),
    drafts: new KyselyDraftStore(database),
    sessions: new KyselySessionStore(database),
    reviews: new KyselyReviewStore(database),
    marks: new KyselyMarkStore(database),
  };
  const { claims, replies, decisions, openQuestions, votes, changes, outbox, marks } = stores;
  const { learned, linkDrafts, teamQuestions, subscriptions, suggestions, offered, drafts, sessions } = stores;
  const personalData: readonly PersonalData[] = [
    ...[claims, replies, decisions, openQuestions, votes, changes, outbox, marks],
    ...[learned, linkDrafts, teamQuestions, subscriptions, suggestions, offered, drafts, sessions],
  ];
  return { ...stores, personalData };
}
