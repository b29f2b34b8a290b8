import type { OfflineWords } from '../en/offline.ts';

/** What is said only where there is no network, or a new version of the site. */
export const offline: OfflineWords = {
  title: (city) => `${city}餐車（離線）`,
  description: (city) => `由您自己的裝置提供的${city}一週餐車資料。`,
  heading: '沒有網絡',
  about: '您的裝置存有整週資料，並以此繪製未儲存的頁面。',
  saved: (age) => `網站沒有回應。資料儲存於${age}。`,
  update: '更新',
  newVersion: '有新版本。',
  drawn: '以您裝置上的整週資料繪製，不含市府備註、許可證及有疑問的內容。',
  notKept: '不在您的裝置上',
  notKeptMore: '每個小時、每天、每輛餐車和每個地點都有；其餘需要網絡。',
  noWeek: '您的裝置尚未存有整週資料。',
  gone: '不在時間表上',
  goneMore: '您裝置上的整週資料沒有這輛餐車或這個地點。',
};
