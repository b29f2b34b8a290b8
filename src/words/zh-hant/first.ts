import { timeIn } from '../clock.ts';
import type { FirstWords } from '../en/first.ts';
import { clock, minutesText, weekdayNames } from './clock.ts';

const trucks = (count: number) => (count === 0 ? '沒有餐車' : `${count}輛餐車`);

/** What scripts say in Chinese before the reader asks for anything. */
export const first: FirstWords = {
  time: (minutes) => timeIn(clock, minutes),
  until: (minutes) => `至${timeIn(clock, minutes)}`,
  weekday: (day) => weekdayNames[day % 7]!,
  at: (day, time) => `${day} ${time}`,
  waiting: (minutes) => `${minutesText(minutes)}後`,
  since: (minutes) => `${timeIn(clock, minutes)}起`,
  leftAt: (minutes) => `${timeIn(clock, minutes)}已離開`,
  trucks,
  trucksNow: (count) => (count === 0 ? '現在沒有餐車' : `現在有${trucks(count)}`),
  moreSoon: (count) => (count === 0 ? '一小時內沒有其他餐車。' : `一小時內還有${count}輛。`),
  open: '營業中',
  closing: '即將結束',
  soon: '即將開始',
  left: '剛剛離開',
  wholeHours: '市府只提供整點時間',
  noWeek: '未能載入本週資料。',
  here: '現在准許在此',
  next: '下一站',
  andMore: (count) => ` 另有${count}處。`,
  sample: '示範資料。',
  age: (age) => `資料更新：${age}。`,
  follow: '關注',
  keepsNothing: '此瀏覽器無法儲存',
};
