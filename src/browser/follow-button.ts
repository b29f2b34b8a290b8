import { words } from './speech.ts';
import { readFollowed, writeFollowed } from './follow.ts';

/** Makes a button follow the page that it names, or no longer; what is followed stays on the device. */
export function offerFollow(button: HTMLButtonElement): void {
  const [city = '', ...parts] = (button.dataset['follow'] ?? '').split('/');
  const what = parts.join('/');
  const show = () => {
    const isFollowed = readFollowed(city).includes(what);
    button.setAttribute('aria-pressed', String(isFollowed));
    button.textContent = `${isFollowed ? '★' : '☆'} ${words.follow}`;
  };
  button.addEventListener('click', () => {
    const others = readFollowed(city).filter((one) => one !== what);
    const wanted = button.getAttribute('aria-pressed') === 'true' ? others : [...others, what];
    if (writeFollowed(city, wanted)) show();
    else button.textContent = words.keepsNothing;
  });
  for (const event of ['storage', 'pageshow']) addEventListener(event, show); // another tab, and Back
  show();
}
