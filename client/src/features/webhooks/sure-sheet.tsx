import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';

type Props = { title: string; body: string; verb: string; problem: string; busy: boolean; act: () => void; close: () => void };

/** Asked before something is done that cannot be taken back. */
export function SureSheet({ title, body, verb, problem, busy, act, close }: Props) {
  return (
    <Sheet title={title} close={close}>
      <Form send={act}>
        <p>{body}</p>
        <Problem>{problem}</Problem>
        <Button type="submit" look="primary" busy={busy}>
          {verb}
        </Button>
      </Form>
    </Sheet>
  );
}
