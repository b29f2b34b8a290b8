import { describe, expect, it } from 'vitest';
import { weekdays } from '../schedule/week.ts';
import { asked as askedEnglish } from './en/asked.ts';
import { asked as askedSpanish } from './es/asked.ts';
import { asked as askedFilipino } from './fil/asked.ts';
import { foodKinds } from '../schedule/food-kinds.ts';
import { wordsOf } from './all.ts';
import { allLanguages } from './language.ts';
import { asked as askedVietnamese } from './vi/asked.ts';
import { asked as askedChinese } from './zh-hant/asked.ts';

const others = allLanguages.filter((language) => language !== 'en');
const askedIn = {
  en: askedEnglish,
  es: askedSpanish,
  'zh-Hant': askedChinese,
  fil: askedFilipino,
  vi: askedVietnamese,
};

/** Words that are the same in English on purpose, one by one. */
const alike: Readonly<Record<string, readonly string[]>> = {
  fil: ['Truck', 'Row', 'Neighborhood', 'Permit:', 'Menu', 'Website', 'Catering', 'Sign language'],
};

type Leaf = readonly [at: string, value: unknown];

function leavesOf(value: unknown, at: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, at === '' ? name : `${at}.${name}`));
}

/** What is no word of the interface, or is looked at below. */
const apart = /^(language|kind|term|comma|and|asked\.foods\..*|asked\.rules.*)$/;

const catalogue = (language: (typeof allLanguages)[number]) => {
  const leaves = [...leavesOf(wordsOf(language), ''), ...leavesOf(askedIn[language], 'asked')];
  return new Map(leaves.filter(([at]) => !apart.test(at)));
};
const english = catalogue('en');

describe('the catalogues of words', () => {
  it.each(others)('say in %s all that English says, and nothing else', (language) => {
    expect([...catalogue(language).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(others)('leave no English in %s but what is the same there', (language) => {
    const same = [...catalogue(language)].filter(([at, value]) => {
      return typeof value === 'string' && /\p{L}{3}/u.test(value) && value === english.get(at);
    });
    expect(same.filter(([, value]) => !alike[language]?.includes(value as string))).toEqual([]);
  });

  it.each(others)('mark in %s as many parts as the template has links for', (language) => {
    const marks = (text: unknown) => (typeof text === 'string' ? text.split('[').length - 1 : 0);
    const wrong = [...catalogue(language)].filter(([at, value]) => marks(value) !== marks(english.get(at)));
    expect(wrong).toEqual([]);
    const { hours, status, stops, finding, about } = wordsOf(language);
    expect(hours.summary(61, 77)).toMatch(/\[61\].*\[77\]/);
    expect(marks(status.summary(1, 2, 3))).toBe(3);
    expect([status.others(2), status.problems(2), finding.cityIn('X')].map(marks)).toEqual([1, 1, 1]);
    expect([stops.placeIn(true, 'X'), stops.placeIn(false, 'X')].map(marks)).toEqual([1, 0]);
    expect(about.example('X')).toMatch(/\[truck\].*\[place\]/);
  });

  it.each(others)('use in %s everything that a sentence is told', (language) => {
    const told = ['Anzu', '401 Clay St', '1234567'];
    let sentences = 0;
    for (const [at, value] of catalogue(language)) {
      const own = english.get(at);
      if (typeof value !== 'function' || typeof own !== 'function') continue;
      const say = (words: unknown) => String((words as (...args: unknown[]) => unknown)(...told));
      if (/^times\.|\.(heading|otherDay|weekday|ahead|at)$/.test(at)) continue; // told days
      let before: string;
      try {
        before = say(own);
      } catch {
        continue; // it is told numbers or counts
      }
      sentences++;
      for (const one of told) if (before.includes(one)) expect(say(value), at).toContain(one);
    }
    expect(sentences).toBeGreaterThan(50);
  });

  it.each(others)('name in %s every weekday and every kind of food', (language) => {
    const { first, times, kind } = wordsOf(language);
    expect(new Set(weekdays.map((_, day) => first.weekday(day))).size).toBe(7);
    expect(new Set(weekdays.map(times.shortWeekday)).size).toBe(7);
    const { foods } = askedIn[language];
    expect(foodKinds.filter(({ name }) => !Object.hasOwn(foods, name))).toEqual([]);
    expect(Object.keys(foods).filter((name) => !foodKinds.some((one) => one.name === name))).toEqual([]);
    expect(foodKinds.map(({ name }) => kind(name))).toEqual(foodKinds.map(({ name }) => foods[name]));
  });
});

describe('times', () => {
  const minutes = [0, 5, 425, 720, 730, 790, 1080, 1440, 1560];
  const say = (language: (typeof allLanguages)[number]) => minutes.map(wordsOf(language).first.until);

  it('are told in each language as its readers tell them', () => {
    expect(say('es').slice(2)).toEqual([
      'hasta las 7:05 a.m.',
      'hasta el mediodía',
      'hasta las 12:10 p.m.',
      'hasta la 1:10 p.m.',
      'hasta las 6 p.m.',
      'hasta la medianoche',
      'hasta las 2 a.m.',
    ]);
    expect(say('zh-Hant').slice(2, 7)).toEqual([
      '至上午7:05',
      '至正午',
      '至下午12:10',
      '至下午1:10',
      '至晚上6時',
    ]);
    expect(say('fil').slice(2, 5)).toEqual(['hanggang 7:05 am', 'hanggang tanghali', 'hanggang 12:10 pm']);
    expect(say('vi').slice(2, 7)).toEqual([
      'đến 7:05 sáng',
      'đến 12\u00A0giờ trưa',
      'đến 12:10 trưa',
      'đến 1:10 chiều',
      'đến 6\u00A0giờ tối',
    ]);
  });

  it('say a window, an hour and days short', () => {
    const windows = allLanguages.map((one) => wordsOf(one).times.window({ start: 720, end: 840 }));
    expect(windows).toEqual([
      '12–2 pm',
      '12–2 p.m.',
      '下午12時–2時',
      '12–2 pm',
      '12\u00A0giờ trưa–2\u00A0giờ chiều',
    ]);
    expect(allLanguages.map((one) => wordsOf(one).times.hour(13))).toEqual([
      '1 to 2 pm',
      'de 1 a 2 p.m.',
      '下午1時至2時',
      '1 hanggang 2 pm',
      '1\u00A0giờ đến 2\u00A0giờ chiều',
    ]);
    const days = ['monday', 'tuesday', 'wednesday', 'saturday'] as const;
    expect(allLanguages.map((one) => wordsOf(one).times.days(days))).toEqual([
      'Monday to Wednesday and Saturday',
      'Lunes a miércoles y sábado',
      '星期一至星期三及星期六',
      'Lunes hanggang Miyerkules at Sabado',
      'Thứ Hai đến Thứ Tư và Thứ Bảy',
    ]);
  });
});
