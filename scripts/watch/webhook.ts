import { Failure } from '../../src/failure.ts';

const timeoutMs = 30_000;

/** Posts a line to a webhook: `text` is what Slack, Mattermost and Teams read, `content` what Discord does. */
export async function postNews(url: string, news: string, send: typeof fetch): Promise<void> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: news, content: news }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
  } catch (cause) {
    // Its address is a secret, and stays out of the message.
    throw new Failure('WEBHOOK_REFUSED', 'The webhook in ALERT_WEBHOOK did not take the news.', {
      hint: 'Post to it by hand with curl, and set the secret again.',
      cause: cause instanceof Error ? cause.message.replaceAll(url, '…') : cause,
    });
  }
}
