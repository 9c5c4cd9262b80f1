/** Choosing a region. */
export const words = {
  'region.find': '找地区：名称、拼音或代码',
  'region.choose': '请选择',
  'region.in': '{{region}}（{{above}}）',
  'region.none': '没有找到这个地区，换一个写法试试；没有的，选上一级。',
  'region.more': '还有更多地区，写出名称来找。',
} as const;
