// Starts a workspace, and a real Bolt app connected to it, for one test; everything is closed after it.
import { App, type AppOptions, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { LocalWorkspace } from '../../src/workspace/server/local-workspace.ts';
import { startWorkspace, type WorkspaceOptions } from '../../src/workspace/server/start-workspace.ts';
import { MANIFEST } from './manifest.ts';

export const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

export async function startForTest(options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> {
  const workspace = await startWorkspace({
    port: 0,
    manifest: MANIFEST,
    pageDir: null,
    logger: SILENT,
    rateLimits: 'off',
    mentionOrder: 'mention-first',
    ...options,
  });
  onTestFinished(() => workspace.close());
  return workspace;
}

/** The real client with the bot's token; one attempt a call. */
export function clientFor(workspace: LocalWorkspace, token = workspace.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: workspace.slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

/** A Bolt app over Socket Mode; `register` adds its listeners before it starts. */
export async function connectApp(
  workspace: LocalWorkspace,
  register: (app: App) => void,
  options: AppOptions = {},
): Promise<App> {
  const app = new App({
    token: workspace.botToken,
    appToken: workspace.appToken,
    socketMode: true,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.slackApiUrl, retryConfig: { retries: 0 } },
    ...options,
  });
  register(app);
  await app.init();
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'data' in error) return String((error.data as { error: string }).error);
    throw error;
  }
  return 'accepted';
}
