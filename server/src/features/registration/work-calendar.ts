import type { WorkCalendar } from '@yunhui/domain';
import chineseDays from 'chinese-days'; // CommonJS whose names Node does not see: only the whole can be imported

/**
 * 工作日 with the State Council's holidays and the weekends they are made up on; a year whose arrangement is not published
 * yet has its weekdays. At noon, because the library reads a day as the machine's own time zone has it.
 */
export const workCalendar: WorkCalendar = (day) => chineseDays.isWorkday(`${day}T12:00:00`);
