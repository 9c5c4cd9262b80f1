/** What is found, and what to do about it, in both languages; `{name}` is filled in. */
type Words = { says: { zh: string; en: string }; todo?: { zh: string; en: string } };

/** Every finding before submission. A new one does not compile until it has its words. */
export const findingWords = {
  'title.missing': {
    says: { zh: '还没有活动名称', en: 'The activity has no title' },
    todo: { zh: '写下对外公布的全名', en: 'Write the full public title' },
  },
  'summary.missing': {
    says: { zh: '还没有活动简介', en: 'There is no summary' },
    todo: { zh: '用两三句话说清看什么、谁来讲', en: 'Say in two or three sentences what there is to see, and who speaks' },
  },
  'mode.missing': {
    says: { zh: '没有选线上、线下或线上线下结合', en: 'Online, offline or hybrid is not chosen' },
    todo: { zh: '选一种', en: 'Choose one' },
  },
  'block.missing': {
    says: { zh: '没有选所属板块', en: 'No block is chosen' },
    todo: { zh: '选活动所属的板块', en: 'Choose the block it belongs to' },
  },
  'forms.missing': {
    says: { zh: '线上活动没有选形式', en: 'An online activity has no form' },
    todo: { zh: '至少选一种线上形式', en: 'Choose at least one online form' },
  },
  'time.missing': {
    says: { zh: '还没有时间', en: 'There is no time' },
    todo: {
      zh: '没定准时，可填旬、月或范围，并标为暂定',
      en: 'While it is open, give a ten-day period, month or range, and mark it tentative',
    },
  },
  'time.malformed': {
    says: { zh: '时间前后不一致', en: 'The time does not fit together' },
    todo: { zh: '检查开始和结束', en: 'Check its start and end' },
  },
  'place.missing': {
    says: { zh: '线下活动没有地点', en: 'An offline activity has no place' },
    todo: { zh: '没定准时可标为暂定', en: 'While it is open, mark it tentative' },
  },
  'hosts.missing': {
    says: { zh: '没有主办单位', en: 'There is no host' },
    todo: { zh: '填写与公章一致的单位全称', en: 'Give the full name as on the seal' },
  },
  'riskPlan.missing': {
    says: { zh: '线下活动没有风险预案', en: 'An offline activity has no risk plan' },
    todo: { zh: '写明安全负责人和应急办法', en: 'Say who is responsible for safety, and what is done in an emergency' },
  },
  'sessions.missing': {
    says: { zh: '线上活动还没有场次，不会进节目单', en: 'An online activity has no session yet, so it is not in the schedule' },
    todo: { zh: '定了时间再加场次', en: 'Add sessions when their time is known' },
  },
  'deadline.passed': {
    says: {
      zh: '最晚应在 {submitBy} 前提交，现在审核来不及在开始前 {leadDays} 天发布',
      en: 'It had to be submitted by {submitBy}: review cannot be done {leadDays} days before the start any more',
    },
    todo: { zh: '改晚开始时间，或说明理由', en: 'Begin later, or give a reason' },
  },
  'filing.not-open': {
    says: { zh: '填报从 {from} 开始', en: 'Filing opens on {from}' },
    todo: { zh: '先存草稿，到时再提交', en: 'Keep the draft, and submit it then' },
  },
  'filing.closed': {
    says: { zh: '填报已在 {to} 截止', en: 'Filing closed on {to}' },
    todo: { zh: '说明补报的理由', en: 'Give a reason for filing late' },
  },
  'window.outside': {
    says: { zh: '时间不全在活动季 {from} 至 {to} 之内', en: 'The time is not wholly within the campaign, {from} to {to}' },
    todo: { zh: '确认时间，或说明理由', en: 'Confirm the time, or give a reason' },
  },
  'unit.alias': {
    says: { zh: '“{name}”与公章全称不一致，登记库为“{instead}”', en: '“{name}” is not the name on the seal; the registry has “{instead}”' },
    todo: { zh: '换成登记库全称', en: 'Take the registry’s name' },
  },
  'unit.unknown': {
    says: { zh: '登记库里没有“{name}”', en: 'The registry has no “{name}”' },
    todo: { zh: '检查全称，或申请新增单位', en: 'Check the full name, or apply to add the unit' },
  },
  'unit.not-named': {
    says: { zh: '主办和承办里没有填报单位“{name}”', en: '“{name}”, who files, is neither host nor undertaker' },
    todo: { zh: '确认单位没有漏填', en: 'Check that no unit is missing' },
  },
  'session.untitled': {
    says: { zh: '场次没有名称', en: 'A session has no title' },
    todo: { zh: '写一个 20 字以内的名称', en: 'Give it a short title' },
  },
  'session.malformed': {
    says: { zh: '“{title}”的时间前后不一致', en: 'The time of “{title}” does not fit together' },
    todo: { zh: '检查开始和结束', en: 'Check its start and end' },
  },
  'session.outside': {
    says: { zh: '“{title}”不在活动时间之内', en: '“{title}” is not within the activity’s time' },
    todo: { zh: '改场次或活动的时间', en: 'Change the time of the session or of the activity' },
  },
  'session.overlaps': {
    says: {
      zh: '“{title}”与“{other}”在同一频道重叠 {minutes} 分钟',
      en: '“{title}” and “{other}” overlap by {minutes} minutes on one channel',
    },
    todo: { zh: '错开时间', en: 'Move one of them' },
  },
  'session.no-link': {
    says: { zh: '“{title}”还没有直播源', en: '“{title}” has no stream yet' },
    todo: { zh: '开播前加上并体检', en: 'Add one before it begins, and check it' },
  },
  'session.no-captions': { says: { zh: '“{title}”没有字幕，也没有手语', en: '“{title}” has neither captions nor sign language' } },
  'link.unchecked': {
    says: { zh: '“{title}”的直播源 {rank} 还没体检', en: 'Stream {rank} of “{title}” was not checked' },
    todo: { zh: '点体检，约 5 秒', en: 'Check it, it takes about five seconds' },
  },
  'link.weak': {
    says: { zh: '“{title}”的直播源 {rank} 现在放不稳（{verdict}）', en: 'Stream {rank} of “{title}” does not play well now ({verdict})' },
    todo: { zh: '开播前再体检一次', en: 'Check it again before it begins' },
  },
  'link.unplayable': {
    says: {
      zh: '“{title}”的直播源 {rank} 在网页里放不了（{verdict}）',
      en: 'Stream {rank} of “{title}” cannot be played in a page ({verdict})',
    },
    todo: { zh: '按体检说的改，或删除这一条', en: 'Mend what the check-up names, or remove it' },
  },
  'quota.below': {
    says: {
      zh: '提交后，本单位重点活动 {count} 场，建议至少 {min} 场',
      en: 'With it the unit has {count} key activities, at least {min} are asked',
    },
  },
  'quota.met': {
    says: { zh: '提交后，本单位重点活动 {count} 场，已达标', en: 'With it the unit has {count} key activities, as many as are asked' },
  },
  'quota.above': {
    says: {
      zh: '提交后，本单位重点活动 {count} 场，多于建议的 {max} 场',
      en: 'With it the unit has {count} key activities, more than the {max} that are asked',
    },
  },
} as const satisfies Record<string, Words>;
export type FindingCode = keyof typeof findingWords;
