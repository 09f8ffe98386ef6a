import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { EventLabel } from '../../../services/contract/event.ts';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { buttonStyle } from '../../parts/button-style.ts';
import { words } from '../../words/words.ts';
import { FilterSelect } from './filter-select.tsx';
import { filtersUsed } from './timeline-address.ts';

interface FilterRowProps {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
}

/** What is shown: each of these narrows it, and all of them together count. */
export function FilterRow({ filter, onFilter }: FilterRowProps) {
  const cameras = useHealth()?.cameras ?? [];
  const people = useQuery(trpc.people.list.queryOptions()).data ?? [];
  const zones = useZoneNames(filter.zone);
  const isKept = filter.kept === true;
  const { cameraId: _camera, ...anyCamera } = filter;
  const { personId: _person, ...anybody } = filter;
  const { label: _label, ...anyKind } = filter;
  const { zone: _zone, ...anyZone } = filter;
  const { kept: _kept, ...keptOrNot } = filter;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterSelect
        label={words.events.filter}
        all={words.events.allCameras}
        choices={cameras.map(({ id, name }) => ({ value: id, name }))}
        chosen={filter.cameraId}
        onChoose={(cameraId) => {
          onFilter(cameraId === undefined ? anyCamera : { ...filter, cameraId });
        }}
      />
      <FilterSelect
        label={words.events.person}
        all={words.events.everybody}
        choices={people.map(({ id, name }) => ({ value: id, name }))}
        chosen={filter.personId}
        onChoose={(personId) => {
          onFilter(personId === undefined ? anybody : { ...filter, personId });
        }}
      />
      <FilterSelect
        label={words.timeline.kind}
        all={words.timeline.allKinds}
        choices={EventLabel.options.map((value) => ({ value, name: words.timeline.kinds[value] }))}
        chosen={filter.label}
        onChoose={(label) => {
          onFilter(label === undefined ? anyKind : { ...filter, label });
        }}
      />
      <FilterSelect
        label={words.timeline.zone}
        all={words.timeline.allZones}
        choices={zones.map((name) => ({ value: name, name }))}
        chosen={filter.zone}
        onChoose={(zone) => {
          onFilter(zone === undefined ? anyZone : { ...filter, zone });
        }}
      />
      <button
        type="button"
        aria-pressed={isKept}
        onClick={() => {
          onFilter(isKept ? keptOrNot : { ...filter, kept: true });
        }}
        className={buttonStyle(isKept ? 'soft' : 'plain')}
      >
        {words.timeline.keptOnly}
      </button>
      {filtersUsed(filter) > 0 && (
        <Button
          kind="quiet"
          onClick={() => {
            onFilter({});
          }}
        >
          <X aria-hidden className="size-5" />
          <span className="short:sr-only">{words.timeline.allFilters}</span>
        </Button>
      )}
    </div>
  );
}

/** Zones of all cameras by their names; also one that is only in the address. */
function useZoneNames(chosen: string | undefined): readonly string[] {
  const cameras = useQuery(trpc.settings.get.queryOptions()).data?.cameras ?? [];
  const names = cameras.flatMap(({ zones }) => zones.map(({ name }) => name));
  return [...new Set([...names, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) =>
    a.localeCompare(b),
  );
}
