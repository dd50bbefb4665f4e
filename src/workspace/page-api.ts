// The contract between the page in the browser and the local workspace's server. Types only. Pure.
//
// Pushes: a WebSocket at `/ui/socket?user=<id>&load=<id>` (without `user`: a candidate) speaks `Push` objects as JSON, only
// what that person may see; the first one is always `{type: 'state'}`. To act as somebody else, or after a lost connection,
// open it anew. `load` names one load of the page: what only one person sees is not shown to a later one.
// Calls: `POST /ui/<name>` with the JSON of `UiCalls[name]['request']`; the answer is `UiAnswer<name>`, with status 200. `GET /ui/state?user=<id>` answers a `WorkspaceState`, as to a page just loaded.
// Links to messages are `/archives/<channel>/p<ts without its point>`, for replies with `?thread_ts=<root>`: the page too.
import type { KnownBlock } from '@slack/types';
import type { DecisionTrace } from './decision-trace.ts';
import type { Intro, Prompt } from './intro.ts';

export type Block = KnownBlock;

/** An option of a select or an overflow menu, as Block Kit has it. */
export interface Option {
  readonly text: { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string; readonly emoji?: boolean };
  readonly value?: string;
  readonly description?: { readonly type: 'plain_text'; readonly text: string };
  readonly url?: string;
}

export type OptionGroup = { readonly label: Option['text']; readonly options: readonly Option[] };

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface User {
  readonly id: string;
  /** Handle without `@`, as typed in a mention. */
  readonly name: string;
  readonly realName: string;
  /** `team`: a member of the private team channel at the start. The page offers candidates and team members to act as. */
  readonly role: 'candidate' | 'team' | 'bot';
}

export interface Channel {
  readonly id: string;
  /** Without `#`; for a direct message the other person's name. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly topic: string;
  readonly memberIds: readonly string[];
  /** What the bot offers to begin with, in a direct message under the agent view. */
  readonly prompts: readonly Prompt[];
}

export interface Reaction {
  readonly name: string;
  readonly userIds: readonly string[];
}

/** A preview of a link below a message, given by the bot or, where the bot let it, by Slack itself. */
export interface Unfurl {
  readonly url: string;
  readonly blocks: readonly Block[];
  readonly title?: string;
  readonly text?: string;
}

export interface Message {
  readonly channel: string;
  /** Identifies the message within its channel; seconds since 1970 with six decimals. */
  readonly ts: string;
  readonly userId: string;
  /** True where the bot posted it. */
  readonly fromBot: boolean;
  /** Slack's subtype (`channel_join`, `bot_message`, `tombstone`, `thread_broadcast` …) or null. */
  readonly subtype: string | null;
  /** Slack text: `&amp; &lt; &gt;` escaped, `<@U…>`, `<#C…|name>`, `<https://…|label>` live, mrkdwn. */
  readonly text: string;
  /** Draw these; `text` only where there are none. A person's message has one `rich_text` block. */
  readonly blocks: readonly Block[];
  readonly unfurls: readonly Unfurl[];
  /** The thread's root; null for a top-level message, also for one that has replies. */
  readonly threadTs: string | null;
  /** A reply that was also sent to the channel: shown in both places. */
  readonly alsoInChannel: boolean;
  readonly replyCount: number;
  readonly replyUserIds: readonly string[];
  readonly latestReplyTs: string | null;
  readonly editedTs: string | null;
  /** "Only visible to you": gone after a reload of the page, as in Slack. */
  readonly ephemeral: boolean;
  readonly metadata: { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> } | null;
  readonly reactions: readonly Reaction[];
}

export interface SlashCommand {
  /** With the slash. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface Shortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'message' | 'global';
}

/** A modal or an App Home as the bot gave it. */
export interface View {
  readonly id: string;
  /** Changes with every update: controls keep what was entered while `block_id` and `action_id` stay. */
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly title: string;
  /** Null: no submit button. */
  readonly submit: string | null;
  readonly close: string;
  readonly blocks: readonly Block[];
}

/** What a person entered into one control. The keys are Slack's own; `value` is a text input's. */
export interface ControlValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: Option | null;
  readonly selected_options?: readonly Option[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_conversations?: readonly string[];
  readonly selected_channel?: string | null;
  readonly selected_channels?: readonly string[];
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_date_time?: number | null;
}

/** `state[block_id][action_id]`: the controls as they stand. Untouched ones may be left out: the server knows their initial values. */
export type ControlState = Readonly<Record<string, Readonly<Record<string, ControlValue>>>>;

/** Where a control stands. An ephemeral message is named like any other. */
export type ControlPlace =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string };

/** A connection of the bot: `never` until its first, `lost` when the last one went. */
export type BotConnection = 'never' | 'connected' | 'lost';

/** Everything that one person sees. */
export interface WorkspaceState {
  readonly team: Team;
  /** The person acted as. */
  readonly userId: string;
  readonly botUserId: string;
  readonly users: readonly User[];
  /** Public channels, private ones the person is in, and the person's direct message with the bot. */
  readonly channels: readonly Channel[];
  /** Of those channels, ordered by `ts`; ephemeral ones included. */
  readonly messages: readonly Message[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  /** Open modals, the visible one last. */
  readonly modals: readonly View[];
  /** Null until the bot has published one for this person. */
  readonly home: View | null;
  readonly decisions: readonly DecisionTrace[];
  /** One line about long work of the bot (its first encoding), or null. */
  readonly progress: string | null;
  /** Null until the bot has read its notes. */
  readonly intro: Intro | null;
  readonly connection: BotConnection;
}

export type Push =
  | { readonly type: 'state'; readonly state: WorkspaceState }
  /** New or changed: replace by `channel` and `ts`. Ephemeral ones come the same way. */
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'message_deleted'; readonly channel: string; readonly ts: string }
  /** New or changed membership: replace by `id`. */
  | { readonly type: 'channel'; readonly channel: Channel }
  /** A private channel the person is no longer in. */
  | { readonly type: 'channel_left'; readonly channel: string }
  /** The whole stack of open modals: replaces the last one. */
  | { readonly type: 'modals'; readonly modals: readonly View[] }
  | { readonly type: 'home'; readonly view: View }
  /** Replace by `channel` and `ts`. */
  | { readonly type: 'decision'; readonly trace: DecisionTrace }
  | { readonly type: 'progress'; readonly text: string | null }
  | { readonly type: 'intro'; readonly intro: Intro }
  | { readonly type: 'connection'; readonly connection: BotConnection };

/** `user` is always the person who acts. */
export interface UiCalls {
  /** `text` as typed: `@handle`, `@here`, `@channel`, `#channel`, `<@U…>` and `<#C…>` become live, everything else is
   * escaped; `*bold* _italic_ ~strike~ `code`` stay. A text that begins with a slash is not a command here: call `command`. */
  readonly post: {
    readonly request: {
      readonly user: string;
      readonly channel: string;
      readonly text: string;
      readonly threadTs?: string;
      readonly alsoInChannel?: boolean;
    };
    readonly response: { readonly ts: string };
  };
  readonly edit: { readonly request: MessagePlace & { readonly text: string }; readonly response: Nothing };
  readonly delete: { readonly request: MessagePlace; readonly response: Nothing };
  /** Takes away an ephemeral message for good. */
  readonly dismiss: {
    readonly request: MessagePlace;
    readonly response: Nothing;
  };
  readonly react: {
    /** `on: false` takes the reaction away. */
    readonly request: MessagePlace & { readonly name: string; readonly on: boolean };
    readonly response: Nothing;
  };
  /** Fails when the bot does not acknowledge within three seconds; what it answers arrives as a push. */
  readonly command: {
    readonly request: {
      readonly user: string;
      readonly channel: string;
      /** With the slash. */
      readonly command: string;
      readonly text: string;
    };
    readonly response: Nothing;
  };
  /** A button, a select, an overflow option …: `blockId` and `actionId` name the control, `value` what was chosen (a
   * button's own value is known here). `state` are all controls of the message or view at that moment. */
  readonly press: {
    readonly request: {
      readonly user: string;
      readonly place: ControlPlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly value?: ControlValue;
      readonly state?: ControlState;
    };
    readonly response: Nothing;
  };
  /** Type-ahead of an `external_select`. */
  readonly options: {
    readonly request: {
      readonly user: string;
      readonly place: ControlPlace;
      readonly blockId: string;
      readonly actionId: string;
      /** What was typed so far. */
      readonly typed: string;
    };
    readonly response: { readonly options: readonly Option[]; readonly groups: readonly OptionGroup[] };
  };
  readonly messageShortcut: {
    readonly request: MessagePlace & { readonly callbackId: string };
    readonly response: Nothing;
  };
  readonly globalShortcut: {
    readonly request: { readonly user: string; readonly callbackId: string };
    readonly response: Nothing;
  };
  /** `errors` by `block_id`: the modal stays open. An empty object: accepted (the stack of modals arrives as a push). */
  readonly submit: {
    readonly request: { readonly user: string; readonly viewId: string; readonly state: ControlState };
    readonly response: { readonly errors: Readonly<Record<string, string>> };
  };
  /** Closes the visible modal, or with `all` the whole stack. */
  readonly close: {
    readonly request: { readonly user: string; readonly viewId: string; readonly all: boolean };
    readonly response: Nothing;
  };
  /** The person looks at the bot's home or at the direct message with it. Fires each time. */
  readonly openHome: {
    readonly request: { readonly user: string; readonly tab: 'home' | 'messages' };
    readonly response: Nothing;
  };
  /** `member` joins the channel; where that is not `user`, `user` invited it. */
  readonly invite: {
    readonly request: { readonly user: string; readonly channel: string; readonly member: string };
    readonly response: Nothing;
  };
  /** `member` leaves the channel; where that is not `user`, `user` removed it. */
  readonly remove: {
    readonly request: { readonly user: string; readonly channel: string; readonly member: string };
    readonly response: Nothing;
  };
}

/** A message, and the person who does something to it. */
export interface MessagePlace {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}

export type Nothing = Readonly<Record<string, never>>;
export type UiCall = keyof UiCalls;
/** `message`: a sentence for the person who acts. */
export type UiAnswer<Call extends UiCall> =
  | ({ readonly ok: true } & UiCalls[Call]['response'])
  | { readonly ok: false; readonly error: string; readonly message: string };
