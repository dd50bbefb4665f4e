// The button with which the asker has the bot come back. Edge.
import type { ActionsBlock } from '@slack/types';
import { teamWords } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toButton } from '../blocks/elements.ts';

export function toTellMeActions(questionId: string): ActionsBlock {
  return { type: 'actions', elements: [toButton(actionIds.tellMe, teamWords.tellMe, questionId)] };
}
