// Why Slack did not post an answer, and the way out, in a sentence. Edge.
import { linking } from '../../answer/wording.ts';

/** `code`: Slack's error code. The sentence is mrkdwn. */
export function toRefusalText(code: string): string {
  switch (code) {
    case 'not_in_channel':
      return linking.notInChannel;
    case 'channel_not_found':
      return linking.notVisible;
    case 'is_archived':
      return linking.archived;
    case 'unreachable':
      return linking.unreachable;
    default:
      return linking.refused(code);
  }
}
