import { weekdays, type Weekday } from '../../schedule/week.ts';
import { dateParts, groupDigits, type DayStyle } from '../days.ts';
import { timesIn } from '../times.ts';
import type { Words } from '../words.ts';
import { clock, weekdayNames } from './clock.ts';

const dayStyle: DayStyle = {
  long: weekdayNames,
  short: ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  everyDay: '每天',
  span: (from, to) => `${from}至${to}`,
  and: '及',
  comma: '、',
};

const trucks = (count: number) => `${groupDigits(count)}輛餐車`;
const spots = (count: number) => `${groupDigits(count)}個地點`;
const dayName = (day: Weekday) => weekdayNames[weekdays.indexOf(day)]!;

export const times: Words['times'] = {
  ...timesIn(clock, dayStyle),
  tick: (hour) => `${hour}時`,
  date: (date) => {
    const { year, month, day } = dateParts(date);
    return `${year}年${month}月${day}日`;
  },
};

export const frame: Words['frame'] = {
  city: (name) => (name === 'San Francisco' ? '三藩市' : name),
  box: '餐車、街道或食物',
  find: '搜尋',
  sample: '示範資料：虛構內容，用以展示網站的運作。實際上並無餐車在所示地點。',
  sponsored: '贊助',
  faults: '資料的新舊與錯誤',
  about: '關於資料',
  openData: '開放資料',
  json: '本頁的 JSON',
  promise: '只表示獲准，並非親眼所見。假日可能不同。資料來源：三藩市市縣政府（PDDL）。',
  trucksIn: (city) => `${city}餐車`,
  truckIn: (city) => `${city}餐車`,
  untried: '本頁譯文尚待母語人士審閱。',
  day: '日期',
  hour: '時間',
  trucks,
  spots,
  more: (count) => `另外${count}個`,
  andMore: (count) => `另有${count}項`,
  wholeHours: '市府只提供整點時間',
  renewing: '許可證續期中',
  unknown: '許可證不明',
  map: '地圖',
  openMap: '打開地圖',
  noPermit: '沒有持有效許可證的停留點。',
};

export const home: Words['home'] = {
  title: (city) => `${city}現正營業的餐車`,
  description: (city) => `${city}現在有哪些餐車營業、在哪裡、到幾點：精確到分鐘。`,
  heading: '現正營業',
  clock: '以本市時間為準',
  timeOfWeek: '一週內的時間',
  now: '現在',
  near: '我的附近',
  food: '食物',
  anyFood: '所有食物',
  area: '街區',
  anywhere: '所有街區',
  noCold: '不含冷食車',
  permitted: '只看許可證有效的',
  followed: '我關注的餐車',
  everyHour: '一週的每個小時',
  everyFood: '所有食物種類',
  following: '您關注的餐車',
};

export const hours: Words['hours'] = {
  heading: (day, hour) => `${dayName(day)} ${times.hour(hour)}`,
  title: (when, city) => `${when}的餐車 · ${city}`,
  description: (when, city, { trucks: open, stops: places }) =>
    `${city}${when}有${trucks(open)}，分布於${spots(places)}：名稱、地址，以及精確到分鐘的時間。`,
  summary: (open, places) => `[${open}]輛餐車，[${places}]個地點。`,
  turn: '前一小時與後一小時',
  otherDay: (day, time) => `${dayName(day)} ${time}`,
  hideCold: (count) => `隱藏${count}輛冷食車`,
  filters: '更多篩選',
  nobody: '這個時段沒有餐車持有許可證。',
  dayTitle: (day, city) => `${day}的餐車 · ${city}`,
  dayDescription: (day, city) => `${city}${day}的所有餐車，從午夜到午夜逐小時列出。`,
  daySummary: (open) => `全日共${trucks(open)}。`,
  caption: '每輛餐車從午夜到午夜的行程。橫條表示停留，圓點表示短暫停留。',
  truck: '餐車',
  from: '由',
  until: '至',
  where: '地點',
};

export const stops: Words['stops'] = {
  title: (truck, city) => `${truck} · ${city}餐車`,
  description: (truck) => `${truck}每天在哪裡，精確到分鐘。`,
  days: (count) => (count === 7 ? '每天' : `每週${count}天`),
  summary: (what, days) => `${what}，${days}。`,
  cold: '冷食車。',
  calendar: '加入日曆',
  share: '分享',
  follow: '☆ 關注',
  list: '您的清單',
  nearby: '附近的餐車',
  food: '食物',
  permits: '許可證',
  takeAlong: '帶走資料',
  feed: '更新訂閱',
  embed: '放在您自己的網站：',
  inForce: (date) => (date === null ? '有效' : `有效至${date}`),
  renewed: (date) => `續期中${date === null ? '' : `，原有效期至${date}`}`,
  unlisted: '不在市府公布的許可證之列',
  lapsed: (date) => `無效${date === null ? '' : `，註明日期至${date}`}`,
  conflictCount: (count) => `${count}項市府資料自相矛盾`,
  conflictReason: '這些項目的時段與文字說明所示時間不同，因此兩者都不採信。兩者一併列出。',
  lapsedCount: (count) => `${count}項許可證已失效`,
  lapsedReason: '市府仍列出這些項目，但許可證已過期或暫停。不計為營業。',
  noStatus: '無狀態',
  placeTitle: (address, city) => `${address}的餐車 · ${city}`,
  placeDescription: (address, city) => `哪些餐車會來${city} ${address}，星期幾、由幾點到幾點。`,
  placeIn: (hasArea, city) => `${city}${hasArea ? ' [area] ' : ''}餐車地點：`,
  nobodyComes: '沒有持有效許可證的餐車會來這裡。',
};

export const finding: Words['finding'] = {
  foodTitle: (food, city) => `${city}餐車的${food}`,
  foodDescription: (food, city) => `${city}哪些餐車賣${food}，以及一週內在哪裡。`,
  foodSummary: (count) => `${trucks(count)}的許可證有效。`,
  absent: (count) => `${count}輛目前沒有有效的停留點`,
  foodsTitle: (city) => `${city}餐車的食物`,
  foodsDescription: (city) => `${city}餐車出售的所有食物種類，以及由誰出售。`,
  foods: '吃什麼',
  areaTitle: (area, city) => `${city} ${area} 的餐車`,
  areaDescription: (area, city) => `哪些餐車會來${city} ${area}，星期幾、由幾點到幾點。`,
  areaSummary: (open, places) => `${trucks(open)}，${spots(places)}。`,
  areasTitle: (city) => `${city}各街區的餐車`,
  areasDescription: (city) => `${city}所有街區，以及各有多少餐車前往。`,
  areas: '街區',
  cityIn: (city) => `[${city}]餐車`,
  none: '沒有',
  spots: '地點',
  searchTitle: (city) => `搜尋${city}的餐車`,
  searchDescription: (city) => `在${city}尋找餐車、街道或食物種類。`,
  search: '搜尋',
  kind: '類別',
  everything: '全部',
  trucks: '餐車',
  places: '地點',
  food: '食物',
  noScript: '搜尋在您的瀏覽器中進行，需要 JavaScript。若沒有：[所有食物種類]。',
  followingTitle: (city) => `您在${city}關注的餐車`,
  followingDescription: (city) => `您在${city}關注的餐車與地點，以及下一站在哪裡。只儲存在您的裝置上。`,
  following: '關注清單',
  followingNoScript: '您的關注清單儲存在瀏覽器中，需要 JavaScript。',
  openNow: '現在誰在營業',
};
