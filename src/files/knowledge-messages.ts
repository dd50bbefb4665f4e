// What the knowledge thread and its worker say to each other. Types only.
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Site } from '../sites/site.ts';
import type { SiteSettings } from './read-site.ts';

/** What the worker is started with. */
export interface KnowledgeWorkerData {
  readonly worker: 'knowledge';
  readonly folder: string;
  readonly site: SiteSettings;
}

/** `now`: milliseconds since 1970. Requests are answered in their order; after `close` the worker ends by itself. */
export type KnowledgeRequest =
  | { readonly kind: 'read'; readonly now: number }
  | { readonly kind: 'hasChanged' }
  | { readonly kind: 'close' };

/** The entries of a reading come in portions before the rest of it. */
export type KnowledgeReply =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'knowledge'; readonly knowledge: Omit<Knowledge, 'entries'>; readonly site: Site }
  | { readonly kind: 'hasChanged'; readonly hasChanged: boolean }
  | { readonly kind: 'failed'; readonly problem: string };
