import { groupDigits } from '../days.ts';
import type { Words } from '../words.ts';

const withTimes = (words: string, times: string) => (times === '' ? words : `${words}：${times}`);

export const changes: Words['changes'] = {
  places: (count) => `${count}個地點`,
  appeared: (where, now) => withTimes(`現可停留於 ${where}`, now),
  gone: (where, before) => withTimes(`不再列於 ${where}`, before && `之前 ${before}`),
  moved: (from, where) => (from === '' ? `已遷至 ${where}` : `由 ${from} 遷至 ${where}`),
  otherTimes: (where) => `在 ${where} 的時間有變`,
  times: (where, now, before) => `在 ${where}：現為 ${now}；之前 ${before}`,
  lapsed: (where) => `在 ${where} 已沒有有效許可證`,
  expired: (where) => `正在為 ${where} 的許可證續期`,
  renewed: (where, now) => withTimes(`在 ${where} 再度持有效許可證`, now),
  doubted: (where) => `在 ${where}：市府的文字說明與時段現不一致`,
  settled: (where, now) => withTimes(`在 ${where}，市府的文字說明與時段恢復一致`, now),
};

export const status: Words['status'] = {
  title: (city) => `資料狀況 · ${city}`,
  description: (city) => `${city}資料的新舊與數量、最近幾次更新的變動，以及資料列中的所有錯誤。`,
  heading: '狀況',
  summary: (rows, trucks, places) =>
    `[${groupDigits(rows)}]列資料，[${groupDigits(trucks)}]輛餐車，[${groupDigits(places)}]個地點，`,
  problems: (count) => `[${groupDigits(count)}]個錯誤`,
  heat: '每小時營業的餐車',
  heatLabel: '按小時列出營業的餐車',
  pulls: '最近幾次更新的變動',
  asOf: '日期',
  added: '新增列',
  removed: '移除',
  restated: '許可證狀態',
  edited: '其他資料',
  told: '新出現、遷移或失效',
  changes: (count) => `${count}項變動`,
  nothing: '暫時沒有。',
  feed: '訂閱更新',
  faults: '資料列中的錯誤',
  noFaults: '沒有：市府的每一列資料都能讀取並定位。',
  kinds: {
    'column-missing': '缺少一欄',
    'row-malformed': '無法讀取此列',
    'weekday-unknown': '沒有這個星期幾',
    'weekday-disagrees': '同一列有兩個星期幾',
    'hours-unreadable': '時間無法辨識',
    'coordinates-missing': '地圖上沒有位置',
    'coordinates-outside': '位置在本市之外',
    'status-unknown': '市府未說明的狀態',
    'key-repeated': '同一列出現兩次',
  },
  row: '列',
  wrong: '問題',
  text: '市府原文',
  others: (count) => `另有${groupDigits(count)}項：[所有錯誤（JSON）]。`,
};

export const about: Words['about'] = {
  title: (city) => `關於資料 · ${city}`,
  description: (city) =>
    `${city}餐車時間表如何解讀：每個時間有多可靠、哪些許可證算數，以及誰可以使用這些資料。`,
  heading: '關於資料',
  summary: '這裡列出的都是市府所准許的。沒有人實地查看餐車是否真的在場。',
  source: '資料來源',
  sourceText:
    '三藩市市縣政府公布兩份資料表：[Mobile Food Schedule] 和 [Mobile Food Facility Permit]。第一份的一列表示某張許可證可於某個地址、星期幾、兩個時間之間營業；第二份說明許可證是否有效。兩份都會定期讀取，每一列都予以保留：[資料有多舊，以及其中的所有錯誤]。',
  certainty: '時間有多可靠',
  certaintyText: '每列的兩個時間都是整點。許多列旁邊另有文字說明，寫得更準確，本網站會讀取這些文字。',
  stated: '精確到分鐘',
  statedText: '文字說明給出了該列時段內的時間，顯示的就是這個時間。',
  hours: '≈ 只有整點',
  hoursText: '文字說明沒有給出時間。顯示該列的時段，並標上 ≈：餐車可能只在其中一段時間出現。',
  conflict: '市府資料自相矛盾',
  conflictText: '時段與文字說明所示時間不同。兩者都不採信：該列另行列出，永不計為營業。',
  standing: '許可證是否有效',
  permitted: '有效',
  permittedText: '市府已批准許可證，且未過期。',
  renewing: '許可證續期中',
  renewingText: '已重新申請，或過期不足 120 天：市府在冬季期間更新資料表。計為營業，並加上標記。',
  unknown: '許可證不明',
  unknownText: '時間表提到的許可證不在許可證資料表中。計為營業，並加上標記。',
  lapsed: '已失效',
  lapsedText: '已過期、暫停或撤回。該列另行列出，永不計為營業。',
  limits: '無法得知的事',
  limitsText:
    '假日：許可證的時段並無說明，而許多餐車假日休息。天氣、生病、私人活動也是如此。冷食車出售包裝食品，每站只停幾分鐘。無論您在哪裡閱讀，所有時間都以本市時間為準。',
  takeAlong: '帶走資料',
  takeAlongText:
    '市府以 [Public Domain Dedication and License] 無償開放資料，您也可以自由使用。多數頁面的資料就在同一地址，只是結尾不同。整週資料是一個檔案，可取 [JSON] 或[表格]。無須金鑰，不設限制。',
  sponsors: '贊助者得到什麼、費用多少',
  example: (day) => `[truck]，[place]，${day}。`,
  exampleHours: (hours) => `時段：${hours}。`,
  exampleText: '文字說明：',
  examplePermit: '許可證：',
  shown: (times) => `顯示：${times || '另行列出'}。`,
};
