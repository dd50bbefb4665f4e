// A modal or an App Home as the workspace keeps it. Types only. Pure.
import type { ControlState } from '../../page-api.ts';
import type { JsonObject } from '../state/json.ts';

export interface StoredView {
  readonly id: string;
  readonly userId: string;
  readonly type: 'modal' | 'home';
  /** As the bot gave it, every block and control with an id. */
  readonly given: JsonObject;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What was entered so far; lives on through updates as long as the ids stay. */
  readonly state: ControlState;
}
