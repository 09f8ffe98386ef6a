import { ButtonLink } from '../../parts/button-link.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';

/** Nobody shall take the demo for their house. The demo goes when the first own camera is saved, not before. */
export function DemoBanner() {
  return (
    <Message
      kind="info"
      title={words.home.demoTitle}
      action={
        <ButtonLink to={{ screen: 'new-camera' }} kind="primary">
          {words.home.useOwn}
        </ButtonLink>
      }
    >
      {words.home.demoDetail}
    </Message>
  );
}
