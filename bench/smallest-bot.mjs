// The smallest bot on Bolt: answers every message with one sentence. What ours is measured against.
import bolt from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slackApiUrl, PORT } = process.env;
const app = new bolt.App({ token, signingSecret, clientOptions: { slackApiUrl }, logLevel: 'error' });
app.message(async ({ message, client }) => {
  await client.chat.postMessage({
    channel: message.channel,
    thread_ts: message.ts,
    text: 'The answer is always the same.',
  });
});
await app.start(Number(PORT));
