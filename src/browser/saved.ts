import { linkTo } from '../site/link.ts';
import { statusFile } from '../site/urls.ts';
import { ageText } from './age.ts';
import { showNotice } from './notice.ts';
import { words } from './notice-words.ts';

const minuteMs = 60_000;

/**
 * Says of a page that the reader's own device gave when it was saved, again at every minute, and offers the site's own as
 * soon as that answers.
 */
export function showSaved(page: HTMLElement): void {
  const notice = showNotice();
  const draw = () => {
    const hours = Math.max(0, Date.now() - Number(page.dataset['saved'])) / 3_600_000;
    notice.say(words.saved(ageText(hours)));
  };
  const look = async () => {
    const answer = await fetch(linkTo(statusFile), { cache: 'no-store' }).catch(() => null);
    if (answer?.ok === true && !answer.headers.has('x-saved'))
      notice.offer(words.update, () => location.reload());
  };
  const turn = () => {
    draw();
    void look();
    setTimeout(turn, minuteMs);
  };
  turn();
  addEventListener('curbside-saved', draw);
  for (const event of ['online', 'pageshow']) addEventListener(event, () => void look());
}
