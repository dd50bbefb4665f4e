// A modal whose content takes a moment: a loading view at once, the content when it is there, an excuse where it fails. Edge.
import type { ModalView } from '@slack/types';
import { linking } from '../../answer/wording.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView } from './notice-view.ts';

/** A trigger opens one view within three seconds: nothing slow comes before that. */
export async function openModal(
  bot: Bot,
  triggerId: string,
  title: string,
  build: () => Promise<ModalView>,
): Promise<void> {
  const view = toNoticeView(title, linking.loading);
  const opened = await bot.client.views.open({ trigger_id: triggerId, view });
  await fillModal(bot, opened.view?.id ?? '', title, build);
}

/** Puts what `build` yields into the open modal. What goes wrong is logged, and the person reads one sentence. */
export async function fillModal(
  bot: Bot,
  viewId: string,
  title: string,
  build: () => Promise<ModalView | null>,
): Promise<void> {
  const view = await build().catch((error: unknown) => {
    bot.logger.error({ err: error }, 'A modal could not be filled');
    return toNoticeView(title, linking.problems['something-went-wrong']);
  });
  if (view === null) return;
  await bot.client.views.update({ view_id: viewId, view }).catch((error: unknown) => {
    bot.logger.warn({ err: error }, 'A modal was not updated: it may have been closed');
  });
}
