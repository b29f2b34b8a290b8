import type { Words } from '../words.ts';

export const owner: Words['owner'] = {
  heading: '店主的話',
  promise: '此處由店主提供，並非市府資料。',
  closed: (dates) => `${dates}休息`,
  menu: '餐牌',
  order: '預先訂餐',
  pay: (price: string) => `付款 ${price}`,
  paying: '透過 Stripe 預先付款，並在那裡填寫取餐時間。',
  call: (number) => `致電 ${number}`,
  website: '網站',
  catering: '到會',
  spoken: (languages) => `可用語言：${languages}`,
  accessibility: {
    'step-free': '櫃檯無梯級',
    'low-counter': '低櫃檯',
    'large-print-menu': '大字餐牌',
    'braille-menu': '點字餐牌',
    'picture-menu': '附圖餐牌',
    'sign-language': '手語',
    'order-by-text': '可書寫點餐',
  },
  movedTitle: '這輛餐車已更名',
  moved: (name) => `這輛餐車現名 ${name}。`,
};
