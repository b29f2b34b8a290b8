import noticeStyle from '../styles/notice.css?url';
import { element } from './dom.ts';

/** A line at the foot of the window, over the page, so that nothing in it moves; said aloud as well. */
export interface Notice {
  say(text: string): void;
  /** Puts a button behind the text; once. */
  offer(label: string, act: () => void): void;
}

/** Shows a notice. */
export function showNotice(): Notice {
  const words = element('span');
  const line = element('p', { class: 'notice', role: 'status' }, words);
  document.head.append(element('link', { rel: 'stylesheet', href: noticeStyle }));
  document.body.append(line);
  return {
    say: (text) => {
      if (words.textContent !== text) words.textContent = text;
    },
    offer: (label, act) => {
      if (line.querySelector('button') !== null) return;
      const button = element('button', { type: 'button' }, label);
      button.addEventListener('click', act);
      line.append(button);
    },
  };
}
