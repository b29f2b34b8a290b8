import { describe, expect, it } from 'vitest';
import { asked as spanish } from '../words/es/asked.ts';
import { asked as filipino } from '../words/fil/asked.ts';
import { asked as vietnamese } from '../words/vi/asked.ts';
import { asked as chinese } from '../words/zh-hant/asked.ts';
import { inEnglish } from './in-english.ts';

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('inEnglish', () => {
  it('leaves English alone', () => {
    expect(inEnglish('Tacos Friday NOON', [])).toBe('Tacos Friday NOON');
  });

  it.each([
    ['tacos viernes mediodía', 'Tacos friday noon'],
    ['café cerca de 4th y Mission ahora', 'Coffee near 4th and mission now'],
    ['helado mañana a las 6 de la tarde', 'Ice cream tomorrow at 6 pm'],
    ['Señor Sisig', 'senor sisig'],
  ])('understands Spanish: %s', (text, english) => {
    expect(inEnglish(text, spanish.rules)).toBe(english);
  });

  it.each([
    ['星期五中午塔可', 'friday noon Tacos'],
    ['明天下午6時半咖啡', 'tomorrow 6:30pm Coffee'],
    ['400 clay 附近', '400 clay near'],
  ])('understands Chinese: %s', (text, english) => {
    expect(plain(inEnglish(text, chinese.rules))).toBe(english);
  });

  it.each([
    ['kape bukas ng umaga', 'Coffee tomorrow am'],
    ['taco biyernes tanghali', 'Tacos friday noon'],
    ['malapit sa Mission ngayong gabi', 'near mission tonight'],
  ])('understands Filipino: %s', (text, english) => {
    expect(inEnglish(text, filipino.rules)).toBe(english);
  });

  it.each([
    ['cà phê thứ sáu 6 giờ chiều', 'Coffee friday 6 pm'],
    ['kem gần 4th và Mission bây giờ', 'Ice cream near 4th and mission now'],
  ])('understands Vietnamese: %s', (text, english) => {
    expect(inEnglish(text, vietnamese.rules)).toBe(english);
  });
});
