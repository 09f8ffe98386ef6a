import type { Entity } from '../../../services/contract/entity.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { words } from '../../words/words.ts';

interface OpenConfirmProps {
  readonly entity: Entity | null;
  readonly onConfirm: (entity: Entity) => void;
  readonly onCancel: () => void;
}

/** A child's hand or a wet cloth must not open the house. */
export function OpenConfirm({ entity, onConfirm, onCancel }: OpenConfirmProps) {
  if (entity === null) return null;
  const lock = entity.domain === 'lock';
  return (
    <Confirm
      open
      kind="primary"
      title={lock ? words.devices.unlockTitle(entity.name) : words.devices.openTitle(entity.name)}
      detail={lock ? words.devices.unlockDetail : words.devices.openDetail}
      action={lock ? words.devices.unlock : words.devices.openIt}
      onConfirm={() => {
        onConfirm(entity);
      }}
      onCancel={onCancel}
    />
  );
}
