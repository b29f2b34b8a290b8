import { timeIn } from '../clock.ts';
import type { AskedWords } from '../en/asked.ts';
import { kindPhrases, unspacedRules } from '../rules.ts';
import { clock, weekdayNames } from './clock.ts';
import { kinds } from './kinds.ts';

/** "下午6時半" → "6:30pm". */
const clockRules = [
  ['(?:凌晨|清晨|早上|上午)', 'am'],
  ['(?:下午|傍晚|晚上|今晚)', 'pm'],
].flatMap(([part, half]) => [
  [new RegExp(`${part}(\\d{1,2})[時点點]半`, 'gu'), ` $1:30${half} `] as const,
  [new RegExp(`${part}(\\d{1,2})[:：](\\d\\d)`, 'gu'), ` $1:$2${half} `] as const,
  [new RegExp(`${part}(\\d{1,2})[時点點]?`, 'gu'), ` $1${half} `] as const,
]);

/** What scripts say in Chinese once the reader asks for something. */
export const asked: AskedWords = {
  kinds: { When: '營業', Truck: '餐車', Place: '地點', Food: '食物', Area: '街區', Search: '' },
  answers: '答案',
  answerCount: (count) => `${count}個答案`,
  searchFor: (text) => `搜尋「${text}」`,
  foods: kinds,
  rules: [
    ...clockRules,
    ...unspacedRules({
      ...kindPhrases(kinds),
      ...Object.fromEntries(
        ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].flatMap((day, at) =>
          ['星期', '週', '周', '禮拜'].map((before) => [`${before}${'日一二三四五六'[at]}`, day]),
        ),
      ),
      星期天: 'sunday',
      禮拜天: 'sunday',
      今天: 'today',
      今日: 'today',
      明天: 'tomorrow',
      聽日: 'tomorrow',
      現在: 'now',
      而家: 'now',
      今晚: 'tonight',
      早上: 'morning',
      中午: 'noon',
      正午: 'noon',
      午餐: 'lunch',
      下午: 'afternoon',
      傍晚: 'evening',
      晚上: 'evening',
      晚餐: 'dinner',
      午夜: 'midnight',
      附近: 'near',
      三明治: 'sandwiches',
      漢堡: 'burgers',
      冰淇淋: 'ice cream',
      披薩: 'pizza',
      沙拉: 'salads',
      餐車: 'trucks',
    }),
  ],
  trucks: (count) => (count === 0 ? '沒有餐車' : `${count}輛餐車`),
  foodTrucks: '餐車',
  question: ({ food, area, near, when }) =>
    `${food}${area && `，${area}`}${near && `，${near} 附近`}，${when}`,
  now: '現在',
  at: (day, minutes) => `${weekdayNames[day % 7]!} ${timeIn(clock, minutes)}`,
  ahead: (days, day, time) => `${days === 0 ? '今天' : days === 1 ? '明天' : weekdayNames[day]!} ${time}`,
  feet: (count) => `${count}英尺`,
  miles: (count) => `${count}英里`,
  results: (count) => `${count}項結果`,
  nothingFound: (query) => (query === '' ? '找不到任何結果。' : `找不到「${query}」的結果。`),
  noSearch: '未能載入搜尋。請檢查網絡連線後再試。',
  nearest: (place) => `最接近 ${place} 的排在前面。`,
  noPlace: '您的裝置沒有提供位置。沒有傳送任何資料。',
  noMap: '未能載入地圖。請再試一次。',
  showOnMap: (name) => `在地圖上顯示 ${name}`,
  more: (count) => `另有${count}項`,
  crowd: (count) => `${count}個地點：放大查看`,
  hereNamed: (count, name) => `此處${count}項：${name}`,
  twoFingers: '請用兩指移動地圖',
  wheel: (key) => `按住 ${key} 並轉動滾輪可縮放地圖`,
  copied: '已複製網址',
  noWeek: '未能載入本週資料。請再試一次。',
  sameSpot: '同一地點',
  nobodyNear: '同一時間步行兩分鐘內沒有其他餐車。',
  nearAtTimes: '同一時間在附近的餐車',
  nothingFollowed: '暫時沒有。請在餐車或地點的頁面選擇「☆ 關注」。',
  followAll: '全部關注',
  ownList: '回到您的清單',
  listSent: '這份清單是別人傳給您的。您自己關注的不會改變。',
  unfollow: '取消關注',
  unfollowNamed: (name) => `取消關注 ${name}`,
  offSchedule: '已不在市府的時間表上。',
  noPermit: '沒有持有效許可證的停留點。',
  sendList: '傳送這份清單',
  linkCopied: '連結已複製。',
  calendarOfAll: '全部加入日曆',
  gathering: '正在收集…',
  missing: (count, of) => `${of}項中有${count}項未能載入。`,
};
