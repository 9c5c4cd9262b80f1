/** A session as a calendar reads it, its folded lines made whole. */
export async function calendarOf(address: string, session: string): Promise<string> {
  const answer = await fetch(`${address}/feeds/kepuri-2023/sessions/${session}.ics`);
  return (await answer.text()).replaceAll('\r\n ', '');
}
