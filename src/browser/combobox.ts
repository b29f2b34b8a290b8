import { linkTo } from '../site/link.ts';
import { weekFile } from '../site/urls.ts';
import type { WeekData } from '../site/week-file.ts';
import comboboxStyle from '../styles/combobox.css?url';
import { cityTime } from './city-time.ts';
import { asked } from './asked.ts';
import { element } from './dom.ts';
import { pageLink } from './page-link.ts';
import { suggestionsFor, type Suggestion } from './suggest.ts';

/**
 * Makes a search box a combobox with a list of answers (ARIA 1.2): focus stays in the box, arrows walk the list, Enter
 * opens what is walked to and else searches, Escape closes the list and then empties the box. Without the week, the box
 * is what it was.
 */
export async function offerAnswers(input: HTMLInputElement): Promise<void> {
  const response = await fetch(linkTo(weekFile(cityOfPage())));
  if (!response.ok) return;
  const week = (await response.json()) as WeekData;
  document.head.append(element('link', { rel: 'stylesheet', href: comboboxStyle }));
  const list = element('ul', {
    id: 'answers',
    role: 'listbox',
    'aria-label': asked.answers,
    class: 'answers',
    hidden: '',
  });
  const count = element('p', { role: 'status', class: 'answers-count' });
  input.closest('form')?.append(list, count);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': 'answers',
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value);
  startCombobox({ input, list, count, week });
}

interface Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
  readonly week: WeekData;
}

function startCombobox({ input, list, count, week }: Combobox): void {
  let walked = -1;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const walk = (to: number) => {
    walked = to;
    for (const [index, option] of options().entries()) {
      option.setAttribute('aria-selected', String(index === to));
      if (index === to) option.scrollIntoView({ block: 'nearest' });
    }
    if (to < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `answer-${to}`);
  };
  const show = (open: boolean) => {
    const found = open ? suggestionsFor(input.value, week, cityTime(week.timeZone)) : [];
    list.replaceChildren(...found.map(optionOf));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    count.textContent = found.length > 0 ? asked.answerCount(found.length) : '';
    walk(-1);
  };
  const act: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      if (list.hidden) show(true);
      walk(walked + 1 < options().length ? walked + 1 : -1);
      return true;
    },
    ArrowUp: () => {
      if (list.hidden) show(true);
      walk(walked < 0 ? options().length - 1 : walked - 1);
      return true;
    },
    Enter: () => {
      const link = options()[walked];
      link?.click();
      return link !== undefined;
    },
    Escape: () => {
      if (list.hidden) return false; // the browser empties the box
      show(false);
      return true;
    },
  };
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && act[event.key]?.() === true) event.preventDefault();
  });
  input.addEventListener('input', () => show(true));
  input.addEventListener('blur', () => show(false));
  // A press must not take the focus away before the click is one.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  if (document.activeElement === input && input.value !== '') show(true);
}

function optionOf({ kind, label, about, path }: Suggestion, index: number): HTMLElement {
  // The link itself is the option: nothing that can be pressed may stand inside one.
  const link = element('a', {
    href: pageLink(path),
    tabindex: '-1',
    role: 'option',
    id: `answer-${index}`,
    'aria-selected': 'false',
  });
  link.append(
    element('b', {}, label.slice(0, 80)),
    element('span', {}, [asked.kinds[kind], about.slice(0, 120)].filter((part) => part !== '').join(' · ')),
  );
  return element('li', { role: 'none' }, link);
}

/** The city whose data the foot of the page tells the age of. */
function cityOfPage(): string {
  return document.querySelector<HTMLElement>('footer [data-city]')?.dataset['city'] ?? '';
}
