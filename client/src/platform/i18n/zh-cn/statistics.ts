/** What plays, in numbers. */
export const words = {
  'stats.size': '画面',
  'stats.picture': '画面码率',
  'stats.line': '线路',
  'stats.buffer': '缓冲',
  'stats.delay': '延迟',
  'stats.dropped': '丢帧',
  'stats.engine': '播放器',
  'stats.megabits': '{{rate}} 兆比特每秒',
  'stats.seconds': '{{seconds}} 秒',
  'stats.frames': '{{dropped}} / {{all}}',
  'stats.lowLatency': '{{engine}}，低延迟',
} as const;
